import { concat } from '../../../document/printed.ts'
import type { Head, HeaderRow } from '../text/header-row.ts'
import { type ColumnName, columnNamed, columns as formColumns } from '../words.ts'
import { filled, type Grid, type GridCell, type GridRow } from './grid.ts'

/** Which column of a table holds what, by the words of its heads. */
export interface Columns {
  readonly count: number
  readonly at: ReadonlyMap<number, ColumnName>
  readonly edges: readonly { readonly name: ColumnName; readonly from: number; readonly to: number }[]
}

/** The rows of a grid that print the column heads, from one on; heads may stand over each other in two rows. */
export interface Band {
  readonly rows: readonly GridRow[]
  readonly columns: Columns
  readonly printed: HeaderRow
}

const form = Object.keys(formColumns) as ColumnName[]
const nameOf = (cell: GridCell): ColumnName | undefined => columnNamed(cell.word)

function namesIn(row: GridRow): number {
  return new Set(row.cells.flatMap(cell => nameOf(cell) ?? [])).size
}

const isHeaderRow = (row: GridRow): boolean => namesIn(row) >= 3 && namesIn(row) * 2 >= filled(row).length

/** A row above or below the heads that goes with them: each of its cells is a head, or stands in that row too. */
const isHeadToo = (row: GridRow | undefined, beside: GridRow): row is GridRow =>
  row !== undefined &&
  filled(row).length > 0 &&
  filled(row).every(cell => beside.cells.includes(cell) || nameOf(cell) !== undefined) &&
  (namesIn(row) > 1 || row.cells.some(cell => beside.cells.includes(cell)))

/** The heads that begin on a row of the grid; undefined where none begin there. */
export function bandAt({ rows, columns }: Grid, index: number): Band | undefined {
  const row = rows[index] as GridRow
  const next = rows[index + 1]
  const begins = isHeaderRow(row) || (next !== undefined && isHeaderRow(next) && isHeadToo(row, next))
  if (!begins) return undefined
  let end = index + 1
  while (end < rows.length && (isHeaderRow(rows[end] as GridRow) || isHeadToo(rows[end], rows[end - 1] as GridRow)))
    end += 1
  return bandOf(rows.slice(index, end), columns)
}

function bandOf(rows: readonly GridRow[], count: number): Band {
  const cells = [...new Set(rows.flatMap(filled))].sort((a, b) => a.column - b.column)
  const heads = headsOf(cells)
  const at = new Map<number, ColumnName>()
  for (const [cell, name] of heads)
    for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) at.set(column, name)
  const lowest = Array.from({ length: count }, (_, column) => rows.at(-1)?.cells.find(cell => covers(cell, column)))
  for (const [column, name] of byPlace(lowest, at)) at.set(column, name)
  return {
    rows,
    columns: { count, at, edges: edgesOf(lowest, at) },
    printed: headerRow(cells, heads),
  }
}

const covers = (cell: GridCell, column: number): boolean =>
  cell.column <= column && column < cell.column + cell.columnSpan

/** The cells that head a column. Two cells may not head the same: the one that prints the form's own word does. */
function headsOf(cells: readonly GridCell[]): Map<GridCell, ColumnName> {
  const heads = new Map<GridCell, ColumnName>()
  for (const name of form) {
    const named = cells.filter(cell => nameOf(cell) === name)
    const best = named.find(cell => cell.word === name) ?? named[0]
    if (best) heads.set(best, name)
  }
  return heads
}

/** A head we do not know, or an empty one, stands for the one missing column where it has that column's place between its neighbours. */
function byPlace(
  lowest: readonly (GridCell | undefined)[],
  at: ReadonlyMap<number, ColumnName>,
): (readonly [number, ColumnName])[] {
  const known = new Set(at.values())
  return lowest.flatMap((_, column) => {
    if (at.has(column)) return []
    const [left, right] = [form.indexOf(at.get(column - 1) as ColumnName), at.get(column + 1)]
    const name = form[left + 1]
    const isBetween = column === 0 ? true : left >= 0
    const ends = column === lowest.length - 1 ? form[left + 2] === undefined : right === form[left + 2] && !!right
    return name && isBetween && ends && !known.has(name) ? [[column, name] as const] : []
  })
}

function edgesOf(lowest: readonly (GridCell | undefined)[], at: ReadonlyMap<number, ColumnName>): Columns['edges'] {
  return lowest.flatMap((cell, column) => {
    const name = at.get(column)
    return cell?.edges && name ? [{ name, from: cell.edges[0], to: cell.edges[1] }] : []
  })
}

const printedOf = (cell: GridCell) => concat(...cell.lines.map(line => line.on))

function headerRow(cells: readonly GridCell[], heads: ReadonlyMap<GridCell, ColumnName>): HeaderRow {
  const others = cells.filter(cell => !heads.has(cell) && !isRepeatedHead(cell, cells, heads))
  return {
    count: 0,
    heads: [...cells].flatMap((cell): Head[] => {
      const name = heads.get(cell)
      return name ? [{ name, on: printedOf(cell) }] : []
    }),
    others: others.map(printedOf),
  }
}

/** The same head in the same column of the row below says nothing new. */
const isRepeatedHead = (
  cell: GridCell,
  cells: readonly GridCell[],
  heads: ReadonlyMap<GridCell, ColumnName>,
): boolean => cells.some(other => heads.has(other) && other.column === cell.column && nameOf(other) === nameOf(cell))

/** The column that a cell stands in, by its number where the table has as many columns, else by where it stands on the page. */
export function columnOfCell(cell: GridCell, count: number, columns: Columns): ColumnName | undefined {
  if (count === columns.count) return columns.at.get(cell.column)
  const { edges } = cell
  const middle = edges ? (edges[0] + edges[1]) / 2 : Number.NaN
  return columns.edges.find(({ from, to }) => middle > from && middle < to)?.name
}

/** Whether the columns of one table say anything of another's cells. */
export const fitsColumns = (grid: Grid, columns: Columns): boolean =>
  grid.columns === columns.count ||
  (grid.columns >= 4 && columns.edges.length > 0 && grid.rows.some(row => row.cells.some(cell => cell.edges)))
