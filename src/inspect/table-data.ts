import { type Cell, plainColumn } from '../walks/tables/columns.ts'
import type { TableData } from '../walks/tables/table-rows.ts'
import type { InspectedCell, InspectedTable } from './tables.ts'

const columns = [
  plainColumn('page', 'ページ', 'integer'),
  plainColumn('table', '表', 'integer'),
  plainColumn('row', '行', 'integer'),
  plainColumn('column', '列', 'integer'),
  plainColumn('row_span', '行数', 'integer'),
  plainColumn('column_span', '列数', 'integer'),
  plainColumn('text', '文字', 'string'),
  plainColumn('x0', '左', 'number'),
  plainColumn('y0', '上', 'number'),
  plainColumn('x1', '右', 'number'),
  plainColumn('y1', '下', 'number'),
  plainColumn('found_by', '見つけ方', 'string'),
  plainColumn('line_boxes', '各行の位置', 'string'),
]

/** Every cell of some tables as one row of a table. */
export const cellsAsTable = (tables: readonly InspectedTable[]): TableData => ({
  name: 'cells',
  ja: 'セル',
  columns,
  rows: tables.flatMap(table => table.cells.map(cell => rowOf(table, cell))),
})

const rowOf = ({ page, table, foundBy }: InspectedTable, cell: InspectedCell): Cell[] => [
  page,
  table,
  cell.row,
  cell.column,
  cell.rowSpan,
  cell.columnSpan,
  cell.text,
  ...(cell.bbox ?? [null, null, null, null]),
  foundBy,
  cell.lines.map(line => line.bbox?.join(' ') ?? '').join('\n'),
]
