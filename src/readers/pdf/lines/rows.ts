import type { Place } from '../../../document/model.ts'
import type { Span } from '../../../document/printed.ts'
import { type Row, rowParts } from '../../../document/rows.ts'
import type { Boxes } from '../boxes.ts'

/** The places of a span, one a line. */
export function placesIn(rows: readonly Row[], boxes: Boxes, span: Span): Place[] {
  return rowParts(rows, span).map(({ row, part }) => {
    const [x0, y0, x1, y1] = boxes.around(...part).map(rounded) as [number, number, number, number]
    return { page: row.page, line: row.number, offset: null, bbox: [x0, y0, x1, y1] }
  })
}

const rounded = (points: number): number => Math.round(points * 100) / 100
