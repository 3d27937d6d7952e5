import type { Cell, Table } from '../../../document/model.ts'
import { sectionAt } from '../headings/section-headings.ts'
import { splitHeading } from './split-lines.ts'

/** A part of a table: a table of its own, or cells that are read one after the other. */
type Part =
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'cells'; readonly cells: readonly Cell[] }

/**
 * A table of one column arranges lines. Where headings of sections stand in a table, it is cut at the rows that hold them: beside
 * each other (ICTやデータの活用｜こう変える) each heads the column below it, alone it heads the rows.
 */
export function partsOf(table: Table): Part[] {
  const cells = [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column)
  if (table.columns <= 1) return [{ kind: 'cells', cells }]
  const headRows = [...new Set(cells.filter(isHeadCell).map(cell => cell.row))]
  if (headRows.length === 0) return [{ kind: 'table', table }]
  const first = rowsBetween(table, cells, 0, headRows[0] as number)
  return [
    ...first,
    ...headRows.flatMap((row, index) => headedPart(table, cells, row, headRows[index + 1] ?? table.rows)),
  ]
}

function isHeadCell({ blocks }: Cell): boolean {
  const [block] = blocks
  return block?.kind === 'line' && splitHeading(block).some(line => sectionAt(line.on) !== undefined)
}

function headedPart(table: Table, cells: readonly Cell[], row: number, end: number): Part[] {
  const heads = cells.filter(cell => cell.row === row)
  const headings = heads.filter(isHeadCell)
  if (headings.length < 2) return [{ kind: 'cells', cells: heads }, ...rowsBetween(table, cells, row + 1, end)]
  const below = cells.filter(cell => cell.row > row && cell.row < end)
  return headings.map((head, index) => {
    const right = headings[index + 1]?.column ?? table.columns
    const left = index === 0 ? 0 : head.column
    return { kind: 'cells', cells: [head, ...below.filter(cell => cell.column >= left && cell.column < right)] }
  })
}

/** Some rows as a table of their own. */
function rowsBetween(table: Table, cells: readonly Cell[], from: number, to: number): Part[] {
  const inside = cells.filter(cell => cell.row >= from && cell.row < to)
  if (inside.length === 0) return []
  const moved = inside.map(cell => ({ ...cell, row: cell.row - from }))
  return [{ kind: 'table', table: { ...table, rows: to - from, cells: moved } }]
}
