export type Axis = 'horizontal' | 'vertical'

/** A straight line of the page: horizontal at a height, or vertical at a distance from the left, from one end to the other. */
export interface Ruling {
  readonly axis: Axis
  readonly at: number
  readonly from: number
  readonly to: number
  readonly dashed: boolean
}
