import { type Block, type Cell, type Line, linesOf, type PageRange, type Table } from '../../../document/model.ts'
import { type Printed, textOf } from '../../../document/printed.ts'
import { joinLines } from '../../../document/prose/prose.ts'
import { wholeAcrossBreaks } from '../../../document/table/across-breaks.ts'
import { levelledBlocks } from './indents.ts'

/** A cell that something is printed in. */
export interface Filled {
  readonly column: number
  readonly span: number
  readonly blocks: readonly Block[]
  readonly text: string
}

/** A row of a table, or a line outside of tables, which is a row of one cell; `columns` is 0 there. */
export interface Row {
  readonly page: number | null
  readonly filled: readonly Filled[]
  /** The columns of the table, and how many of them this row has cells for. */
  readonly columns: number
  readonly width: number
  /** Whether a page or a table begins with it. */
  readonly isFirst: boolean
  /** What is in columns that the form does not know, under their heads. */
  readonly others?: readonly Other[]
}

export interface Other {
  readonly label: Printed
  readonly blocks: readonly Block[]
}

/** Everything on some pages as rows, in reading order. */
export const rowsOf = (range: PageRange, level = levelOf(range)): Row[] =>
  wholeAcrossBreaks(range.pages).flatMap(page => page.blocks.flatMap(block => rowsOfBlock(block, page.number, level)))

/** What is done to the blocks of a cell before they are read. */
type Level = (blocks: readonly Block[]) => readonly Block[]

/** The blocks as they were set: enough where only their words are asked for. */
export const asSet: Level = blocks => blocks

const levelOf = ({ source }: PageRange): Level => (source.mediaType === 'text/plain' ? asSet : levelledBlocks)

function rowsOfBlock(block: Block, page: number | null, level: Level): Row[] {
  if (block.kind === 'table') return rowsOfTable(block, page, level)
  return linesOf([block]).map(line => ({
    page,
    filled: [filledCell(0, 1, [line])],
    columns: 0,
    width: 0,
    isFirst: false,
  }))
}

function rowsOfTable(table: Table, page: number | null, level: Level): Row[] {
  const widths = widthsOf(table)
  const rows: Row[] = []
  for (const [row, cells] of cellsByRow(table).entries()) {
    const filled = cells
      .map(cell => filledCell(cell.column, cell.columnSpan, level(cell.blocks)))
      .filter(cell => cell.text !== '')
    const width = widths[row] as number
    if (filled.length > 0) rows.push({ page, filled, columns: table.columns, width, isFirst: row === 0 })
  }
  return rows
}

/** The cells that begin on each row, from left to right. */
function cellsByRow(table: Table): Cell[][] {
  const rows = Array.from({ length: table.rows }, (): Cell[] => [])
  for (const cell of table.cells) rows[cell.row]?.push(cell)
  for (const cells of rows) cells.sort((a, b) => a.column - b.column)
  return rows
}

/** How far to the right each row has cells, those that began above included. */
function widthsOf(table: Table): number[] {
  const widths = new Array<number>(table.rows).fill(0)
  for (const { row, rowSpan, column, columnSpan } of table.cells)
    for (let at = row; at < Math.min(row + rowSpan, table.rows); at += 1)
      widths[at] = Math.max(widths[at] as number, column + columnSpan)
  return widths
}

export const filledCell = (column: number, span: number, blocks: readonly Block[]): Filled => ({
  column,
  span,
  blocks,
  text: textOf(wholeText(blocks)).trim(),
})

export const linesIn = (blocks: readonly Block[]): Line[] => linesOf(blocks)

/** All that a cell says, as one run of words. */
export const wholeText = (blocks: readonly Block[]): Printed => joinLines(linesIn(blocks).map(line => line.on))

/** The parts of a title as one run of words. */
export const wholeTitle = (parts: readonly Printed[]): Printed => joinLines(parts)
