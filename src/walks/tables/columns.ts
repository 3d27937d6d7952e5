import type { ColumnType } from '../../layouts/kit/fields.ts'
import type { AnyLayout } from '../../layouts/kit/layout.ts'

/** What a cell may hold; null is an empty one. */
export type Cell = string | number | boolean | null

/** One column of a table, with all that its readers need to know of it. */
export interface Column {
  /** snake_case, unique in its table. */
  readonly name: string
  /** Japanese title, unique in its table. */
  readonly ja: string
  readonly type: ColumnType
  readonly unit: string | null
  readonly example: string | null
  /** The only values there can be, or null where any may be. */
  readonly values: readonly (string | number)[] | null
  /** Where in the document the cells come from; several where the rows have several sources. */
  readonly paths: readonly string[]
}

/** The part of a layout that tables are made of. */
export type Form = Pick<AnyLayout, 'id' | 'title' | 'header' | 'record' | 'tables'>

/** The columns every table begins with. */
export const leadingColumns: readonly Column[] = [
  plainColumn('municipality_code', '全国地方公共団体コード', 'string', '011002'),
  plainColumn('source', '出典ファイル', 'string'),
  plainColumn('source_page', '出典ページ', 'integer'),
  plainColumn('record_no', 'レコード番号', 'integer'),
]

/** A column without unit and closed list of values; `example` shows what its cells look like. */
export function plainColumn(name: string, ja: string, type: ColumnType, example: string | null = null): Column {
  return { name, ja, type, unit: null, example, values: null, paths: [] }
}

/** The text above a column: its snake_case name, or its Japanese title with the unit. */
export function headerOf(column: Column, headers: 'en' | 'ja'): string {
  if (headers === 'en') return column.name
  return column.unit === null || column.ja.includes(column.unit) ? column.ja : `${column.ja}（${column.unit}）`
}
