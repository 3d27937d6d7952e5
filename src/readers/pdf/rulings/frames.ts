import type { Extent, Field } from './grid.ts'

/** A cell with frames inside that touch its border, so that its own fields are no rectangle. */
export interface Framing {
  readonly cell: Extent
  readonly frames: readonly Extent[]
}

/**
 * The cell around one frame or several: what the region leaves out of its bounding rectangle is frames, each touching no more than one
 * side, as where a page break cuts one or the frame is at the head of its cell. Undefined for a region that is no such cell.
 */
export function framingOf(region: readonly Field[]): Framing | undefined {
  const cell = boundsOf(region)
  if (isWhole(cell, region.length)) return undefined
  const own = new Set(region.map(keyOf))
  const holes = fieldsOf(cell).filter(field => !own.has(keyOf(field)))
  const groups = hangingTogether(holes)
  const frames = groups.map(boundsOf)
  const areFrames = frames.every((frame, index) => isWhole(frame, groups[index]?.length ?? 0) && isInside(frame, cell))
  return holes.length > 0 && areFrames ? { cell, frames } : undefined
}

const keyOf = ({ row, column }: Field): string => `${row},${column}`

export function boundsOf(fields: readonly Field[]): Extent {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0]
  for (const { row, column } of fields) {
    left = Math.min(left, column)
    top = Math.min(top, row)
    right = Math.max(right, column + 1)
    bottom = Math.max(bottom, row + 1)
  }
  return { left, top, right, bottom }
}

function fieldsOf({ left, top, right, bottom }: Extent): Field[] {
  const fields: Field[] = []
  for (let row = top; row < bottom; row += 1)
    for (let column = left; column < right; column += 1) fields.push({ row, column })
  return fields
}

function hangingTogether(fields: readonly Field[]): Field[][] {
  const left = new Map(fields.map(field => [keyOf(field), field]))
  const groups: Field[][] = []
  for (const start of fields) {
    if (!left.delete(keyOf(start))) continue
    const group = [start]
    for (let at = 0; at < group.length; at += 1)
      for (const next of besideOf(group[at] as Field)) if (left.delete(keyOf(next))) group.push(next)
    groups.push(group)
  }
  return groups
}

const besideOf = ({ row, column }: Field): Field[] => [
  { row: row - 1, column },
  { row: row + 1, column },
  { row, column: column - 1 },
  { row, column: column + 1 },
]

export const isWhole = ({ left, top, right, bottom }: Extent, fields: number): boolean =>
  fields === (right - left) * (bottom - top)

const isInside = (frame: Extent, cell: Extent): boolean =>
  [frame.left === cell.left, frame.top === cell.top, frame.right === cell.right, frame.bottom === cell.bottom].filter(
    touches => touches,
  ).length <= 1

export const encloses = (outer: Extent, inner: Extent): boolean =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
