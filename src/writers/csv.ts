import { stringify } from 'csv-stringify/sync'
import { type Cell, type Column, headerOf } from '../walks/columns.ts'
import type { TableData } from '../walks/table-rows.ts'
import { describe, encodeCp932, firstUnmappable } from './cp932.ts'
import { OutputError } from './errors.ts'
import type { Encoding, TableOptions, TableWriter } from './writer.ts'

/**
 * A table as CSV (RFC 4180). UTF-8 has LF and every text as it is; the encodings for spreadsheets have CRLF, and `'` before text
 * that would be taken for a formula. Throws an OutputError for a character that the encoding lacks.
 */
export const csv: TableWriter = {
  format: 'csv',
  write: (table, options = {}) => encode(csvLines(table, options), table, options.encoding ?? 'utf-8'),
}

/** How lines end in an encoding. */
export const lineEnd = (encoding: Encoding = 'utf-8'): '\n' | '\r\n' => (encoding === 'utf-8' ? '\n' : '\r\n')

/** The cells of the file as text, the heads first. */
function csvLines({ columns, rows }: TableData, { headers = 'en', encoding, guard = true }: TableOptions): Line[] {
  const isGuarded = guard && encoding !== undefined && encoding !== 'utf-8'
  const textOf = isGuarded ? (cell: Cell) => cellText(guarded(cell)) : cellText
  return [columns.map(column => headerOf(column, headers)), ...rows.map(row => row.map(textOf))]
}

type Line = readonly string[]

const cellText = (cell: Cell): string => (cell === null ? '' : String(cell))

/** Text that a spreadsheet would run gets a `'` in front; a number never does, whatever its sign. */
const guarded = (cell: Cell): Cell => (typeof cell === 'string' && /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell)

function encode(lines: readonly Line[], table: TableData, encoding: Encoding): Uint8Array {
  if (encoding === 'cp932') assertMappable(lines, table)
  const text = stringify([...lines], {
    record_delimiter: lineEnd(encoding),
    // Between CRLFs the library would leave a lone LF in a cell unquoted, and readers would take it for the end of the row.
    quoted_match: /[\r\n]/u,
  })
  if (encoding === 'cp932') return encodeCp932(text)
  return Buffer.from(encoding === 'utf-8-bom' ? `\uFEFF${text}` : text, 'utf8')
}

function assertMappable(lines: readonly Line[], { name, columns }: TableData): void {
  for (const [row, line] of lines.entries())
    for (const [index, text] of line.entries()) {
      const character = firstUnmappable(text)
      if (character !== undefined) throw unmappable(character, name, columns[index] as Column, row)
    }
}

function unmappable(character: string, table: string, column: Column, row: number): OutputError {
  const where = `table ${table}, column ${column.name}, ${row === 0 ? 'header' : `row ${row}`}`
  const hint = 'spreadsheets read --encoding utf-8-bom too, which has every character'
  return new OutputError('CHARACTER_UNMAPPABLE', `CP932 has no ${describe(character)}: ${where}`, hint)
}
