import type { Block, Cell, Line, Page, Table } from '../../../document/model.ts'
import { linesOf } from '../../../document/model.ts'
import { type Printed, textOf } from '../../../document/printed.ts'
import { joinLines } from '../../../document/prose.ts'
import { squeeze } from '../vocabulary.ts'

/** A cell with what stands in it; one that spans rows is the same cell in each of them. */
export interface GridCell {
  readonly column: number
  readonly columnSpan: number
  readonly lines: readonly Line[]
  /** All lines joined, for cells that hold a word or a code. */
  readonly on: Printed
  readonly text: string
  /** The text without spaces, widths folded. */
  readonly word: string
}

/** One row of a table, or a line that stands alone (then it has no columns). */
export interface GridRow {
  readonly cells: readonly GridCell[]
  readonly columns: number
  /** It is the first row of its table. */
  readonly isFirst?: true
}

export const cellOf = (lines: readonly Line[], column = 0, columnSpan = 1): GridCell => {
  const on = joinLines(lines.map(line => line.on))
  const text = textOf(on)
  return { column, columnSpan, lines, on, text, word: squeeze(text) }
}

/** The rows and lines of a page in reading order; empty ones are left out. */
export function gridOf(page: Page): GridRow[] {
  return page.blocks.flatMap(rowsOfBlock).filter(row => row.cells.some(cell => cell.word !== ''))
}

function rowsOfBlock(block: Block): GridRow[] {
  if (block.kind === 'line') return [{ cells: [cellOf([block])], columns: 0 }]
  return block.kind === 'box' ? block.blocks.flatMap(rowsOfBlock) : rowsOfTable(block)
}

function rowsOfTable(table: Table): GridRow[] {
  const known = new Map<Cell, GridCell>()
  const cellFor = (cell: Cell): GridCell => {
    const made = known.get(cell) ?? cellOf([...linesOf(cell.blocks)], cell.column, cell.columnSpan)
    known.set(cell, made)
    return made
  }
  const rows: Cell[][] = Array.from({ length: table.rows }, () => [])
  for (const cell of table.cells)
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, table.rows); row += 1) rows[row]?.push(cell)
  return rows.map((cells, row) => ({
    cells: cells.sort((a, b) => a.column - b.column).map(cellFor),
    columns: table.columns,
    ...(row === 0 ? { isFirst: true } : {}),
  }))
}

export const filled = (row: GridRow): GridCell[] => row.cells.filter(cell => cell.word !== '')
