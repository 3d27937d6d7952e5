import { say } from '../../messages/words.ts'
import { aroundOf } from '../echoes.ts'
import type { Known, Rule } from '../finding.ts'
import { isJapanese, isKanji } from '../letters.ts'
import { weigh } from '../weigh.ts'

/** How much cheaper the words become without the second: kana also need the single one elsewhere in the document. */
const enough = { kanji: 4_500, kana: 1_500 }

/** Ends of one name that begin the next: 札幌市市民文化局, 区区民センター, 部部長. */
const joints = '都道府県市区町村国省庁局部課係室長会員院校'

/** A character printed twice where once makes likelier words: 研研修 → 研修. */
export const doubledRule: Rule = {
  id: 'doubled',
  *suspects(text, known) {
    for (let at = 0; at + 1 < text.length; at += 1) {
      const ch = text.charAt(at)
      if (ch !== text.charAt(at + 1) || !isJapanese(ch) || 'ー々'.includes(ch) || joints.includes(ch)) continue
      if (isThrice(text, at) || !isLikelierOnce(text, at, known)) continue
      yield { from: at, to: at + 2, suggestion: ch, why: say('CHARACTER_TWICE') }
    }
  },
}

const isThrice = (text: string, at: number): boolean =>
  text.charAt(at - 1) === text.charAt(at) || text.charAt(at + 2) === text.charAt(at)

function isLikelierOnce(text: string, at: number, known: Known): boolean {
  const { drop } = weigh(known.lattice, text, at, at + 2, text.charAt(at))
  if (isKanji(text.charAt(at))) return drop >= enough.kanji
  return drop >= enough.kana && standsOnce(text, at, known)
}

/** Whether the words with one of them occur elsewhere: 体制を構築する beside 体制を構築すする. */
function standsOnce(text: string, at: number, { echoes }: Known): boolean {
  const once = text.slice(0, at) + text.slice(at + 1)
  return [
    [3, 1],
    [2, 2],
  ].some(([before = 0, after = 0]) => {
    const around = aroundOf(once, at, before, after)
    return around !== undefined && echoes.count(around.left + once.charAt(at) + around.right) > 0
  })
}
