import { type Block, type Cell, type Line, linesOf, type Table } from '../model.ts'
import { type Printed, textOf } from '../printed.ts'
import { joinCell } from '../prose/prose.ts'
import { wordOf } from '../words.ts'

/** A cell with its content. One that spans several rows is the same object in each of them. */
export interface GridCell {
  readonly column: number
  readonly columnSpan: number
  readonly lines: readonly Line[]
  /** All lines joined, for cells that hold a word, a name or a code. */
  readonly on: Printed
  readonly text: string
  /** The text without spaces, widths folded; '' of an empty cell. */
  readonly word: string
  /** Its left and right edge on the page, in points, where the reader saw them. */
  readonly edges?: Edges
  /** The mark that is printed in its place, where it stands for the cell above: 〃. */
  readonly ditto?: Printed
  /** It stands on the page before, and nothing is printed in its place. */
  readonly goesOn?: true
}

export type Edges = readonly [left: number, right: number]

/** A row of cells from left to right. */
export interface GridRow {
  readonly cells: readonly GridCell[]
  /** How many columns its table has; 0 for a line outside tables. */
  readonly columns: number
  /** It is the first row of its table. */
  readonly isFirst?: true
  /** No line closes its cells below: at the foot of a page the row continues. */
  readonly isOpen?: true
}

export interface Grid {
  readonly columns: number
  readonly rows: readonly GridRow[]
}

/** How a form reads a line of a cell, width folded for instance. */
export type LineView = (line: Line) => Line

const asPrinted: LineView = line => line

/** A cell of these lines. */
export const cellOf = (lines: readonly Line[], column = 0, columnSpan = 1): GridCell => {
  const on = joinCell(lines)
  return { column, columnSpan, lines, on, text: textOf(on), word: wordOf(on) }
}

function gridCell({ blocks, column, columnSpan, bbox }: Cell, view: LineView): GridCell {
  const cell = cellOf(linesOf(blocks).map(view), column, columnSpan)
  return bbox ? { ...cell, edges: [bbox[0], bbox[2]] } : cell
}

/** The rows of a table; a cell is in every row that it spans. */
export function gridOf(table: Table, view: LineView = asPrinted): Grid {
  const rows = Array.from({ length: table.rows }, (): { cell: Cell; made: GridCell }[] => [])
  for (const cell of table.cells) {
    const made = gridCell(cell, view)
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, table.rows); row += 1)
      rows[row]?.push({ cell, made })
  }
  return {
    columns: table.columns,
    rows: rows.map((row, index) => ({
      cells: row.map(({ made }) => made).sort((a, b) => a.column - b.column),
      columns: table.columns,
      ...(index === 0 ? { isFirst: true } : {}),
      ...(index === table.rows - 1 && row.every(({ cell }) => cell.openBottom) ? { isOpen: true } : {}),
    })),
  }
}

/** The content of a page: tables as grids, everything else line by line. */
export type Part = { readonly grid: Grid } | { readonly line: Line }

/** The blocks of a page in order, those inside of boxes included. */
export function partsOf(blocks: readonly Block[], view: LineView = asPrinted): Part[] {
  return blocks.flatMap((block): Part[] => {
    if (block.kind === 'line') return [{ line: view(block) }]
    return block.kind === 'box' ? partsOf(block.blocks, view) : [{ grid: gridOf(block, view) }]
  })
}

/** The cells of a row that hold something. */
export const filled = (row: GridRow): GridCell[] => row.cells.filter(cell => cell.word !== '')

/** Whether a row is one text over more than half of the table: a title, a remark or what follows the form, and no row of it. */
export function isOverAll(row: GridRow): boolean {
  const [only, ...others] = filled(row)
  return only !== undefined && others.length === 0 && only.columnSpan * 2 > row.columns
}
