import type { Rect } from '../../../document/model.ts'
import type { Color } from '../engine/engine.ts'

export type Axis = 'horizontal' | 'vertical'

/** A straight line of the page: horizontal at a height, or vertical at a distance from the left, from one end to the other. */
export interface Ruling {
  readonly axis: Axis
  readonly at: number
  readonly from: number
  readonly to: number
  readonly dashed: boolean
}

/** A rectangle filled with a colour: the ground of a cell, a bar, a badge. */
export interface Fill {
  readonly rect: Rect
  readonly color: Color
}

/** Where a ruling is. */
export const rectOf = ({ axis, at, from, to }: Ruling): Rect =>
  axis === 'horizontal' ? [from, at, to, at] : [at, from, at, to]

export const sidesOf = ([x0, y0, x1, y1]: Rect, dashed: boolean): Ruling[] => [
  { axis: 'horizontal', at: y0, from: x0, to: x1, dashed },
  { axis: 'horizontal', at: y1, from: x0, to: x1, dashed },
  { axis: 'vertical', at: x0, from: y0, to: y1, dashed },
  { axis: 'vertical', at: x1, from: y0, to: y1, dashed },
]
