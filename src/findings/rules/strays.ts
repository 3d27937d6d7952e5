import { say } from '../../messages/words.ts'
import { aroundOf } from '../echoes.ts'
import type { Known, Rule, Suspect } from '../finding.ts'
import { isDigit, isJapanese, isKatakana, isTelling } from '../letters.ts'
import { weigh } from '../weigh.ts'

const why = say('OTHER_SCRIPT')

/** A lone ASCII character among Japanese ones: リス?クの変化, 体制のaあり方. */
export const strayRule: Rule = {
  id: 'stray',
  *suspects(text, known) {
    for (let at = 0; at < text.length; at += 1) {
      const found = strayAt(text, at, known)
      if (found) yield found
    }
  },
}

/** No office prints these between two kanji or kana. */
const neverPrinted = /[_^`|\\]/

function strayAt(text: string, at: number, known: Known): Suspect | undefined {
  const [before, ch, after] = [text.charAt(at - 1), text.charAt(at), text.charAt(at + 1)]
  if (!/^[a-zA-Z0-9_?*|#^=<>\\`;$@]$/.test(ch) || !isJapanese(before)) return undefined
  // る3. at the very end: the right half of る, or a full stop, was taken for a digit.
  const endsText = isDigit(ch) && /^[ぁ-ゖ]$/u.test(before) && /^\s?\.?$/.test(text.slice(at + 1))
  // eスポーツ, Tシャツ: a letter before katakana is the first of a word.
  const isAmong = isJapanese(after) && !(/[a-zA-Z]/.test(ch) && isKatakana(after))
  if (endsText) return { from: at, to: text.length, suggestion: null, why }
  return isAmong && (neverPrinted.test(ch) || makesSenseWithout(text, at, known))
    ? { from: at, to: at + 1, suggestion: '', why }
    : undefined
}

const enough = 5_000

/** Without it the two sides are one word, or the words occur elsewhere; a digit is doubted less readily. */
function makesSenseWithout(text: string, at: number, known: Known): boolean {
  const { drop, word } = weigh(known.lattice, text, at, at + 1, '')
  const joins = word?.known === true && word.from < at && isTelling(word.text) && drop >= enough
  if (isDigit(text.charAt(at))) return joins && known.echoes.count(word.text) > 0
  return joins || (drop >= enough && standsElsewhere(text, at, known))
}

function standsElsewhere(text: string, at: number, { echoes }: Known): boolean {
  const around = aroundOf(text, at, 2, 2)
  return around !== undefined && echoes.count(around.left + around.right) > 0
}
