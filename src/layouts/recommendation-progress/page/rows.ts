import type { Line, Page } from '../../../document/model.ts'
import { textOf } from '../../../document/printed.ts'
import { cellOf, filled, type GridRow, partsOf } from '../../../document/table/grid.ts'
import { beginsLegend } from './legend.ts'

/** The rows and lines of a page in reading order; empty ones are left out. A point outside of cells that is wrapped is one row. */
export function rowsOfPage(page: Page): GridRow[] {
  const rows: GridRow[] = []
  for (const part of partsOf(page.blocks)) {
    const above = rows.at(-1)
    const lines = above?.columns === 0 ? (above.cells[0]?.lines ?? []) : []
    if ('grid' in part) rows.push(...part.grid.rows)
    else if (isRestOf(part.line, lines) || isRestOfLegend(part.line, lines))
      rows[rows.length - 1] = loneRow([...lines, part.line])
    else rows.push(loneRow([part.line]))
  }
  return rows.filter(row => filled(row).length > 0)
}

const loneRow = (lines: readonly Line[]): GridRow => ({ cells: [cellOf(lines)], columns: 0 })

/** A legend wraps in its box: …引き続き実施していく項⏎目　達成：…. */
function isRestOfLegend(line: Line, above: readonly Line[]): boolean {
  return line.follows === true && above[0] !== undefined && beginsLegend(above[0].on)
}

/** ③ …のあり方につい⏎て: right below a point, where that begins, and without a mark of its own. */
function isRestOf(line: Line, above: readonly Line[]): boolean {
  const [first, last] = [above[0], above.at(-1)]
  if (!line.bbox || !first?.bbox || !last?.bbox || !/^[①-⑳]/u.test(textOf(first.on))) return false
  const isBelow = line.bbox[1] - last.bbox[3] < (last.bbox[3] - last.bbox[1]) / 2
  return isBelow && Math.abs(line.bbox[0] - first.bbox[0]) < 2 && /^[\p{L}ー、。]/u.test(textOf(line.on))
}
