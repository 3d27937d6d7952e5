import type { ColumnType, Labels } from '../../layouts/kit/fields.ts'
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
  /** What the values are called in Japanese; null where they are text that speaks for itself, or any may be. */
  readonly labels: Labels | null
  /** What a cell holds, beyond the title, in Japanese. */
  readonly description: string | null
  /** No cell is empty. */
  readonly required: boolean
  /** Where in the document the cells come from; several where the rows have several sources. */
  readonly paths: readonly string[]
}

/** Keys by which the rows of a table are told apart, and those by which they belong to rows of other tables. */
export interface Keys {
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
}

/** Columns whose cells together are found in the columns of another table; they are named alike in both. */
export interface ForeignKey {
  readonly fields: readonly string[]
  /** The name of the other table. */
  readonly table: string
}

/** The part of a layout that tables are made of. */
export type Form = Pick<AnyLayout, 'id' | 'title' | 'header' | 'record' | 'tables'>

/** The columns every table begins with. */
export const leadingColumns: readonly Column[] = [
  plainColumn('municipality_code', '全国地方公共団体コード', 'string', {
    example: '011002',
    required: true,
    description: '総務省の定める6桁のコード。文字列',
  }),
  plainColumn('source', '出典ファイル', 'string', { required: true, description: '入力として指定したパス' }),
  plainColumn('source_page', '出典ページ', 'integer', { description: 'この行が始まるページ。ページのない入力では空' }),
  plainColumn('record_no', 'レコード番号', 'integer', {
    description: '文書の中のレコードの番号。1から。レコードに属さない行では空',
  }),
  plainColumn('document_no', '文書番号', 'integer', {
    example: '1',
    required: true,
    description: '1回の実行の中の文書の番号。入力の順に1から',
  }),
  plainColumn('record_page', 'レコードのページ', 'integer', { description: 'レコードが始まるページ' }),
]

/** The column that counts the rows of a table below their record or document. */
export const rowNoColumn: Column = plainColumn('row_no', '枝番', 'integer', {
  example: '1',
  required: true,
  description: 'この表の中で、同じレコード（レコードに属さない表では同じ文書）の行に付けた番号。1から',
})

type More = Partial<Pick<Column, 'example' | 'values' | 'labels' | 'description' | 'required'>>

/** A column without unit, and but for what is given without anything to say of its values. */
export function plainColumn(name: string, ja: string, type: ColumnType, more: More = {}): Column {
  const plain = { unit: null, example: null, values: null, labels: null, description: null, required: false, paths: [] }
  return { name, ja, type, ...plain, ...more }
}

/** The name of a table, as a file, a sheet or a title bears it: snake_case, or in Japanese. */
export const titleOf = ({ name, ja }: { readonly name: string; readonly ja: string }, headers: 'en' | 'ja'): string =>
  headers === 'ja' ? ja : name

/** Whether a table is called so, in either language. */
export const isNamed = ({ name, ja }: { readonly name: string; readonly ja: string }, typed: string): boolean =>
  typed === name || typed.normalize('NFC') === ja

/** A cell as its readers see it: under Japanese heads, a word of ours by its Japanese name. */
export const shownCell = ({ labels }: Column, cell: Cell, headers: 'en' | 'ja'): Cell =>
  headers === 'ja' && cell !== null ? (labels?.[String(cell)] ?? cell) : cell

/** The text above a column: its snake_case name, or its Japanese title with the unit. */
export function headerOf(column: Column, headers: 'en' | 'ja'): string {
  if (headers === 'en') return column.name
  return column.unit === null || column.ja.includes(column.unit) ? column.ja : `${column.ja}（${column.unit}）`
}
