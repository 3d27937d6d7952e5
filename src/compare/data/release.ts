import type { Doc } from '../../envelope.ts'
import type { Cell, Form } from '../../walks/tables/columns.ts'
import { allTables } from '../../walks/tables/common-tables.ts'
import type { TablePlan } from '../../walks/tables/table-rows.ts'
import { doubtsIn } from './doubts.ts'
import type { ReleaseTable } from './table.ts'

/** A row that can be asked by the names of its columns. */
export interface Row {
  readonly table: string
  readonly of: (column: string) => Cell
  /** Whether a value is one that an error or warning points at. */
  readonly isDoubted: (column: string) => boolean
}

/** The tables of all documents of one publication, under the name by which it was given. */
export interface Release {
  readonly name: string
  readonly tables: ReadonlyMap<string, ReleaseTable>
  /** The rows of a table; none where the release has no such table. */
  readonly rowsOf: (table: string) => readonly Row[]
}

/** A release made of its tables. */
export function releaseOf(name: string, tables: readonly ReleaseTable[]): Release {
  const byName = new Map(tables.map(table => [table.head.name, table]))
  const doubts = doubtsIn(byName.get('diagnostics'))
  const made = new Map<string, readonly Row[]>()
  const rowsOf = (table: string): readonly Row[] => {
    const known = made.get(table)
    if (known) return known
    const found = byName.get(table)
    const rows = found ? rowsIn(found, doubts) : []
    made.set(table, rows)
    return rows
  }
  return { name, tables: byName, rowsOf }
}

function rowsIn({ head, rows }: ReleaseTable, doubts: ReturnType<typeof doubtsIn>): Row[] {
  const at = new Map(head.columns.map(({ name }, index) => [name, index]))
  const paths = new Map(head.columns.map(column => [column.name, column.paths]))
  return rows.map(cells => {
    const of = (column: string): Cell => cells[at.get(column) ?? -1] ?? null
    const isDoubted = (column: string): boolean =>
      Number(of('doubts')) > 0 && doubts(of('document_no'), of('record_no'), paths.get(column) ?? [])
    return { table: head.name, of, isDoubted }
  })
}

/** Gathers the tables of documents that come one at a time. */
export class Gathering {
  readonly #plans: readonly TablePlan[]
  readonly #rows: Cell[][][]
  #documents = 0

  constructor(forms: readonly Form[]) {
    this.#plans = allTables(forms)
    this.#rows = this.#plans.map(() => [])
  }

  add(doc: Doc): void {
    this.#documents += 1
    for (const [index, plan] of this.#plans.entries())
      for (const row of plan.rows(doc, this.#documents)) this.#rows[index]?.push(row)
  }

  get tables(): ReleaseTable[] {
    return this.#plans.map((head, index) => ({ head, rows: this.#rows[index] ?? [] }))
  }
}
