import { type Cell, type Line, linesOf, type PageRange, type Table } from '../../../document/model.ts'
import { concat, type Printed, textOf } from '../../../document/printed.ts'
import { compact } from '../../../normalise/whitespace.ts'
import type { Label } from '../labels.ts'
import type { LabelBook } from '../words/label-lines.ts'

/** A cell of the form with what is printed in it, and its place in the run of all rows of the sheet. */
export interface FormCell {
  readonly row: number
  readonly to: number
  readonly column: number
  readonly columnTo: number
  readonly lines: readonly Line[]
  readonly on: Printed
  /** Its text without spaces, widths folded. */
  readonly word: string
  readonly label: Label | undefined
  /** The first row of its table. */
  readonly top: number
  /** In points, where the page shows it. */
  readonly width: number | undefined
}

/** The cells of every table of a sheet, rows counted through all of them, in reading order. */
export function formCells(range: PageRange, book: LabelBook): FormCell[] {
  const cells: FormCell[] = []
  let top = 0
  for (const table of tablesOf(range)) {
    cells.push(...table.cells.map(cell => formCell(cell, top, book)))
    top += table.rows
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column)
}

export const isFilled = (cell: FormCell): boolean => cell.word !== ''

const tablesOf = (range: PageRange): Table[] =>
  range.pages.flatMap(page => page.blocks.filter(block => block.kind === 'table'))

type Content = Pick<FormCell, 'lines' | 'on' | 'word'>
const contents = new WeakMap<Cell, Content>()

/** What is printed in a cell, gathered once: a sheet is looked at with the labels of all editions, then with those of its own. */
function contentOf(cell: Cell): Content {
  const known = contents.get(cell)
  if (known) return known
  const lines = linesOf(cell.blocks)
  const on = concat(...lines.map(line => line.on))
  const content = { lines, on, word: compact(textOf(on)) }
  contents.set(cell, content)
  return content
}

function formCell(cell: Cell, top: number, book: LabelBook): FormCell {
  const { lines, on, word } = contentOf(cell)
  return {
    row: top + cell.row,
    to: top + cell.row + cell.rowSpan,
    column: cell.column,
    columnTo: cell.column + cell.columnSpan,
    lines,
    on,
    word,
    label: book.inCells.get(word),
    top,
    width: cell.bbox && cell.bbox[2] - cell.bbox[0],
  }
}

/** The cells that stand on a row, from left to right, those that began above included. */
export const cellsOn = (cells: readonly FormCell[], row: number): FormCell[] =>
  cells.filter(cell => cell.row <= row && row < cell.to).sort((a, b) => a.column - b.column)

/** Whether two cells stand above each other. */
export const sharesColumn = (a: FormCell, b: FormCell): boolean => a.column < b.columnTo && b.column < a.columnTo
