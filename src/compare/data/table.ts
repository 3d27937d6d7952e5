import type { Cell } from '../../walks/tables/columns.ts'
import type { TableHead } from '../../walks/tables/table-rows.ts'

/** A table of a release, its cells in the order of the columns. */
export interface ReleaseTable {
  readonly head: TableHead
  readonly rows: readonly (readonly Cell[])[]
}
