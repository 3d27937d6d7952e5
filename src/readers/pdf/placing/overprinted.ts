import type { Rect } from '../../../document/model.ts'
import type { Char } from '../engine/engine.ts'
import { areaOf, heightOf, intersect } from '../geometry.ts'
import type { Run } from '../lines/runs.ts'

/** The share of a character that another must cover for neither to be read with certainty. */
const coveredShare = 0.3
/** The share of its size by which the text of one line may be off. */
const sameLine = 0.1
/** The share of a size from which on another is that of the same text. */
const likeSize = 0.75

/**
 * The characters that are not to be believed as other text is printed over them: of a stamp and what it lies on those that touch, of
 * two texts of the form all, as there it is not even known where the one ends.
 */
export function overprinted(runs: readonly Run[], stamped: ReadonlyMap<Char, unknown>): Set<Char> {
  const found = new Set<Char>()
  const sorted = [...runs].sort((a, b) => a.bbox[1] - b.bbox[1])
  sorted.forEach((run, index) => {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next] as Run
      if (other.bbox[1] >= run.bbox[3]) break
      const shared = intersect(run.bbox, other.bbox)
      // Lines of one text touch: they are most of what comes by here.
      const isDeep = heightOf(shared) > Math.min(run.fontSize, other.fontSize) * coveredShare
      if (shared[2] > shared[0] && isDeep) for (const char of doubtedOf(run, other, shared, stamped)) found.add(char)
    }
  })
  return found
}

function doubtedOf(a: Run, b: Run, shared: Rect, stamped: ReadonlyMap<Char, unknown>): Char[] {
  const isWithin = ({ bbox }: Char) => areaOf(intersect(bbox, shared)) > 0
  const others = b.chars.filter(isWithin)
  const pairs = a.chars
    .filter(isWithin)
    .flatMap(one => others.filter(other => isUpon(one, other)).map(other => [one, other]))
  // One letter over the next: the engine takes letters of a font that is not in the file for wider than they are.
  if (isOneLine(a, b) && pairs.length < 2) return []
  const isOfForm = isAlike(a, b) && ![...a.chars, ...b.chars].some(char => stamped.has(char))
  return isOfForm && pairs.length > 0 ? [...a.chars, ...b.chars] : pairs.flat()
}

const isOneLine = (a: Run, b: Run): boolean => Math.abs(a.origin[1] - b.origin[1]) < a.fontSize * sameLine

const isAlike = (a: Run, b: Run): boolean =>
  a.angle === b.angle && Math.min(a.fontSize, b.fontSize) > Math.max(a.fontSize, b.fontSize) * likeSize

const isUpon = (a: Char, b: Char): boolean =>
  a.objectId !== b.objectId &&
  areaOf(intersect(a.bbox, b.bbox)) > Math.min(areaOf(a.bbox), areaOf(b.bbox)) * coveredShare &&
  isInk(a) &&
  isInk(b)

/** Marks fill but a part of their box: set close together they lie on one another's blank half. */
const isInk = ({ text }: Char): boolean => !/^[\s\p{P}]*$/u.test(text)
