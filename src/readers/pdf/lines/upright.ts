import type { Rect } from '../../../document/model.ts'
import type { Char, EnginePage, Point } from '../engine/engine.ts'
import { unite } from '../geometry.ts'

/** A page as one reads it, and the way back to where things are on the page as shown. */
export interface Upright {
  readonly page: EnginePage
  readonly shown: (rect: Rect) => Rect
}

/** Of a page that is read as it is shown. */
export const asShown = (rect: Rect): Rect => rect

/** The share of the characters that must run one way for the page to be turned. */
const most = 0.8

/** A page whose text runs downward, upward or upside down, turned so that it runs from left to right. */
export function uprightOf(page: EnginePage): Upright {
  const angle = angleOf(page.chars)
  const there = turns[angle]
  const back = turns[360 - angle]
  if (!there || !back) return { page, shown: asShown }
  const { width, height } = page
  const sideways = angle !== 180
  const [wide, high] = sideways ? [height, width] : [width, height]
  const point = (at: Point) => there(at, width, height)
  const turned = (rect: Rect) => turnedRect(rect, point)
  const windows = sharedWindows(turned)
  return {
    page: {
      ...page,
      width: wide,
      height: high,
      chars: page.chars.map(char => ({
        ...char,
        origin: point(char.origin),
        bbox: turned(char.bbox),
        cutTo: windows(char),
        angle: (char.angle - angle + 360) % 360,
      })),
      paths: page.paths.map(path => ({
        ...path,
        subpaths: path.subpaths.map(subpath => ({ ...subpath, points: subpath.points.map(point) })),
        clip: path.clip && turned(path.clip),
      })),
      images: page.images.map(turned),
      shadings: page.shadings.map(turned),
    },
    shown: rect => turnedRect(rect, at => back(at, wide, high)),
  }
}

/** The windows of a character, each brought elsewhere; those that characters share are made once. */
export function sharedWindows(bring: (window: Rect) => Rect): (char: Char) => readonly Rect[] | undefined {
  const made = new Map<readonly Rect[], readonly Rect[]>()
  return ({ cutTo }) => {
    if (cutTo && !made.has(cutTo)) made.set(cutTo, cutTo.map(bring))
    return cutTo && made.get(cutTo)
  }
}

type Turn = (at: Point, width: number, height: number) => Point

/** What brings text of an angle, clockwise, back to a line from left to right, on a page of a width and height. */
const turns: { readonly [angle: number]: Turn | undefined } = {
  90: ([x, y], width) => [y, width - x],
  180: ([x, y], width, height) => [width - x, height - y],
  270: ([x, y], _, height) => [height - y, x],
}

const turnedRect = ([x0, y0, x1, y1]: Rect, turn: (at: Point) => Point): Rect => {
  const [a, b] = [turn([x0, y0]), turn([x1, y1])]
  return unite([
    [a[0], a[1], a[0], a[1]],
    [b[0], b[1], b[0], b[1]],
  ])
}

/** The angle at which the page's text runs; 0 where it runs several ways. */
function angleOf(chars: readonly Char[]): number {
  const printed = chars.filter(char => char.text.trim() !== '')
  const [first] = [90, 180, 270].filter(
    angle => printed.filter(char => char.angle === angle).length > printed.length * most,
  )
  return first ?? 0
}
