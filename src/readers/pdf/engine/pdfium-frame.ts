import type { Rect } from '../../../document/model.ts'
import type { Matrix } from '../geometry.ts'
import type { Pdfium } from './pdfium-library.ts'
import type { Memory } from './pdfium-memory.ts'

/** How the page is shown: its size, and the way from the file's coordinates to those of the page as shown. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly matrix: Matrix
}

/** How a page is shown. `unit`: points per unit of its coordinates. */
export function frameOf(library: Pdfium, memory: Memory, page: number, unit: number): Frame {
  const box = pageBox(library, memory, page)
  const quarterTurns = library.FPDFPage_GetRotation(page)
  const [width, height] = [(box[2] - box[0]) * unit, (box[3] - box[1]) * unit]
  const upright = quarterTurns % 2 === 0
  return { width: upright ? width : height, height: upright ? height : width, matrix: turned(box, quarterTurns, unit) }
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
