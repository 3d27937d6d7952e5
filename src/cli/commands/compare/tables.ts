import { jsonText } from '../../../diagnostics/json-text.ts'
import type { TableData } from '../../../walks/tables/table-rows.ts'
import { csvOf } from '../../../writers/csv/csv.ts'
import type { TableOptions } from '../../../writers/writer.ts'

/** The rows of a table as objects, by the names of its columns. */
const objectsOf = ({ columns, rows }: TableData): object[] =>
  rows.map(row => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])))

/** A table in one of the formats that tables have. */
export async function tablePieces(
  table: TableData,
  format: 'csv' | 'jsonl',
  options: TableOptions,
): Promise<Iterable<string | Uint8Array>> {
  return format === 'csv' ? [csvOf(table, options)] : objectsOf(table).map(each => `${jsonText(each)}\n`)
}

/** Tables as one JSON text, each under its name. */
export const jsonOf = (tables: readonly TableData[], more: object = {}): string =>
  `${jsonText({ ...more, ...Object.fromEntries(tables.map(table => [table.name, objectsOf(table)])) })}\n`

/** Tables as the sheets of a workbook. */
export const workbookOf = async (
  tables: readonly TableData[],
  { headers }: TableOptions,
): Promise<Iterable<Uint8Array>> =>
  (await import('../../../writers/xlsx/xlsx.ts')).tablesWorkbook(tables, headers ?? 'ja')
