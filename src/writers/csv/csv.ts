import { stringify } from 'csv-stringify/sync'
import type { Doc } from '../../envelope.ts'
import { type Cell, type Column, headerOf } from '../../walks/tables/columns.ts'
import type { TableData, TablePlan } from '../../walks/tables/table-rows.ts'
import { OutputError } from '../errors.ts'
import type { Encoding, TableOptions } from '../writer.ts'
import { describe, encodeCp932, firstUnmappable } from './cp932.ts'

/**
 * A table as the bytes of a CSV file (RFC 4180). UTF-8 has LF and every text as it is; the encodings for spreadsheets have CRLF, and
 * `'` before text that would be taken for a formula. Throws an OutputError for a character that the encoding lacks.
 */
export function csvOf(table: TableData, options: TableOptions = {}): Uint8Array {
  const { head, lines } = csvStream(table, options)
  return Buffer.concat([head(), lines(table.rows)])
}

/** A table that is written in pieces: its head, then its rows in batches. Both throw as `csvOf` does. */
export interface CsvStream {
  readonly head: () => Uint8Array
  readonly lines: (rows: TableData['rows']) => Uint8Array
}

type TableHead = Pick<TableData, 'name' | 'columns'>

/** The pieces of one table, in the order of the calls. */
export function csvStream({ name, columns }: TableHead, options: TableOptions = {}): CsvStream {
  const { headers = 'en', encoding = 'utf-8', guard = true } = options
  const isGuarded = guard && encoding !== 'utf-8'
  const textOf = isGuarded ? (cell: Cell) => cellText(guarded(cell)) : cellText
  let written = 0
  const encode = (lines: readonly Line[]) => {
    if (encoding === 'cp932') assertMappable(lines, { name, columns, written })
    written += lines.length
    return bytesOf(lines, encoding)
  }
  return {
    head: () => {
      const head = encode([columns.map(column => headerOf(column, headers))])
      return encoding === 'utf-8-bom' ? Buffer.concat([byteOrderMark, head]) : head
    },
    lines: rows => (rows.length === 0 ? nothing : encode(rows.map(row => row.map(textOf)))),
  }
}

/** One table of many documents, document by document. Throws as `csvOf` does. */
export function* csvPieces(
  plan: TablePlan,
  documents: Iterable<Doc>,
  options: TableOptions = {},
): Iterable<Uint8Array> {
  const { head, lines } = csvStream(plan, options)
  yield head()
  let documentNo = 0
  for (const document of documents) yield lines(plan.rows(document, ++documentNo))
}

const byteOrderMark = Buffer.from('\uFEFF', 'utf8')
const nothing = new Uint8Array()

/** How lines end in an encoding. */
export const lineEnd = (encoding: Encoding = 'utf-8'): '\n' | '\r\n' => (encoding === 'utf-8' ? '\n' : '\r\n')

type Line = readonly string[]

const cellText = (cell: Cell): string => (cell === null ? '' : String(cell))

/** What a formula begins with. Japanese spreadsheets treat the fullwidth and small forms of the signs like the signs themselves. */
const formulaStart = /^[=+\-@\t\r＝＋－＠−﹢﹦﹣﹫]/u
/** A sign alone, as a form prints it where there is nothing to say. */
const loneSign = /^(?:[＝＋＠﹢﹦﹫]|[－−﹣]+)$/u

/** Text that a spreadsheet would evaluate gets a `'` in front; a number never does, whatever its sign. */
const guarded = (cell: Cell): Cell =>
  typeof cell === 'string' && formulaStart.test(cell) && !loneSign.test(cell) ? `'${cell}` : cell

function bytesOf(lines: readonly Line[], encoding: Encoding): Uint8Array {
  const text = stringify([...lines], {
    record_delimiter: lineEnd(encoding),
    // Between CRLFs the library would leave a lone LF in a cell unquoted, and readers would take it for the end of the row.
    quoted_match: /[\r\n]/u,
  })
  return encoding === 'cp932' ? encodeCp932(text) : Buffer.from(text, 'utf8')
}

interface Place {
  readonly name: string
  readonly columns: readonly Column[]
  /** Lines written before, including the head. */
  readonly written: number
}

function assertMappable(lines: readonly Line[], { name, columns, written }: Place): void {
  for (const [row, line] of lines.entries())
    for (const [index, text] of line.entries()) {
      const character = firstUnmappable(text)
      if (character !== undefined) throw unmappable(character, name, columns[index] as Column, written + row)
    }
}

function unmappable(character: string, table: string, column: Column, row: number): OutputError {
  const where = `table ${table}, column ${column.name}, ${row === 0 ? 'header' : `row ${row}`}`
  const hint = 'spreadsheets read --encoding utf-8-bom too, which has every character'
  return new OutputError('CHARACTER_UNMAPPABLE', `CP932 has no ${describe(character)}: ${where}`, hint)
}
