import type { Rect } from '../../../document/model.ts'
import { median } from '../../../document/prose/widths.ts'
import type { Char, EnginePage, Path, Point } from '../engine/engine.ts'
import { asShown, sharedWindows, type Upright } from './upright.ts'

/** Sizes of print, in points, that are read as they are: below and above, the page is a reduction or an enlargement. */
const usual = { least: 5, most: 12 }
/** The size, in points, to which the print of any other page is brought. */
const ordinary = 9

/** A page with its print at an ordinary size, so that what is measured in points holds also on a poster or a reduction. */
export function atUsualSize(page: EnginePage): Upright {
  const size = median(page.chars.filter(char => char.text.trim() !== '').map(char => char.fontSize))
  if (size <= 0 || (size >= usual.least && size <= usual.most)) return { page, shown: asShown }
  const scale = ordinary / size
  return { page: scaledPage(page, scale), shown: rect => scaledRect(rect, 1 / scale) }
}

function scaledPage(page: EnginePage, scale: number): EnginePage {
  return {
    ...page,
    width: page.width * scale,
    height: page.height * scale,
    chars: page.chars.map(scaledChars(scale)),
    paths: page.paths.map(path => scaledPath(path, scale)),
    images: page.images.map(image => scaledRect(image, scale)),
    shadings: page.shadings.map(shading => scaledRect(shading, scale)),
  }
}

function scaledChars(scale: number): (char: Char) => Char {
  const windows = sharedWindows(window => scaledRect(window, scale))
  return char => ({
    ...char,
    origin: scaledPoint(char.origin, scale),
    bbox: scaledRect(char.bbox, scale),
    cutTo: windows(char),
    fontSize: char.fontSize * scale,
    em: char.em * scale,
  })
}

const scaledPath = (path: Path, scale: number): Path => ({
  ...path,
  subpaths: path.subpaths.map(subpath => ({
    ...subpath,
    points: subpath.points.map(point => scaledPoint(point, scale)),
  })),
  clip: path.clip && scaledRect(path.clip, scale),
})

const scaledPoint = ([x, y]: Point, scale: number): Point => [x * scale, y * scale]

const scaledRect = ([x0, y0, x1, y1]: Rect, scale: number): Rect => [x0 * scale, y0 * scale, x1 * scale, y1 * scale]
