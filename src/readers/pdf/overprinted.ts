import type { Char } from './engine.ts'
import { areaOf, intersect } from './geometry.ts'
import type { Run } from './runs.ts'

/** The share of a character that another must cover for neither to be read with certainty. */
const coveredShare = 0.3
/** The share of its size by which the text of one line may be off. */
const sameLine = 0.1

/**
 * The characters that are not to be believed as other text is printed over them: of a stamp and what it lies on those that touch, of
 * texts on one line all, as there it is not even known where the one ends.
 */
export function overprinted(runs: readonly Run[]): Set<Char> {
  const found = new Set<Char>()
  const sorted = [...runs].sort((a, b) => a.bbox[1] - b.bbox[1])
  sorted.forEach((run, index) => {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next] as Run
      if (other.bbox[1] >= run.bbox[3]) break
      if (areaOf(intersect(run.bbox, other.bbox)) > 0) for (const char of doubtedOf(run, other)) found.add(char)
    }
  })
  return found
}

function doubtedOf(a: Run, b: Run): Char[] {
  const pairs = a.chars.flatMap(one => b.chars.filter(other => isUpon(one, other)).map(other => [one, other]))
  const isOneLine = Math.abs(a.origin[1] - b.origin[1]) < a.fontSize * sameLine
  if (!isOneLine) return pairs.flat()
  // One letter over the next: the engine takes letters of a font that is not in the file for wider than they are.
  return pairs.length < 2 ? [] : [...a.chars, ...b.chars]
}

const isUpon = (a: Char, b: Char): boolean =>
  a.objectId !== b.objectId &&
  isInk(a) &&
  isInk(b) &&
  areaOf(intersect(a.bbox, b.bbox)) > Math.min(areaOf(a.bbox), areaOf(b.bbox)) * coveredShare

/** Marks fill but a part of their box: set close together they lie on one another's blank half. */
const isInk = ({ text }: Char): boolean => !/^[\s\p{P}]*$/u.test(text)
