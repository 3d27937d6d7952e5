import type { Words } from '../../messages/words.ts'
import { aroundOf } from '../echoes.ts'
import type { Known, Rule, Suspect } from '../finding.ts'
import { isDigit, isHiragana, isTelling } from '../letters.ts'
import { lookAlikes } from '../lookalikes.ts'
import { type Weighed, weigh } from '../weigh.ts'

/**
 * How much cheaper the words must become (a usual word costs 3,000 to 8,000): less where the document has the suggested words elsewhere.
 * Figures from clean documents, in which nothing reaches them.
 */
const enough = { echoed: 4_000, digit: 1_500, alone: 9_500 }

/** A character that makes a far likelier word when one of similar shape replaces it: 事条 → 事案. */
export const lookAlikeRule: Rule = {
  id: 'look-alike',
  *suspects(text, known) {
    for (let at = 0; at < text.length; at += 1) {
      if (!isOpen(text, at, known)) continue
      const best = readingsAt(text, at, known).sort((a, b) => b.drop - a.drop)[0]
      if (best) yield best.suspect
    }
  },
}

/** Only what is unusual beside one of its neighbours is doubted, and a digit only as a misread kana. */
function isOpen(text: string, at: number, { echoes }: Known): boolean {
  const ch = text.charAt(at)
  if (!lookAlikes.has(ch)) return false
  if (isDigit(ch)) return isHiragana(text.charAt(at - 1)) && !/[0-9.,]/.test(text.charAt(at + 1))
  const pairs = [text.slice(Math.max(0, at - 1), at + 1), text.slice(at, at + 2)]
  return pairs.some(pair => pair.length < 2 || echoes.count(pair) === 1)
}

function readingsAt(text: string, at: number, known: Known): { drop: number; suspect: Suspect }[] {
  const others = lookAlikes.get(text.charAt(at)) ?? new Map<string, Words>()
  return [...others].flatMap(([meant, why]) => {
    const weighed = weigh(known.lattice, text, at, at + 1, meant)
    const { word, drop } = weighed
    if (!word?.known || drop < neededAt(text, at, meant, weighed, known)) return []
    return [{ drop, suspect: { from: word.from, to: word.to, suggestion: word.text, why } }]
  })
}

function neededAt(text: string, at: number, meant: string, { word, drop }: Weighed, known: Known): number {
  if (!word || drop < enough.digit) return Number.POSITIVE_INFINITY
  if (isDigit(text.charAt(at))) return enough.digit
  const printed = text.slice(word.from, word.to)
  const isEchoed = isTelling(word.text) && known.echoes.count(word.text) > known.echoes.count(printed)
  if (isEchoed || standsElsewhere(text, at, meant, known)) return enough.echoed
  // Names in hiragana are in no dictionary: そよかぜ館 would be a wind of another spelling.
  return isTelling(word.text) && !isHiragana(text.charAt(at)) ? enough.alone : Number.POSITIVE_INFINITY
}

const windows = [
  [2, 1],
  [1, 2],
  [3, 0],
  [0, 3],
] as const

function standsElsewhere(text: string, at: number, meant: string, { echoes }: Known): boolean {
  return windows.some(([before, after]) => {
    const around = aroundOf(text, at, before, after)
    return around !== undefined && echoes.count(around.left + meant + around.right) > 0
  })
}
