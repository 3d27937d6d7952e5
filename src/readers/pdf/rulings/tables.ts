import type { Rect } from '../../../document/model.ts'
import { heightOf, unite, widthOf } from '../geometry.ts'
import { cellsOf, type LatticeCell, rectOfCell, type Sides } from './cells.ts'
import type { Grid } from './grid.ts'
import { latticesOf } from './intersections.ts'
import type { Rulings } from './rulings.ts'

export interface TableCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly rect: Rect
  readonly open: Sides
}

/** What shows that something is a table. */
type Found = 'rulings' | 'fills' | 'alignment'

/** A table as its lines show it, or what stands for lines: one cell alone is a frame. */
export interface RuledTable {
  readonly found: Found
  readonly rect: Rect
  readonly rows: number
  readonly columns: number
  readonly cells: readonly TableCell[]
  readonly dashed: boolean
}

/** The tables of a page, the large before the small, so that a nested one comes after that which holds it. */
export function tablesOf(rulings: Rulings): RuledTable[] {
  const tables = latticesOf(rulings).flatMap(lattice => {
    const { grid, cells, framed } = cellsOf(lattice)
    const wide = (all: readonly LatticeCell[]) => all.filter(cell => !isSliver(rectOfCell(grid, cell)))
    return [cells, ...framed].flatMap(all => parted(grid, wide(all))).filter(table => !isComb(table))
  })
  return tables.sort((a, b) => widthOf(b.rect) * heightOf(b.rect) - widthOf(a.rect) * heightOf(a.rect))
}

/** Lines that all end at one line across: the axis of a chart and its marks. */
const isComb = ({ cells, rows, columns }: RuledTable): boolean =>
  columns === 1 && rows > 1 && cells.every(({ open }) => open.left !== open.right)

/** Between double lines there is room for no text. */
const least = 4
const isSliver = (rect: Rect): boolean => widthOf(rect) < least || heightOf(rect) < least

/**
 * Tables that only touch: above and below a line that no cell crosses the one is less than half as wide as the other, as where a
 * small frame is on the corner of a table.
 */
function parted(grid: Grid, cells: readonly LatticeCell[]): RuledTable[] {
  const parts: { cells: LatticeCell[]; extent: Rect }[] = []
  for (const band of bandsOf(cells)) {
    const part = parts.at(-1)
    const extent = extentOf(grid, band)
    if (part && !isStep(part.extent, extent)) {
      for (const cell of band) part.cells.push(cell)
      part.extent = unite([part.extent, extent])
    } else parts.push({ cells: band, extent })
  }
  return parts.map(part => tableOf(grid, part.cells))
}

/** Cells between two horizontal lines that no cell crosses. */
function bandsOf(cells: readonly LatticeCell[]): LatticeCell[][] {
  const bands: LatticeCell[][] = []
  let bottom = Number.NEGATIVE_INFINITY
  for (const cell of [...cells].sort((a, b) => a.top - b.top)) {
    if (cell.top >= bottom) bands.push([])
    bands.at(-1)?.push(cell)
    bottom = Math.max(bottom, cell.bottom)
  }
  return bands
}

const extentOf = (grid: Grid, cells: readonly LatticeCell[]): Rect => unite(cells.map(cell => rectOfCell(grid, cell)))

const isStep = (a: Rect, b: Rect): boolean => {
  const [narrow, wide] = [Math.min(widthOf(a), widthOf(b)), Math.max(widthOf(a), widthOf(b))]
  return narrow < wide / 2 || Math.min(a[2], b[2]) - Math.max(a[0], b[0]) < narrow / 2
}

/** Rows and columns are counted by the lines at which a cell of the table begins or ends. */
function tableOf(grid: Grid, cells: readonly LatticeCell[]): RuledTable {
  const columns = used(
    cells.flatMap(cell => [cell.left, cell.right]),
    grid.xs,
  )
  const rows = used(
    cells.flatMap(cell => [cell.top, cell.bottom]),
    grid.ys,
  )
  return {
    found: 'rulings',
    rect: extentOf(grid, cells),
    rows: most(rows),
    columns: most(columns),
    dashed: grid.dashed,
    cells: cells
      .map(cell => tableCell(cell, rectOfCell(grid, cell), rows, columns))
      .sort((a, b) => a.row - b.row || a.column - b.column),
  }
}

/** The count of the last line; minus infinity where there is none. */
const most = (counted: ReadonlyMap<number, number>): number => [...counted.values()].at(-1) ?? Number.NEGATIVE_INFINITY

/** The lines in order, each with its count; the two of a wide double line count as one. */
function used(lines: readonly number[], places: readonly number[]): Map<number, number> {
  const counted = new Map<number, number>()
  let [count, start] = [-1, Number.NEGATIVE_INFINITY]
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const place = places[line] as number
    if (place - start >= least) {
      count += 1
      start = place
    }
    counted.set(line, count)
  }
  return counted
}

function tableCell(cell: LatticeCell, rect: Rect, rows: Map<number, number>, columns: Map<number, number>): TableCell {
  const at = (lines: Map<number, number>, line: number) => lines.get(line) as number
  const [row, column] = [at(rows, cell.top), at(columns, cell.left)]
  return {
    row,
    column,
    rowSpan: at(rows, cell.bottom) - row,
    columnSpan: at(columns, cell.right) - column,
    rect,
    open: cell.open,
  }
}
