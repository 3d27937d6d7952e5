import type { Line, PageRange } from '../../../document/model.ts'
import { startOf } from '../../../document/printed.ts'
import { withCellsAbove } from '../../../document/table/dittos.ts'
import type { Band } from '../../../document/table/heads.ts'
import { type TableRows, tableRowsOf } from '../../../document/table/pieces.ts'
import { type PartedPiece, rowsApart } from '../cells/apart.ts'
import { form, headerRowOf, headFurniture, type Piece } from '../cells/form.ts'
import { groupsOf } from '../cells/records.ts'
import { rowOf } from '../cells/row.ts'
import { cutLines, cutSheet, type Sheet } from '../page/cut.ts'
import { type Row, rowsOf } from '../text/rows.ts'
import type { ColumnName } from '../words/index.ts'

/** The form as read: what is around the records, and the records by their cells. */
export interface Form {
  readonly sheet: Sheet
  readonly rows: readonly Row[]
}

/** From the cells of a table where the reader saw one, from the lines of a text elsewhere. */
export function readForm(range: PageRange): Form {
  const found = tableRowsOf(range.pages, form)
  if (found) return fromCells(found)
  const sheet = cutSheet(range)
  return { sheet, rows: rowsOf(sheet.lines) }
}

/** Beside a table a page may print records as text, so lines outside of it are read as text is. */
function fromCells({ pieces, bands, outside, edges }: TableRows<ColumnName>): Form {
  const above = linesAbove(outside, pieces, bands)
  const around = cutLines({ lines: outside, edges, above })
  const headerRows = bands.map(headerRowOf)
  const rows = [
    ...groupsOf(withCellsAbove<ColumnName, PartedPiece>(rowsApart(pieces))).map(rowOf),
    ...rowsOf(around.lines),
  ]
  const heads = headerRows.flatMap(row => row.heads).flatMap(headFurniture)
  const sheet = {
    ...around,
    untitled: around.lines.filter(line => above.has(line)),
    headerRows: [...headerRows, ...around.headerRows],
    furniture: [...around.furniture, ...heads],
  }
  return { sheet, rows: rows.sort((a, b) => startOfRow(a) - startOfRow(b)) }
}

/** The lines that are above the first row of the form's tables, heads included. */
function linesAbove(
  outside: readonly Line[],
  pieces: readonly Piece[],
  bands: readonly Band<ColumnName>[],
): ReadonlySet<Line> {
  const cells = [
    ...bands.flatMap(band => band.rows.flatMap(row => row.cells)),
    ...(pieces[0]?.at.values() ?? []),
  ].flat()
  const starts = cells.map(cell => startOf(cell.on)).filter(start => start >= 0)
  const first = Math.min(...starts)
  return new Set(outside.filter(line => startOf(line.on) < first))
}

const startOfRow = ({ lines: [line] }: Row): number => (line ? startOf(line.on) : 0)
