import { groupBy } from '../../../document/group-by.ts'
import type { Rect, Suspicion } from '../../../document/model.ts'
import type { Char, EnginePage, Point } from '../engine/engine.ts'
import { unusableOn } from '../file/legibility.ts'
import { centreOf, contains, encloses } from '../geometry.ts'
import { isOn } from '../lines/printed-once.ts'
import { once } from '../once.ts'
import { PlaceIndex } from '../place-index.ts'

/** The characters of a page that are seen: what a clip cuts off is in the file but not on the page. */
export const seenOn = ({ chars }: EnginePage): Char[] => chars.filter(char => !char.cutOff)

/** The characters not to be believed without a look: those struck out, without usable Unicode, and the last ones before a cut. */
export function suspectsOf(page: EnginePage, struck: readonly Char[]): Map<Char, Suspicion> {
  const found = new Map<Char, Suspicion>()
  for (const char of struck) found.set(char, 'struck-out')
  for (const edge of cutEdges(page)) found.set(edge, 'cut-off')
  const isUnusable = unusableOn(page)
  for (const char of page.chars) if (!char.cutOff && isUnusable(char)) found.set(char, 'no-unicode')
  return found
}

/** The seen characters next to what is cut off, in its line or, where the whole line is, in the next one. */
function cutEdges({ chars, width, height }: EnginePage): Char[] {
  const isGone = (char: Char) => char.cutOff && char.text.trim() !== ''
  if (!chars.some(isGone)) return []
  const seen = chars.filter(char => !char.cutOff)
  const isSeen = isOn(seen)
  const isLost = (char: Char) => isGone(char) && !isSeen(char)
  const beside = chars.flatMap((char, at) => (isLost(char) ? besideCut(chars, at) : []))
  const objects = new Set(seen.map(char => char.objectId))
  const isOnPage = ({ bbox }: Char) => encloses([0, 0, width, height], [bbox[0], bbox[1], bbox[0], bbox[1]], 0)
  const lost = chars.filter(char => isLost(char) && !objects.has(char.objectId) && isOnPage(char))
  const lines = groupBy(lost, char => char.objectId)
  const sight = sightOf(seen)
  return [...beside, ...[...lines.values()].flatMap(line => nextTo(sight, line))]
}

/** The seen characters of the same object next to one that is not: where it was cut; each glyph may be an object of its own. */
function besideCut(chars: readonly Char[], at: number): Char[] {
  const lost = chars[at] as Char
  return [chars[at - 1], chars[at + 1]].filter(
    char =>
      char !== undefined &&
      !char.cutOff &&
      char.text.trim() !== '' &&
      (char.objectId === lost.objectId || touches(char, lost)),
  ) as Char[]
}

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
