import type { Rect } from '../../../document/model.ts'
import type { Char } from '../engine/engine.ts'
import { areaOf, heightOf, intersect } from '../geometry.ts'
import { refuseAbove } from '../limits.ts'
import type { Run } from '../lines/runs.ts'
import { once } from '../once.ts'
import { PlaceIndex } from '../place-index.ts'

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
  const whole = new Set<Run>()
  const inRun = charsIn()
  const sorted = [...runs].sort((a, b) => a.bbox[1] - b.bbox[1])
  const isStamped = once(() => new Set(sorted.filter(run => run.chars.some(char => stamped.has(char)))))
  for (const [run, other] of pairsIn(sorted)) {
    const shared = intersect(run.bbox, other.bbox)
    // Lines of one text touch: they are most of what comes by here.
    const isDeep = heightOf(shared) > Math.min(run.fontSize, other.fontSize) * coveredShare
    if (!(shared[2] > shared[0]) || !isDeep) continue
    const isOfForm = isAlike(run, other) && !isStamped().has(run) && !isStamped().has(other)
    if (whole.has(run) && whole.has(other)) continue
    const upon = pairsUpon(inRun(run, shared), inRun(other, shared))
    // One letter over the next: the engine takes letters of a font that is not in the file for wider than they are.
    if (upon.length === 0 || (isOneLine(run, other) && upon.length < 2)) continue
    if (isOfForm) for (const each of [run, other]) whole.add(each)
    else for (const char of upon.flat()) found.add(char)
  }
  for (const { chars } of whole) for (const char of chars) found.add(char)
  return found
}

/** The pairs of runs, sorted by their tops, whose boxes meet. */
function* pairsIn(sorted: readonly Run[]): Generator<readonly [Run, Run]> {
  const places = new PlaceIndex(sorted.keys(), at => (sorted[at] as Run).bbox)
  let pairs = 0
  for (const [index, run] of sorted.entries()) {
    const later = places.meeting(run.bbox).filter(other => other > index)
    pairs += later.length
    refuseAbove('texts over one another', pairs)
    for (const other of later) yield [run, sorted[other] as Run]
  }
}

/** So many characters are compared one by one; more are looked for by their places. */
const few = 32

/** The characters of a run that reach into a rectangle; those of a long run are looked for by their places. */
function charsIn(): (run: Run, rect: Rect) => readonly Char[] {
  const indices = new Map<Run, PlaceIndex<Char>>()
  return (run, rect) => {
    const isIn = ({ bbox }: Char) => areaOf(intersect(bbox, rect)) > 0
    if (run.chars.length <= few) return run.chars.filter(isIn)
    const index = indices.get(run) ?? new PlaceIndex(run.chars, char => char.bbox)
    indices.set(run, index)
    return index.meeting(rect).filter(isIn)
  }
}

function pairsUpon(some: readonly Char[], others: readonly Char[]): (readonly [Char, Char])[] {
  const places = others.length > few ? new PlaceIndex(others, char => char.bbox) : undefined
  return some.flatMap(one => {
    const near = places ? places.meeting(one.bbox) : others
    return near.filter(other => isUpon(one, other)).map(other => [one, other] as const)
  })
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
