import { say } from '../../messages/words.ts'
import type { Rule } from '../finding.ts'

/** Up to six kanji or kana, perhaps with a comma, three times or more without a break; 〇〇〇 and ーーー are not words. */
const again = /((?:(?![〇々ー])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]){1,6}?[、。]?)\1{2,}/gu

/** The same over and over, as OCR writes where it sees nothing: で、で、で、 */
export const repeatRule: Rule = {
  id: 'repeat',
  *suspects(text) {
    for (const found of text.matchAll(again)) {
      const why = say('REPEATED', { text: found[1] as string, times: found[0].length / (found[1] as string).length })
      yield { from: found.index, to: found.index + found[0].length, suggestion: null, why }
    }
  },
}
