import type { Diagnostic } from '../../diagnostics/codes.ts'
import type { Doc } from '../../envelope.ts'
import { say } from '../../messages/words.ts'
import { recordNoOf } from '../../walks/record-no.ts'
import { type Cell, type Column, headerOf, shownCell } from '../../walks/tables/columns.ts'
import type { TablePlan } from '../../walks/tables/table-rows.ts'
import { OutputError } from '../errors.ts'
import type { Headers } from '../writer.ts'
import { mostCharacters } from './cells.ts'
import { addDoubt, type Doubts, documentNoAt, type Spot, spotAt, spotsOf } from './doubts.ts'
import { widthOf } from './widths.ts'

/** A diagnostic with the cell that it is about. */
export interface Said {
  readonly documentNo: number
  readonly path: string
  readonly recordNo: number | null
  readonly diagnostic: Diagnostic
  readonly spot: Spot
}

/** What must be known of all documents before the first row is written. */
export interface Survey {
  /** Rows of each table, without the head. */
  readonly counts: readonly number[]
  /** The widest content of each column of each table. */
  readonly widths: readonly (readonly number[])[]
  readonly doubts: readonly Doubts[]
  readonly said: readonly Said[]
}

/** The rows that a sheet holds below its head. */
const mostRows = 1_048_575

/** Looks through all documents once. Throws an OutputError for a table that has more rows than a sheet. */
export function survey(documents: Iterable<Doc>, plans: readonly TablePlan[], headers: Headers): Survey {
  const counts = plans.map(() => 0)
  const widths = plans.map(({ columns }) => columns.map(column => widthOf(headerOf(column, headers))))
  const doubts: Doubts[] = plans.map(() => new Map())
  const said: Said[] = []
  const documentsTable = plans.findIndex(plan => plan.name === 'documents')
  let documentNo = 0
  for (const doc of documents) {
    documentNo += 1
    const spots = spotsOf(doc, plans, counts)
    const whole = { table: documentsTable, row: documentNo, column: documentNoAt }
    for (const diagnostic of doc.diagnostics) {
      const spot = spotAt(diagnostic.pointer, spots) ?? whole
      const { severity, code, message, pointer } = diagnostic
      addDoubt(doubts[spot.table] as Doubts, spot, severity, `${code}: ${message}`)
      said.push({ documentNo, path: doc.source.path, recordNo: recordNoOf(pointer), diagnostic, spot })
    }
    for (const [table, plan] of plans.entries()) {
      for (const row of plan.rows(doc, documentNo)) {
        counts[table] = (counts[table] as number) + 1
        widen(widths[table] as number[], row, plan.columns, headers)
        for (const column of cutIn(row))
          addDoubt(doubts[table] as Doubts, { table, row: counts[table] as number, column }, 'error', cut)
      }
    }
  }
  const large = plans.find((_, table) => (counts[table] as number) > mostRows)
  if (large) throw tooLarge(large.name)
  return { counts, widths, doubts, said }
}

const cut = `${mostCharacters.toLocaleString('en')}文字を超えるため、続きはこのセルに入りません。全文はJSONかCSVにあります。`

/** The columns of a row whose text no cell of a sheet holds whole. */
const cutIn = (row: readonly Cell[]): number[] =>
  row.flatMap((value, column) => (typeof value === 'string' && value.length > mostCharacters ? [column] : []))

function widen(widths: number[], row: readonly Cell[], columns: readonly Column[], headers: Headers): void {
  for (const [index, cell] of row.entries()) {
    if (cell === null) continue
    const width = widthOf(shownText(columns[index] as Column, cell, headers))
    if (width > (widths[index] as number)) widths[index] = width
  }
}

/** About as many characters as the cell shows: a comma after every three digits. */
const shownText = (column: Column, cell: Cell, headers: Headers): string => {
  const shown = String(shownCell(column, cell, headers))
  return typeof cell === 'number' ? cell.toLocaleString('en') : shown
}

const tooLarge = (table: string): OutputError =>
  new OutputError('OUTPUT_UNWRITABLE', say('SHEET_FULL', { table, rows: mostRows }), say('OTHER_FORMAT_OR_FEWER'))
