import type { Rect } from '../../../document/model.ts'
import type { Char, Color, EnginePage, Path } from '../engine/engine.ts'
import { areaOf, boundsOf, centreOf, contains, intersect } from '../geometry.ts'
import { PlaceIndex } from '../place-index.ts'

/** A page without the text that is on it and not seen, and that text. */
export interface Inked {
  readonly page: EnginePage
  readonly unseen: readonly Char[]
}

/**
 * Parts a page from text that is switched off, in the colour of its ground, under what is drawn later, or without ink over other text. What lies on a
 * picture or on colours that change is taken for seen.
 */
export function inkedOf(page: EnginePage): Inked {
  const isUnseen = unseenOn(page)
  const unseen = page.chars.filter(isUnseen)
  if (unseen.length === 0) return { page, unseen }
  const gone = new Set(unseen)
  return { page: { ...page, chars: page.chars.filter(char => !gone.has(char)) }, unseen }
}

/** A rectangle that is painted, in one colour where `color` is known. */
interface Ground {
  readonly rect: Rect
  readonly order: number
  readonly color: Color | undefined
}

const paper: Color = [255, 255, 255, 255]
/** In points: what is lower or narrower holds no text. */
const thinnest = 4
/** The difference between two colours, of 255, that an eye does not see. */
const alike = 5
/** The share of a character that must be covered for it not to be seen. */
const covered = 0.85

function unseenOn(page: EnginePage): (char: Char) => boolean {
  const grounds = page.paths.flatMap(groundsOf)
  const last = grounds.reduce((most, { order }) => Math.max(most, order), -1)
  const isOverText = overText(page.chars)
  const mayVanish = vanishing(grounds)
  const pictures = [...page.images, ...page.shadings]
  return char => {
    if (char.off) return true
    if (char.cutOff || char.text.trim() === '') return false
    if (char.hidden) return isOverText(char)
    if (mayVanish(char.ink) && isInGround(char, pictures, grounds)) return true
    return last > char.order && grounds.some(ground => covers(ground, char))
  }
}

function groundsOf({ subpaths, fill, clip, order, solid }: Path): Ground[] {
  if (!fill) return []
  return subpaths.flatMap(({ points, curved }): Ground[] => {
    const bounds = boundsOf(points)
    const rect = clip ? intersect(bounds, clip) : bounds
    if (rect[2] - rect[0] < thinnest || rect[3] - rect[1] < thinnest) return []
    const isPlain = solid && subpaths.length === 1 && !curved && isRectangle(points, bounds)
    return [{ rect, order, color: isPlain ? fill : undefined }]
  })
}

const isRectangle = (points: Path['subpaths'][number]['points'], [x0, y0, x1, y1]: Rect): boolean =>
  points.length >= 4 &&
  points.length <= 5 &&
  points.every(([x, y]) => Math.min(x - x0, x1 - x) < 0.1 && Math.min(y - y0, y1 - y) < 0.1)

const isAlike = (a: Color, b: Color): boolean =>
  [0, 1, 2].every(at => Math.abs((a[at] as number) - (b[at] as number)) <= alike)

/**
 * Whether an ink is none, or that of a ground anywhere on the page or of paper: black text on white and grey, as most is, need not be
 * looked for in every ground. Characters of one text object share their ink, so each is compared once.
 */
function vanishing(grounds: readonly Ground[]): (ink: Char['ink']) => boolean {
  const colors = [paper, ...grounds.flatMap(({ color }) => (color ? [color] : []))]
  const known = new Map<Char['ink'], boolean>([
    [undefined, false],
    [null, true],
  ])
  return ink => {
    const answer = known.get(ink) ?? colors.some(color => ink && isAlike(ink, color))
    known.set(ink, answer)
    return answer
  }
}

/** Whether the ink is none, or that of the last ground that was painted below it, paper where none was. */
function isInGround({ ink, bbox, order }: Char, pictures: readonly Rect[], grounds: readonly Ground[]): boolean {
  if (!ink) return ink === null
  const middle = centreOf(bbox)
  if (pictures.some(rect => contains(rect, middle))) return false
  const below = grounds.findLast(ground => ground.order < order && contains(ground.rect, middle))
  const color = below ? below.color : paper
  return color !== undefined && isAlike(ink, color)
}

const covers = ({ rect, order, color }: Ground, char: Char): boolean =>
  color !== undefined && order > char.order && areaOf(intersect(rect, char.bbox)) > areaOf(char.bbox) * covered

/** Whether text without ink lies on text that is seen: what was recognised, over what was printed. On a picture alone it is all there is. */
function overText(chars: readonly Char[]): (char: Char) => boolean {
  const hidden = chars.filter(char => char.hidden && char.text.trim() !== '')
  const seen = chars.filter(char => !char.hidden && !char.off && !char.cutOff && char.text.trim() !== '')
  if (hidden.length === 0 || seen.length === 0) return () => false
  const places = new PlaceIndex(seen, char => char.bbox)
  const isOn = (char: Char) => places.some(char.bbox, other => areaOf(intersect(other.bbox, char.bbox)) > 0)
  const over = new Set(hidden.filter(isOn))
  return over.size > hidden.length / 2 ? () => true : char => over.has(char)
}
