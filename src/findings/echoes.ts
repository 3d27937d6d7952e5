/** What else the document prints: a misreading seldom happens twice in the same words. */
export interface Echoes {
  /** How often a text occurs in the document. */
  count(part: string): number
  /** The characters that occur between two texts, and how often. */
  between(left: string, right: string): ReadonlyMap<string, number>
  /** The katakana words and how often they occur. */
  readonly katakana: ReadonlyMap<string, number>
}

/** Texts of up to this length are counted; a longer one is as frequent as the rarer of its ends. */
const longest = 6

/** The lengths of the two sides of a gap that are looked up by `between`. */
export const sides = [
  [3, 2],
  [2, 3],
  [1, 4],
  [4, 1],
  [0, 4],
  [4, 0],
] as const

/** What the texts repeat among themselves: parts of words, what occurs between two of them, words in katakana. */
export function echoesOf(texts: readonly string[]): Echoes {
  const counts = new Map<string, number>()
  const gaps = new Map<string, Map<string, number>>()
  const katakana = new Map<string, number>()
  for (const text of texts) {
    countParts(text, counts)
    collectGaps(text, gaps)
    for (const [word] of text.matchAll(/[ァ-ヺー]{5,}/gu)) add(katakana, word)
  }
  const count = (part: string): number =>
    part.length <= longest
      ? (counts.get(part) ?? 0)
      : Math.min(counts.get(part.slice(0, longest)) ?? 0, counts.get(part.slice(-longest)) ?? 0)
  return { count, between: (left, right) => gaps.get(`${left}|${right}`) ?? new Map(), katakana }
}

function countParts(text: string, counts: Map<string, number>): void {
  for (let at = 0; at < text.length; at += 1)
    for (let length = 1; length <= longest && at + length <= text.length; length += 1)
      add(counts, text.slice(at, at + length))
}

function collectGaps(text: string, gaps: Map<string, Map<string, number>>): void {
  for (let at = 0; at < text.length; at += 1)
    for (const [before, after] of sides) {
      const around = aroundOf(text, at, before, after)
      if (!around) continue
      const key = `${around.left}|${around.right}`
      const found = gaps.get(key) ?? new Map<string, number>()
      gaps.set(key, add(found, text.charAt(at)))
    }
}

/** The neighbours of the character at `at`; undefined where the text ends before that, or a sentence does. */
export function aroundOf(text: string, at: number, before: number, after: number) {
  if (at < before || at + after >= text.length) return undefined
  const [left, right] = [text.slice(at - before, at), text.slice(at + 1, at + 1 + after)]
  return /[\p{P}\p{S}\s]/u.test(left + right) ? undefined : { left, right }
}

function add(counts: Map<string, number>, key: string): Map<string, number> {
  return counts.set(key, (counts.get(key) ?? 0) + 1)
}
