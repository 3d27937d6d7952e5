import type { Place } from '../../document/model.ts'
import type { Span } from '../../document/printed.ts'
import type { Boxes } from './boxes.ts'
import { unite } from './geometry.ts'

/** Where a printed line stands and which of the document's characters are on it. */
export interface Row {
  readonly from: number
  readonly to: number
  readonly page: number
  readonly number: number
}

/** The places of a span, one a line. */
export function placesIn(rows: readonly Row[], boxes: Boxes, [from, to]: Span): Place[] {
  const places: Place[] = []
  for (let index = rowAt(rows, from); index < rows.length; index += 1) {
    const row = rows[index] as Row
    if (row.from >= to) break
    const [start, end] = [Math.max(from, row.from), Math.min(to, row.to)]
    if (start >= end) continue
    const [x0, y0, x1, y1] = unite(boxes.between(start, end)).map(rounded) as [number, number, number, number]
    places.push({ page: row.page, line: row.number, offset: null, bbox: [x0, y0, x1, y1] })
  }
  return places
}

const rounded = (points: number): number => Math.round(points * 100) / 100

function rowAt(rows: readonly Row[], offset: number): number {
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((rows[middle] as Row).from <= offset) low = middle
    else high = middle - 1
  }
  return low
}
