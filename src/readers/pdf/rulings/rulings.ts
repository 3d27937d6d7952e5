import type { Rect } from '../../../document/model.ts'
import type { Char, Color, EnginePage, Path, Point, Subpath } from '../engine/engine.ts'
import { areaOf, boundsOf, encloses, heightOf, intersect, widthOf } from '../geometry.ts'
import { refuseAbove } from '../limits.ts'
import { once } from '../once.ts'
import { PlaceIndex, widened } from '../place-index.ts'
import { merged, shortest, snap } from './merged.ts'
import { rimsOf } from './rims.ts'
import { type Fill, type Ruling, rectOf, sidesOf } from './ruling.ts'
import { strikesAmong } from './strikes.ts'

export interface Rulings {
  readonly horizontal: readonly Ruling[]
  readonly vertical: readonly Ruling[]
  readonly fills: readonly Fill[]
}

/** The lines of a page, and the characters that other lines are drawn through. */
export interface PageRulings extends Rulings {
  /** The lines across as they are drawn, each of which may be many. */
  readonly pieces: readonly Ruling[]
  readonly struck: readonly Char[]
}

/** A filled rectangle this thin is a line. */
const thickest = 3
/** How far from straight a line may be. */
const slant = 0.6

/** The lines a page is ruled with, however its producer drew them: strokes, thin rectangles, dots; each line once. */
export function rulingsOf(page: EnginePage): PageRulings {
  const pieces: Ruling[] = []
  const fills: Fill[] = []
  for (const path of page.paths) for (const subpath of path.subpaths) readSubpath(path, subpath, pieces, fills)
  refuseAbove('straight lines', pieces.length)
  const rims = rimsOf(fills)
  const isDrawn = drawnOn(fills)
  const visible = [...pieces.filter(isDrawn), ...rims.lines]
  const horizontal = visible.filter(piece => piece.axis === 'horizontal')
  const strikes = strikesAmong(horizontal, page.chars)
  const across = horizontal.filter(piece => !strikes.lines.has(piece))
  return {
    pieces: across,
    horizontal: merged(across),
    vertical: merged(visible.filter(piece => piece.axis === 'vertical')),
    fills: fills.filter(fill => !isWhite(fill.color) && !rims.covered.has(fill)),
    struck: strikes.chars,
  }
}

// White lines show only on a ground; until that is looked at they are marked by this colour.
const whiteLines = new WeakSet<Ruling>()

function readSubpath(path: Path, subpath: Subpath, pieces: Ruling[], fills: Fill[]): void {
  const color = path.stroke ?? path.fill
  if (!color) return
  const lines = path.stroke ? strokedLines(subpath, path.dashed) : filledLines(subpath, fills, color, path.clip)
  if (path.stroke && path.fill) filledLines(subpath, fills, path.fill, path.clip)
  for (const each of lines) {
    const line = shownOf(each, path.clip)
    if (!line) continue
    if (isWhite(color)) whiteLines.add(line)
    pieces.push(line)
  }
}

/** What a clip leaves of a line. */
function shownOf(line: Ruling, clip: Rect | null): Ruling | undefined {
  if (!clip) return line
  const { axis, at, dashed } = line
  const isFlat = axis === 'horizontal'
  const from = Math.max(line.from, isFlat ? clip[0] : clip[1])
  const to = Math.min(line.to, isFlat ? clip[2] : clip[3])
  const [low, high] = isFlat ? [clip[1], clip[3]] : [clip[0], clip[2]]
  return at >= low - slant && at <= high + slant && to > from ? { axis, at, from, to, dashed } : undefined
}

const isWhite = ([red, green, blue]: Color): boolean => red > 250 && green > 250 && blue > 250

function strokedLines(subpath: Subpath, dashed: boolean): Ruling[] {
  const bounds = boundsOf(subpath.points)
  if (isRounded(subpath, bounds)) return sidesOf(bounds, dashed)
  const points = subpath.closed ? [...subpath.points, subpath.points[0] as Point] : subpath.points
  return points.slice(1).flatMap((to, index) => line(points[index] as Point, to, dashed) ?? [])
}

/** A lower one holds no line of text. */
const leastRounded = 7

/** A rectangle with round corners: its straight parts lie on three sides of its bounds or more. */
function isRounded(subpath: Subpath, bounds: Rect): boolean {
  const [width, height] = [widthOf(bounds), heightOf(bounds)]
  if (!subpath.curved || Math.max(width, height) < 12 || Math.min(width, height) < leastRounded) return false
  const sides = new Set<string>()
  subpath.points.forEach((to, index) => {
    const found = line(subpath.points.at(index - 1) as Point, to, false)
    if (found && found.to - found.from > shortest) sides.add(`${found.axis} ${Math.round(found.at)}`)
  })
  return sides.size >= 3
}

function line([x0, y0]: Point, [x1, y1]: Point, dashed: boolean): Ruling | undefined {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)]
  if (height <= slant && width > height)
    return { axis: 'horizontal', at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1), dashed }
  if (width <= slant && height > width)
    return { axis: 'vertical', at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1), dashed }
  return undefined
}

/** A thin filled rectangle is a line along its length, a tiny one a dot of a line either way, a larger one a ground. */
function filledLines(subpath: Subpath, fills: Fill[], color: Color, clip: Rect | null): Ruling[] {
  if (subpath.points.length < 3) return []
  const rect = boundsOf(subpath.points)
  const [width, height] = [widthOf(rect), heightOf(rect)]
  if (Math.min(width, height) > thickest) {
    if (subpath.points.length <= 6 || isRounded(subpath, rect))
      fills.push({ rect: clip ? intersect(rect, clip) : rect, color })
    return []
  }
  const [x0, y0, x1, y1] = rect
  const lines: Ruling[] = []
  if (width >= height * 0.9) lines.push({ axis: 'horizontal', at: (y0 + y1) / 2, from: x0, to: x1, dashed: false })
  if (height >= width * 0.9) lines.push({ axis: 'vertical', at: (x0 + x1) / 2, from: y0, to: y1, dashed: false })
  return lines
}

/** Whether a piece is seen: a white line is one only on a coloured ground. */
function drawnOn(fills: readonly Fill[]): (piece: Ruling) => boolean {
  const coloured = fills.filter(fill => !isWhite(fill.color) && areaOf(fill.rect) > 0)
  const grounds = once(() => new PlaceIndex(coloured, fill => widened(fill.rect, snap * 2)))
  return piece => {
    if (!whiteLines.has(piece)) return true
    const rect = rectOf(piece)
    return grounds().some(rect, fill => encloses(fill.rect, rect, snap))
  }
}
