import { type Cell, type Line, linesOf, type PageRange, type Table } from '../../../document/model.ts'
import { concat, type Printed, textOf } from '../../../document/printed.ts'
import { joinCell } from '../../../document/prose/prose.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { type LabelBook, labelIn } from '../words/book.ts'
import { type PeriodHead, periodsOf } from '../words/periods.ts'
import type { Label } from '../words/rows.ts'

/** A cell with what is printed in it, and its place in the run of all rows of the sheet. */
export interface GridCell {
  readonly row: number
  readonly to: number
  readonly column: number
  readonly columnTo: number
  readonly lines: readonly Line[]
  readonly on: Printed
  /** Its words as one line. */
  readonly words: Printed
  /** Its text without spaces, widths folded. */
  readonly word: string
  /** The heads of columns that it holds, where it holds nothing else: 令和3年度決算. */
  readonly periods: readonly PeriodHead[] | undefined
  /** The first row of its table. */
  readonly top: number
  /** In points, where the page shows it. */
  readonly width: number | undefined
}

/** A cell as an edition of the form reads it. */
export interface FormCell extends GridCell {
  readonly label: Label | undefined
}

/** The cells of every table of a sheet, rows counted through all of them, in reading order. */
export function gridOf(range: PageRange): GridCell[] {
  const cells: GridCell[] = []
  let top = 0
  for (const table of tablesOf(range)) {
    cells.push(...table.cells.map(cell => gridCell(cell, top)))
    top += table.rows
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column)
}

/** The cells with the labels that an edition knows. */
export const labelled = (cells: readonly GridCell[], { inCells }: LabelBook): FormCell[] =>
  cells.map(cell => ({ ...cell, label: labelIn(inCells, cell.word) }))

export const isFilled = (cell: GridCell): boolean => cell.word !== ''

const tablesOf = (range: PageRange): Table[] =>
  range.pages.flatMap(page => page.blocks.filter(block => block.kind === 'table'))

function gridCell(cell: Cell, top: number): GridCell {
  const lines = linesOf(cell.blocks)
  const on = concat(...lines.map(line => line.on))
  const words = joinCell(lines)
  return {
    row: top + cell.row,
    to: top + cell.row + cell.rowSpan,
    column: cell.column,
    columnTo: cell.column + cell.columnSpan,
    lines,
    on,
    words,
    word: compact(textOf(on)),
    periods: periodsOf(words),
    top,
    width: cell.bbox && cell.bbox[2] - cell.bbox[0],
  }
}

/** The cells that are on a row, from left to right, those that began above included. */
export const cellsOn = <C extends GridCell>(cells: readonly C[], row: number): C[] =>
  cells.filter(cell => cell.row <= row && row < cell.to).sort((a, b) => a.column - b.column)

/** Whether two cells are above each other. */
export const sharesColumn = (a: GridCell, b: GridCell): boolean => a.column < b.columnTo && b.column < a.columnTo
