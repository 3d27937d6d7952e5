import type { Severity } from '../../diagnostics/codes.ts'
import type { Doc } from '../../envelope.ts'
import { leadingColumns } from '../../walks/tables/columns.ts'
import type { TablePlan } from '../../walks/tables/table-rows.ts'

/** A cell of a table's sheet: the number of the table, its row there, the head being 0, and its column. */
export interface Spot {
  readonly table: number
  readonly row: number
  readonly column: number
}

/** Why a cell is doubted, one reason a line, and how gravely. */
export interface Doubt {
  readonly severity: Severity
  readonly text: string
}

/** The doubts of one table, by row and column. */
export type Doubts = Map<number, Map<number, Doubt>>

const weight: { readonly [S in Severity]: number } = { info: 0, warning: 1, error: 2 }

/**
 * The first cell that shows each value of a document, and for each part of it the number of the first row with something of it. `before` says how many rows each table
 * has already; the document itself is in the last row of `documents`.
 */
export function spotsOf(doc: Doc, plans: readonly TablePlan[], before: readonly number[]): Map<string, Spot> {
  const spots = new Map<string, Spot>()
  for (const [table, plan] of plans.entries())
    for (const [index, pointers] of plan.pointers(doc).entries())
      for (const [column, pointer] of pointers.entries()) {
        if (pointer === null) continue
        const row = (before[table] as number) + index + 1
        if (!spots.has(pointer)) spots.set(pointer, { table, row, column })
        const part = { table, row, column: pointer.startsWith('/records/') ? recordNoAt : documentNoAt }
        for (let at = parentOf(pointer); isPart(at) && !spots.has(at); at = parentOf(at)) spots.set(at, part)
      }
  return spots
}

const nameAt = (name: string): number => leadingColumns.findIndex(column => column.name === name)
const recordNoAt = nameAt('record_no')
export const documentNoAt = nameAt('document_no')

/** The header as a whole is in no row of its own. */
const isPart = (pointer: string): boolean => pointer !== '' && pointer !== '/header'

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'))

/** The cell that a diagnostic is about: that of its value, or of the innermost part that has one; undefined where none has. */
export function spotAt(pointer: string | null, spots: ReadonlyMap<string, Spot>): Spot | undefined {
  for (let at = pointer ?? ''; at !== ''; at = parentOf(at)) if (spots.has(at)) return spots.get(at)
  return undefined
}

/** Adds a doubt of a cell to those that it has. */
export function addDoubt(doubts: Doubts, { row, column }: Spot, severity: Severity, reason: string): void {
  const cells = doubts.get(row) ?? new Map<number, Doubt>()
  const known = cells.get(column)
  const isGraver = !known || weight[severity] > weight[known.severity]
  const text = known ? `${known.text}\n${reason}` : reason
  cells.set(column, { severity: isGraver ? severity : known.severity, text })
  doubts.set(row, cells)
}
