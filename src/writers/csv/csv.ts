import { stringify } from 'csv-stringify/sync'
import type { Doc } from '../../envelope.ts'
import type { Named } from '../../messages/arguments.ts'
import { say } from '../../messages/words.ts'
import { Buffer } from '../../platform/index.ts'
import { type Cell, type Column, headerOf, shownCell } from '../../walks/tables/columns.ts'
import type { TableData, TablePlan } from '../../walks/tables/table-rows.ts'
import { OutputError } from '../errors.ts'
import type { Encoding, TableOptions } from '../writer.ts'
import { encodeCp932 } from './cp932.ts'
import { exchanged } from './exchanges.ts'

/**
 * A table as the bytes of a CSV file (RFC 4180). UTF-8 has LF and every text as it is; the encodings for spreadsheets have CRLF, `'`
 * before text that would be taken for a formula, and `="4-1"` for a code that would be taken for a date. A character that the encoding
 * lacks is exchanged; with `strictEncoding` an OutputError is thrown for it.
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

type TableHead = Pick<TableData, 'name' | 'ja' | 'columns'>

/** The pieces of one table, in the order of the calls. */
export function csvStream({ name, ja, columns }: TableHead, options: TableOptions = {}): CsvStream {
  const { headers = 'en', encoding = 'utf-8', guard = true } = options
  const isGuarded = guard && encoding !== 'utf-8'
  const textOf = isGuarded ? (cell: Cell) => cellText(guarded(cell)) : cellText
  const shown = (row: readonly Cell[]) => row.map((cell, index) => shownCell(columns[index] as Column, cell, headers))
  let written = 0
  const encode = (rows: TableData['rows']) => {
    const place = { table: { name, ja }, columns, written }
    const lines = (encoding === 'cp932' ? mappable(rows, place, options) : rows).map(row => row.map(textOf))
    written += lines.length
    return bytesOf(lines, encoding)
  }
  return {
    head: () => {
      const head = encode([columns.map(column => headerOf(column, headers))])
      return encoding === 'utf-8-bom' ? Buffer.concat([byteOrderMark, head]) : head
    },
    lines: rows => (rows.length === 0 ? nothing : encode(headers === 'ja' ? rows.map(shown) : rows)),
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

/** Text that Excel would make a date (`4-1`), a time (`1:20`) or another number (`011002`, `1E5`) of. */
const codeLike = /^(?:0\d+|\d{12,}|\d+(?:[-/:]\d+){1,2}|\d+E\d+)$/iu

/** Text that a spreadsheet would evaluate gets a `'` in front, a code that it would change is a formula that gives it; a number is neither. */
function guarded(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  if (codeLike.test(cell)) return `="${cell}"`
  return formulaStart.test(cell) && !loneSign.test(cell) ? `'${cell}` : cell
}

function bytesOf(lines: readonly Line[], encoding: Encoding): Uint8Array {
  const text = stringify([...lines], {
    record_delimiter: lineEnd(encoding),
    // Between CRLFs the library would leave a lone LF in a cell unquoted, and readers would take it for the end of the row.
    quoted_match: /[\r\n]/u,
  })
  return encoding === 'cp932' ? encodeCp932(text) : Buffer.from(text, 'utf8')
}

interface Place {
  readonly table: Named
  readonly columns: readonly Column[]
  /** Lines written before, including the head. */
  readonly written: number
}

/** The rows with every character that CP932 lacks exchanged; before they are guarded, as an exchange may make a formula of a text. */
function mappable(
  rows: TableData['rows'],
  { table, columns, written }: Place,
  options: TableOptions,
): TableData['rows'] {
  const { strictEncoding = false, onReplaced } = options
  const sourceAt = columns.findIndex(column => column.name === 'source')
  return rows.map((cells, row) => {
    const source = written + row === 0 ? null : ((cells[sourceAt] ?? null) as string | null)
    return cells.map((cell, index) => {
      if (typeof cell !== 'string') return cell
      const { text, exchanges } = exchanged(cell)
      for (const { character, by } of exchanges) {
        const column = columns[index] as Column
        if (strictEncoding) throw unmappable(character, table.name, column, written + row)
        const context = contextOf(cell, character)
        onReplaced?.({ character, by, table, column: namedIn(column), context, row: written + row, source })
      }
      return text
    })
  })
}

const namedIn = (column: Column): Named => ({ name: column.name, ja: headerOf(column, 'ja') })

/** Characters of the cell before and after that are shown. */
const around = 16

function contextOf(cell: string, character: string): string {
  const at = cell.indexOf(character)
  const [before, after] = [[...cell.slice(0, at)], [...cell.slice(at + character.length)]]
  const [start, end] = [before.length > around ? '…' : '', after.length > around ? '…' : '']
  const text = `${start}${before.slice(-around).join('')}《${character}》${after.slice(0, around).join('')}${end}`
  return text.replace(/\s+/gu, ' ')
}

function unmappable(character: string, table: string, column: Column, row: number): OutputError {
  const message = say('CP932_LACKS', { character, table, column: column.name, row })
  return new OutputError('CHARACTER_UNMAPPABLE', message, say('EXCHANGE_OR_UTF_8_BOM'))
}
