import type { DraftBlock, DraftTable } from '../draft.ts'
import { withOwnColumns } from './columns.ts'
import { withOwnRows } from './rows.ts'
import { withoutFalseSpans } from './spans.ts'

/** A block whose tables show the rows and columns that are printed and not ruled; those of a known form are as their lines show them. */
export const refined = (block: DraftBlock): DraftBlock =>
  block.kind === 'table'
    ? refinedTable(block)
    : block.kind === 'box'
      ? { ...block, blocks: block.blocks.map(refined) }
      : block

const refinedTable = (table: DraftTable): DraftTable => withOwnColumns(withOwnRows(withoutFalseSpans(nested(table))))

const nested = (table: DraftTable): DraftTable => ({
  ...table,
  cells: table.cells.map(cell => ({ ...cell, blocks: cell.blocks.map(refined) })),
})
