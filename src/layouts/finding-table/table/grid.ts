import { type Cell, type Line, linesOf, type Page, type Table } from '../../../document/model.ts'
import { fold } from '../../../document/printed.ts'
import { compactLines } from '../text/lines.ts'

/** A cell with its lines, widths folded. One that spans several rows is the same object in each. */
export interface GridCell {
  readonly column: number
  readonly columnSpan: number
  readonly lines: readonly Line[]
  /** Its text without spaces. */
  readonly word: string
  /** Its left and right edge on the page, where the reader saw them. */
  readonly edges: readonly [number, number] | undefined
}

/** A row of cells from left to right; `opens` at the top of its table, where a row that a page break cut goes on. */
export interface GridRow {
  readonly cells: readonly GridCell[]
  readonly opens: boolean
}

export interface Grid {
  readonly columns: number
  readonly rows: readonly GridRow[]
}

/** A converter pads the cells of its tables with a space; the indent of a paragraph is wider. */
const padding = 0.6

function cellOf({ column, columnSpan, blocks, bbox }: Cell): GridCell {
  const lines = [...linesOf(blocks)].map(line => ({
    ...line,
    on: fold(line.on),
    indent: line.indent < padding ? 0 : line.indent,
  }))
  return { column, columnSpan, lines, word: compactLines(lines), edges: bbox && [bbox[0], bbox[2]] }
}

function gridOf(table: Table): Grid {
  const cells = table.cells.map(cell => ({ cell, grid: cellOf(cell) }))
  const rows = Array.from({ length: table.rows }, (): GridCell[] => [])
  for (const { cell, grid } of cells)
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, table.rows); row += 1) rows[row]?.push(grid)
  return {
    columns: table.columns,
    rows: rows.map((row, index) => ({ cells: row.sort((a, b) => a.column - b.column), opens: index === 0 })),
  }
}

/** What stands on a page: tables as grids, everything else as lines, in order. */
export type Part = { readonly grid: Grid } | { readonly lines: readonly Line[] }

export const partsOf = (page: Page): Part[] =>
  page.blocks.map(block =>
    block.kind === 'table'
      ? { grid: gridOf(block) }
      : { lines: [...linesOf([block])].map(line => ({ ...line, on: fold(line.on) })) },
  )

export const filled = (row: GridRow): GridCell[] => row.cells.filter(cell => cell.word !== '')
