import type { Rect } from '../../document/model.ts'
import type { Point } from './engine/engine.ts'

/** [a b c d e f] as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** Where a matrix brings a point. */
export const apply = (m: Matrix, x: number, y: number): Point => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

/** `first`, then `second`. */
export const compose = (first: Matrix, second: Matrix): Matrix => [
  first[0] * second[0] + first[1] * second[2],
  first[0] * second[1] + first[1] * second[3],
  first[2] * second[0] + first[3] * second[2],
  first[2] * second[1] + first[3] * second[3],
  first[4] * second[0] + first[5] * second[2] + second[4],
  first[4] * second[1] + first[5] * second[3] + second[5],
]

/** What any rectangle makes larger. */
export const nothing: Rect = [
  Number.POSITIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
]

/** The smallest rectangle around some points; of none, `nothing`. */
export function boundsOf(points: readonly Point[]): Rect {
  let [x0, y0, x1, y1] = nothing
  for (const point of points) {
    x0 = Math.min(x0, point[0])
    y0 = Math.min(y0, point[1])
    x1 = Math.max(x1, point[0])
    y1 = Math.max(y1, point[1])
  }
  return [x0, y0, x1, y1]
}

/** The bounds of a rectangle where a matrix brings it; called for every character, and so without a list of its corners. */
export function transformRect([a, b, c, d, e, f]: Matrix, [x0, y0, x1, y1]: Rect): Rect {
  const [ax0, ax1, cy0, cy1] = [a * x0, a * x1, c * y0, c * y1]
  const [bx0, bx1, dy0, dy1] = [b * x0, b * x1, d * y0, d * y1]
  return [
    Math.min(ax0 + cy0 + e, ax1 + cy0 + e, ax0 + cy1 + e, ax1 + cy1 + e),
    Math.min(bx0 + dy0 + f, bx1 + dy0 + f, bx0 + dy1 + f, bx1 + dy1 + f),
    Math.max(ax0 + cy0 + e, ax1 + cy0 + e, ax0 + cy1 + e, ax1 + cy1 + e),
    Math.max(bx0 + dy0 + f, bx1 + dy0 + f, bx0 + dy1 + f, bx1 + dy1 + f),
  ]
}

/** The smallest rectangle around some others; of none, `nothing`. */
export function unite(rects: readonly Rect[]): Rect {
  let [x0, y0, x1, y1] = nothing
  for (const rect of rects) {
    x0 = Math.min(x0, rect[0])
    y0 = Math.min(y0, rect[1])
    x1 = Math.max(x1, rect[2])
    y1 = Math.max(y1, rect[3])
  }
  return [x0, y0, x1, y1]
}

export const widthOf = (rect: Rect): number => rect[2] - rect[0]
export const heightOf = (rect: Rect): number => rect[3] - rect[1]
/** None where a rectangle is turned inside out, as the intersection of two that do not meet. */
export const areaOf = (rect: Rect): number => Math.max(0, widthOf(rect)) * Math.max(0, heightOf(rect))
export const centreOf = (rect: Rect): Point => [(rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2]

export const holds = (rect: Rect, x: number, y: number): boolean =>
  x >= rect[0] && x <= rect[2] && y >= rect[1] && y <= rect[3]

export const contains = (rect: Rect, [x, y]: Point): boolean => holds(rect, x, y)

/** Whether `inner` lies within `outer`, give or take `slack` points. */
export const encloses = (outer: Rect, inner: Rect, slack: number): boolean =>
  inner[0] >= outer[0] - slack &&
  inner[1] >= outer[1] - slack &&
  inner[2] <= outer[2] + slack &&
  inner[3] <= outer[3] + slack

/** What two rectangles have in common; turned inside out where they do not meet. */
export const intersect = (a: Rect, b: Rect): Rect => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
]

/** The length that two stretches have in common. */
export const overlap = (a0: number, a1: number, b0: number, b1: number): number =>
  Math.max(0, Math.min(a1, b1) - Math.max(a0, b0))

/** From the least to the greatest of some numbers; minus infinity where there are none. */
export function spreadOf(numbers: readonly number[]): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const number of numbers) {
    least = Math.min(least, number)
    most = Math.max(most, number)
  }
  return most - least
}
