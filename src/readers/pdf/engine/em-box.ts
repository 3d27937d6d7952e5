import type { Rect } from '../../../document/model.ts'
import { type Matrix, widthOf } from '../geometry.ts'
import type { Point } from './engine.ts'

/** In ems: how far below the baseline the box of a character begins. */
const descent = 0.12
/** In ems: boxes narrower than this, or no further left, say nothing of the direction of writing. */
const telling = 0.3

/**
 * The box of a character: from its origin as far as the engine says it advances, one em high. `matrix` leads from the font's em square
 * to the page, `size` is how wide it makes that square, `loose` the box that the engine gives.
 */
export function emBox([x, y]: Point, loose: Rect, matrix: Matrix, size: number): Rect {
  const [a, b, c, d] = matrix
  const em = size || 1
  if (b === 0 && c === 0) return levelBox(x, y, loose, matrix, em)
  const [ux, uy] = [a / em, b / em]
  const advance = Math.max(0, farthest(loose, ux, uy) - (x * ux + y * uy))
  const [alongX, alongY] = [ux * advance, uy * advance]
  const [lowX, lowY, highX, highY] = [c * -descent, d * -descent, c * (1 - descent), d * (1 - descent)]
  const box: Rect = [
    Math.min(x + lowX, x + alongX + lowX, x + highX, x + alongX + highX),
    Math.min(y + lowY, y + alongY + lowY, y + highY, y + alongY + highY),
    Math.max(x + lowX, x + alongX + lowX, x + highX, x + alongX + highX),
    Math.max(y + lowY, y + alongY + lowY, y + highY, y + alongY + highY),
  ]
  return isSideways(box, loose, em) ? loose : box
}

/** The same for writing from left to right or right to left, as nearly all is: half the arithmetic. */
function levelBox(x: number, y: number, loose: Rect, [a, , , d]: Matrix, em: number): Rect {
  const ux = a / em
  const end = x + ux * Math.max(0, Math.max(loose[0] * ux, loose[2] * ux) - x * ux)
  const [low, high] = [y + d * -descent, y + d * (1 - descent)]
  const box: Rect = [Math.min(x, end), Math.min(low, high), Math.max(x, end), Math.max(low, high)]
  return isSideways(box, loose, em) ? loose : box
}

/** How far a box reaches in a direction. */
const farthest = ([x0, y0, x1, y1]: Rect, ux: number, uy: number): number =>
  Math.max(x0 * ux + y0 * uy, x1 * ux + y1 * uy, x0 * ux + y1 * uy, x1 * ux + y0 * uy)

/** In vertical writing the origin is above the middle of the character, not at its left: then only the engine's box is right. */
const isSideways = (box: Rect, loose: Rect, em: number): boolean =>
  widthOf(loose) > em * telling && loose[0] < box[0] - em * telling
