import type { Rect } from '../../../document/model.ts'
import { apply, centreOf, compose, heightOf, holds, type Matrix, transformRect, widthOf } from '../geometry.ts'
import type { Point } from './engine.ts'
import type { Pdfium } from './library/pdfium-library.ts'
import type { Memory } from './library/pdfium-memory.ts'

/** How the page is read: its size as shown, and the way from the file's coordinates to those in which its text is straight. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly matrix: Matrix
  /** Of a page that went askew: by how much, in radians, and the way back to the page as shown. */
  readonly skew: number
  readonly shown: Matrix | null
}

/** How a page is read. `unit`: points per unit of its coordinates; `skew`: the angle of its text, in radians against the clock. */
export function frameOf(library: Pdfium, memory: Memory, page: number, unit: number, skew: number): Frame {
  const box = pageBox(library, memory, page)
  const quarterTurns = library.FPDFPage_GetRotation(page)
  const [width, height] = [(box[2] - box[0]) * unit, (box[3] - box[1]) * unit]
  const upright = quarterTurns % 2 === 0
  const size = { width: upright ? width : height, height: upright ? height : width }
  const matrix = turned(box, quarterTurns, unit)
  if (skew === 0) return { ...size, matrix, skew, shown: null }
  const middle: Point = [size.width / 2, size.height / 2]
  // On the page as shown y grows downward: what is turned against the clock there is turned by the opposite angle.
  return { ...size, matrix: compose(matrix, about(middle, skew)), skew, shown: about(middle, -skew) }
}

/** The CropBox within the MediaBox, also where the page inherits them. */
function pageBox(library: Pdfium, memory: Memory, page: number): Rect {
  library.FPDF_GetPageBoundingBox(page, memory.scratch)
  const [left, top, right, bottom] = [memory.float(0), memory.float(1), memory.float(2), memory.float(3)]
  return [left, bottom, right, top]
}

/** From user space (origin bottom left) to the page as shown (origin top left), turned clockwise. */
function turned([x0, y0, x1, y1]: Rect, quarterTurns: number, u: number): Matrix {
  if (quarterTurns === 1) return [0, u, u, 0, -y0 * u, -x0 * u]
  if (quarterTurns === 2) return [-u, 0, 0, u, x1 * u, -y0 * u]
  if (quarterTurns === 3) return [0, -u, -u, 0, y1 * u, x1 * u]
  return [u, 0, 0, -u, -x0 * u, y1 * u]
}

/** A turn about a point. */
function about([x, y]: Point, angle: number): Matrix {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos]
}

/** Where a rectangle of a page as read lies on the page as shown; null where it is the same. */
export const shownFrom = ({ shown }: Frame): ((rect: Rect) => Rect) | null =>
  shown && (rect => transformRect(shown, rect))

/** Whether a place of a page as read lies on the page as shown. */
export function isOnPage({ width, height, shown }: Frame, [x, y]: Point): boolean {
  const [right, down] = shown ? apply(shown, x, y) : [x, y]
  return holds([0, 0, width, height], right, down)
}

/** The box of something set straight in the text, where the engine gives the bounds, in the file's coordinates, that it has askew. */
export function straightBox({ matrix, skew }: Frame, bounds: Rect): Rect {
  if (skew === 0) return transformRect(matrix, bounds)
  const [sin, cos] = [Math.abs(Math.sin(skew)), Math.cos(skew)]
  const [across, down] = [widthOf(bounds), heightOf(bounds)]
  const [width, height] = [across * cos - down * sin, down * cos - across * sin].map(
    side => Math.max(0, side) / (cos * cos - sin * sin),
  ) as [number, number]
  const isUpright = Math.abs(matrix[0]) > Math.abs(matrix[1])
  const unit = Math.hypot(matrix[0], matrix[1])
  const [right, up] = [((isUpright ? width : height) * unit) / 2, ((isUpright ? height : width) * unit) / 2]
  const [x, y] = apply(matrix, ...centreOf(bounds))
  return [x - right, y - up, x + right, y + up]
}
