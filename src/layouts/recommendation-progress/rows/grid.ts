import type { Block, Cell, Line, Page, Table } from '../../../document/model.ts'
import { linesOf } from '../../../document/model.ts'
import { type Printed, textOf } from '../../../document/printed.ts'
import { joinLines } from '../../../document/prose/prose.ts'
import { compact } from '../../../normalise/whitespace.ts'

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
  /** Its left and right edge on the page, where the reader saw them. */
  readonly edges?: readonly [left: number, right: number]
}

/** One row of a table, or a line that stands alone (then it has no columns). */
export interface GridRow {
  readonly cells: readonly GridCell[]
  readonly columns: number
  /** It is the first row of its table. */
  readonly isFirst?: true
  /** No line closes its cells below: at the foot of a page the row goes on. */
  readonly isOpen?: true
}

export const cellOf = (lines: readonly Line[], column = 0, columnSpan = 1): GridCell => {
  const on = joinLines(lines.map(line => line.on))
  const text = textOf(on)
  return { column, columnSpan, lines, on, text, word: compact(text) }
}

/** The rows and lines of a page in reading order; empty ones are left out. A point outside of cells that is wrapped is one row. */
export function gridOf(page: Page): GridRow[] {
  const rows: GridRow[] = []
  for (const block of page.blocks) {
    const above = rows.at(-1)
    const lines = above?.columns === 0 ? (above.cells[0]?.lines ?? []) : []
    if (block.kind === 'line' && isRestOf(block, lines)) rows[rows.length - 1] = loneRow([...lines, block])
    else rows.push(...rowsOfBlock(block))
  }
  return rows.filter(row => row.cells.some(cell => cell.word !== ''))
}

const loneRow = (lines: readonly Line[]): GridRow => ({ cells: [cellOf(lines)], columns: 0 })

/** ③ …のあり方につい⏎て: right below a point, where that begins, and without a mark of its own. */
function isRestOf(line: Line, above: readonly Line[]): boolean {
  const [first, last] = [above[0], above.at(-1)]
  if (!line.bbox || !first?.bbox || !last?.bbox || !/^[①-⑳]/u.test(textOf(first.on))) return false
  const isBelow = line.bbox[1] - last.bbox[3] < (last.bbox[3] - last.bbox[1]) / 2
  return isBelow && Math.abs(line.bbox[0] - first.bbox[0]) < 2 && /^[\p{L}ー、。]/u.test(textOf(line.on))
}

function rowsOfBlock(block: Block): GridRow[] {
  if (block.kind === 'line') return [loneRow([block])]
  return block.kind === 'box' ? block.blocks.flatMap(rowsOfBlock) : rowsOfTable(block)
}

function rowsOfTable(table: Table): GridRow[] {
  const known = new Map<Cell, GridCell>()
  const cellFor = (cell: Cell): GridCell => {
    const made = known.get(cell) ?? gridCell(cell)
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
    ...(row === table.rows - 1 && cells.every(cell => cell.openBottom) ? { isOpen: true } : {}),
  }))
}

function gridCell({ blocks, column, columnSpan, bbox }: Cell): GridCell {
  const cell = cellOf([...linesOf(blocks)], column, columnSpan)
  return bbox ? { ...cell, edges: [bbox[0], bbox[2]] } : cell
}

export const filled = (row: GridRow): GridCell[] => row.cells.filter(cell => cell.word !== '')
