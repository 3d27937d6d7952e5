import { groupBy } from '../../../document/group-by.ts'
import type { Rect } from '../../../document/model.ts'
import type { Char, EnginePage, Point } from '../engine/engine.ts'
import { centreOf, contains, encloses } from '../geometry.ts'
import { isOn } from '../lines/printed-once.ts'
import { once } from '../once.ts'
import { PlaceIndex } from '../place-index.ts'

/** What the edges of a page and of its clips cut off of its text. */
export interface Cut {
  /** The seen characters next to what is cut off, in its line or, where the whole line is, in the next one, each with what is not seen. */
  readonly edges: ReadonlyMap<Char, string>
  /** The characters that are nowhere seen. */
  readonly lost: readonly Char[]
}

const nothing: Cut = { edges: new Map(), lost: [] }

/** What is cut off of a page's text. What is drawn twice, each time through another clip, is seen where one of them shows it. */
export function cutOn({ chars, width, height }: EnginePage): Cut {
  if (!chars.some(isGone)) return nothing
  const seen = chars.filter(char => !char.cutOff)
  const isSeen = isOn(seen)
  const isLost = (char: Char) => isGone(char) && !isSeen(char)
  const objects = new Set(seen.map(char => char.objectId))
  const isOnPage = ({ bbox }: Char) => encloses([0, 0, width, height], [bbox[0], bbox[1], bbox[0], bbox[1]], 0)
  const lost = chars.filter(isLost)
  const whole = lost.filter(char => !objects.has(char.objectId) && isOnPage(char))
  const edges = new Map(stretchesOf(chars, isLost).flatMap(stretch => edgesOf(chars, stretch)))
  const sight = sightOf(seen)
  for (const line of groupBy(whole, char => char.objectId).values())
    for (const edge of nextTo(sight, line)) edges.set(edge, textOf(line))
  return { edges, lost }
}

const isGone = (char: Char): boolean => char.cutOff && char.text.trim() !== ''

const textOf = (chars: readonly Char[]): string =>
  chars
    .map(char => char.text)
    .join('')
    .trim()

/** Characters by their numbers, from one to behind the last. */
type Stretch = readonly [from: number, to: number]

/** The stretches of a page's characters, in the engine's order, that are not seen. */
function stretchesOf(chars: readonly Char[], isLost: (char: Char) => boolean): Stretch[] {
  const found: Stretch[] = []
  for (let from = 0; from < chars.length; from += 1) {
    if (!isLost(chars[from] as Char)) continue
    let to = from + 1
    while (to < chars.length && follows(chars, to) && isLost(chars[to] as Char)) to += 1
    found.push([from, to])
    from = to - 1
  }
  return found
}

const follows = (chars: readonly Char[], at: number): boolean => goesOn(chars[at - 1] as Char, chars[at] as Char)

/** The seen characters before and behind a stretch, of one text with it: where it was cut. */
function edgesOf(chars: readonly Char[], [from, to]: Stretch): [edge: Char, rest: string][] {
  const rest = textOf(chars.slice(from, to))
  const besides = [
    [chars[from - 1], chars[from]],
    [chars[to], chars[to - 1]],
  ]
  return besides.flatMap(([edge, lost]): [Char, string][] =>
    edge && lost && !edge.cutOff && edge.text.trim() !== '' && goesOn(edge, lost) ? [[edge, rest]] : [],
  )
}

/** Of one object, or written one after the other without a gap: each glyph may be an object of its own. */
const goesOn = (a: Char, b: Char): boolean => a.objectId === b.objectId || touches(a, b)

/** Written one after the other, without a gap. */
function touches(a: Char, b: Char): boolean {
  if (a.angle !== 0 || b.angle !== 0 || Math.abs(a.origin[1] - b.origin[1]) > 0.5) return false
  const gap = a.origin[0] < b.origin[0] ? b.origin[0] - a.bbox[2] : a.origin[0] - b.bbox[2]
  return Math.abs(gap) < a.em * 0.1
}

/** In ems: lines of one cell are this far apart. */
const nextLine = { least: 0.9, most: 2 }

/**
 * Beside a line that is wholly cut off, as where a cell is too low for its text: the last character of the line above and the first of
 * the one below. Which of them is of its cell is not known, so both are doubted.
 */
function nextTo(sight: Sight, lost: readonly Char[]): Char[] {
  const [first] = lost as [Char]
  const below = (char: Char) => char.origin[1] - first.origin[1]
  const isNext = (ems: number) => ems >= nextLine.least && ems <= nextLine.most
  const isOver = overAny(lost)
  const near = sight(first, first.fontSize * nextLine.most).filter(
    char => isNext(Math.abs(below(char)) / first.fontSize) && isOver(char),
  )
  const nearest = (line: readonly Char[]): Char[] => {
    const step = line.reduce((least, char) => Math.min(least, Math.abs(below(char))), Number.POSITIVE_INFINITY)
    return line.filter(char => Math.abs(Math.abs(below(char)) - step) < first.fontSize / 4)
  }
  const [above, under] = [nearest(near.filter(char => below(char) < 0)), nearest(near.filter(char => below(char) > 0))]
  return [...above.slice(-1), ...under.slice(0, 1)]
}

/** What is seen at the height of a lost character, give or take so much, and through its window, as of a cell; where nothing is, everything. */
type Sight = (lost: Char, within: number) => Char[]

function sightOf(seen: readonly Char[]): Sight {
  const printed = seen.filter(char => char.text.trim() !== '')
  const middles = once(() => new PlaceIndex(printed, ({ bbox }) => pointAt(centreOf(bbox))))
  const lines = once(() => new PlaceIndex(printed, ({ origin: [, y] }) => [0, y, 0, y]))
  return ({ cutTo, origin: [, y] }, within) => {
    const isIn = ({ bbox }: Char) => cutTo?.some(window => contains(window, centreOf(bbox))) === true
    const hasWindow = cutTo?.some(window => middles().some(window, isIn)) === true
    const near = lines().meeting([0, y - within - 1, 0, y + within + 1])
    return hasWindow ? near.filter(isIn) : near
  }
}

const pointAt = ([x, y]: Point): Rect => [x, y, x, y]

/** So many characters are compared one by one. */
const few = 16

/** Whether a character lies over one of some. */
function overAny(lost: readonly Char[]): (char: Char) => boolean {
  if (lost.length <= few) return char => lost.some(each => standsOver(char, each))
  const stretches = new PlaceIndex(lost, ({ bbox }) => [bbox[0], 0, bbox[2], 0])
  return char => stretches.some([char.bbox[0], 0, char.bbox[2], 0], each => standsOver(char, each))
}

const standsOver = (a: Char, b: Char): boolean =>
  a.angle === b.angle &&
  Math.abs(a.fontSize - b.fontSize) < 0.5 &&
  Math.min(a.bbox[2], b.bbox[2]) - Math.max(a.bbox[0], b.bbox[0]) > 0
