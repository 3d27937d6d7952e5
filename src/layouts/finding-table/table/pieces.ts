import type { Line, PageRange } from '../../../document/model.ts'
import { wholeAcrossBreaks } from '../../../document/table/across-breaks.ts'
import { isPageMark, type SheetLines } from '../text/cut.ts'
import type { HeaderRow } from '../text/header-row.ts'
import { isAttachment, titleAt } from '../text/title.ts'
import { type ColumnName, columns as formColumns } from '../words.ts'
import { bandAt, type Columns, columnOfCell, fitsColumns } from './columns.ts'
import { filled, type Grid, type GridCell, type GridRow, type Part, partsOf } from './grid.ts'
import { looksLikeForm } from './looks.ts'

/** A row of the table by its columns; the record it belongs to may have other rows. */
export interface Piece {
  readonly cells: ReadonlyMap<ColumnName, readonly GridCell[]>
  readonly opens: boolean
}

/** The rows of the form's tables, and the lines that stand outside of them. */
export interface Pieces {
  readonly pieces: readonly Piece[]
  readonly outside: SheetLines
  readonly headerRows: readonly HeaderRow[]
}

/** What the tables of some pages hold, or undefined where none of them has the form's columns. */
export function piecesOf(range: PageRange): Pieces | undefined {
  const pages = wholeAcrossBreaks(range.pages).map(partsOf)
  const grids = pages.flat().flatMap(part => ('grid' in part ? [part.grid] : []))
  let columns = firstColumns(grids) ?? columnsWithoutHeads(grids)
  if (!columns) return undefined
  const found = { pieces: [] as Piece[], lines: [] as Line[], edges: new Set<Line>(), headerRows: [] as HeaderRow[] }
  for (const parts of pages) {
    const outside: Line[] = []
    for (const part of parts) {
      const grid = 'grid' in part ? part.grid : undefined
      if (grid && isOfForm(grid, columns)) columns = readGrid(grid, columns, outside, found)
      else outside.push(...linesIn(part))
    }
    for (const edge of edgesOf(parts, outside)) found.edges.add(edge)
    found.lines.push(...outside)
  }
  const { pieces, lines, edges, headerRows } = found
  return { pieces, outside: { lines, edges }, headerRows }
}

/** The heads of the first table that prints them hold for the tables above it too. */
function firstColumns(grids: readonly Grid[]): Columns | undefined {
  for (const grid of grids)
    for (const index of grid.rows.keys()) {
      const band = bandAt(grid, index)
      if (band && band.columns.at.size >= 4) return band.columns
    }
  return undefined
}

/** Without any heads: the columns of the form in its order, where the cells themselves show that they are. */
function columnsWithoutHeads(grids: readonly Grid[]): Columns | undefined {
  const names = Object.keys(formColumns) as ColumnName[]
  const grid = grids.find(each => each.columns === names.length && looksLikeForm(each))
  return grid && { count: grid.columns, at: new Map(names.map((name, column) => [column, name])), edges: [] }
}

const isOfForm = (grid: Grid, columns: Columns): boolean =>
  fitsColumns(grid, columns) || grid.rows.some((_, index) => bandAt(grid, index) !== undefined)

const linesIn = (part: Part): Line[] =>
  'lines' in part ? [...part.lines] : [...new Set(part.grid.rows.flatMap(row => row.cells))].flatMap(cell => cell.lines)

/** Outside lines at the top and the bottom of a page. */
function edgesOf(parts: readonly Part[], outside: readonly Line[]): Line[] {
  const lines = parts.flatMap(linesIn)
  return [lines[0], lines.at(-1)].filter(line => line !== undefined && outside.includes(line)) as Line[]
}

interface Found {
  readonly pieces: Piece[]
  readonly headerRows: HeaderRow[]
}

function readGrid(grid: Grid, before: Columns, outside: Line[], found: Found): Columns {
  let columns = before
  let opens = true
  for (let index = 0; index < grid.rows.length; index += 1) {
    const row = grid.rows[index] as GridRow
    const band = bandAt(grid, index)
    if (band) {
      columns = band.columns
      found.headerRows.push(band.printed)
      index += band.rows.length - 1
      opens = true
    } else if (isOutside(row, grid.columns)) outside.push(...filled(row).flatMap(cell => cell.lines))
    else if (filled(row).length > 0) {
      found.pieces.push({ cells: byColumn(row, grid.columns, columns), opens })
      opens = false
    }
  }
  return columns
}

/** A title, a page number or a remark over the whole width is no row of the table, though the converter made it one. */
function isOutside(row: GridRow, columns: number): boolean {
  const cells = filled(row)
  const [only] = cells
  if (only && cells.length === 1 && only.columnSpan * 2 > columns) return true
  return (
    cells.length > 0 &&
    cells.length <= 2 &&
    cells.every(
      ({ lines }) => titleAt(lines) !== undefined || lines.every(line => isAttachment(line) || isPageMark(line)),
    )
  )
}

function byColumn(row: GridRow, count: number, columns: Columns): Map<ColumnName, GridCell[]> {
  const cells = new Map<ColumnName, GridCell[]>()
  for (const cell of row.cells) {
    const name = columnOfCell(cell, count, columns)
    if (name) cells.set(name, [...(cells.get(name) ?? []), cell])
  }
  return cells
}
