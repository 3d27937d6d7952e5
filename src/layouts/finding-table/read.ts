import type { PageRange } from '../../document/model.ts'
import { startOf } from '../../document/printed.ts'
import { type TableRows, tableRowsOf } from '../../document/table/pieces.ts'
import { form, headerRowOf } from './table/form.ts'
import { groupsOf } from './table/records.ts'
import { rowOf } from './table/row.ts'
import { cutLines, cutSheet, type Sheet } from './text/cut.ts'
import { type Row, rowsOf } from './text/rows.ts'
import type { ColumnName } from './words.ts'

/** The form as read: what stands around the records, and the records by their cells. */
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
  const around = cutLines({ lines: outside, edges })
  const headerRows = bands.map(headerRowOf)
  const rows = [...groupsOf(pieces).map(rowOf), ...rowsOf(around.lines)]
  const heads = headerRows.flatMap(row => row.heads).map(({ on }) => ({ on, as: 'label' }) as const)
  const sheet = {
    ...around,
    headerRows: [...headerRows, ...around.headerRows],
    furniture: [...around.furniture, ...heads],
  }
  return { sheet, rows: rows.sort((a, b) => startOfRow(a) - startOfRow(b)) }
}

const startOfRow = ({ lines: [line] }: Row): number => (line ? startOf(line.on) : 0)
