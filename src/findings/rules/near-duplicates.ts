import { say } from '../../messages/words.ts'
import { aroundOf, sides } from '../echoes.ts'
import type { Known, Rule, Suspect } from '../finding.ts'
import { isDigit, isJapanese } from '../letters.ts'
import { weigh } from '../weigh.ts'

/** How much cheaper the words must become: 利活用 beside の活用 and に資する beside に関する stay below it. Digits are seldom part of a word. */
const enough = { digit: 5_000, letter: 7_000 }

/** A character where the same words have another elsewhere in the document: 1織マネジメント → 組織マネジメント. */
export const nearDuplicateRule: Rule = {
  id: 'near-duplicate',
  *suspects(text, known) {
    for (let at = 0; at < text.length; at += 1) {
      if (!isOddAt(text, at, known)) continue
      const best = readingsAt(text, at, known).sort((a, b) => b.drop - a.drop)[0]
      if (best) yield best.suspect
    }
  },
}

/** A kanji or kana that occurs beside these neighbours nowhere else, or a single digit. */
function isOddAt(text: string, at: number, { echoes }: Known): boolean {
  const [before, ch, after] = [text.charAt(at - 1), text.charAt(at), text.charAt(at + 1)]
  if (isDigit(ch)) return !/[0-9.,]/.test(before + after)
  return isJapanese(ch) && echoes.count(before + ch) === 1 && echoes.count(ch + after) === 1
}

function readingsAt(text: string, at: number, known: Known): { drop: number; suspect: Suspect }[] {
  const needed = isDigit(text.charAt(at)) ? enough.digit : enough.letter
  return sides.flatMap(([before, after]) => {
    if (before * after === 0 && !isDigit(text.charAt(at))) return []
    const around = aroundOf(text, at, before, after)
    if (!around) return []
    const others = [...known.echoes.between(around.left, around.right).keys()]
    return others.filter(isJapanese).flatMap(meant => {
      const { drop } = weigh(known.lattice, text, at, at + 1, meant)
      const why = say('OTHER_CHARACTER_ELSEWHERE')
      return drop < needed ? [] : [{ drop, suspect: { from: at, to: at + 1, suggestion: meant, why } }]
    })
  })
}
