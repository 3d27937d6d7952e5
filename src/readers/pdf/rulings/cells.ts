import { groupBy } from '../../../document/group-by.ts'
import type { Rect } from '../../../document/model.ts'
import { once } from '../once.ts'
import { PlaceIndex } from '../place-index.ts'
import { boundsOf, encloses, framingOf, isWhole } from './frames.ts'
import { type Extent, type Field, type Grid, gridOf } from './grid.ts'
import type { Lattice } from './intersections.ts'

/** A cell of a lattice: the lines of the grid it lies between, and the sides on which no line closes it. */
export interface LatticeCell extends Extent {
  readonly open: Sides
}

export interface Sides {
  readonly left: boolean
  readonly top: boolean
  readonly right: boolean
  readonly bottom: boolean
}

export interface Cells {
  readonly grid: Grid
  readonly cells: readonly LatticeCell[]
  /** The cells of each frame that is in one of the cells and touches its border. */
  readonly framed: readonly (readonly LatticeCell[])[]
}

/** The cells of a lattice: fields of the grid with no wall between them are one cell, which then spans rows and columns. */
export function cellsOf(lattice: Lattice): Cells {
  const grid = gridOf(lattice)
  const regions = regionsOf(grid)
  const framings = regions.flatMap(region => framingIn(grid, region) ?? [])
  const fields = new Map(framings.map(framing => [framing.region, [framing.cell]]))
  const candidates = regions
    .flatMap(region => fields.get(region) ?? rectangles(region))
    .map(extent => bounded(grid, extent))
  const beside = once(() => besides(candidates))
  const cells = candidates.filter(cell => isCell(cell, beside)).sort(inReadingOrder)
  const frames = framings.flatMap(framing => framing.frames)
  const index = once(() => new PlaceIndex(cells, fieldsOf))
  const framed = frames
    .map(frame =>
      index()
        .meeting(fieldsOf(frame))
        .filter(cell => encloses(frame, cell)),
    )
    .filter(each => each.length > 0)
  const inside = new Set(framed.flat())
  return { grid, cells: cells.filter(cell => !inside.has(cell)), framed }
}

const fieldsOf = ({ left, top, right, bottom }: Extent): Rect => [left, top, right, bottom]

/** A region as the cell around its frames, where lines close it to the left and right and on one side more. */
function framingIn(grid: Grid, region: readonly Field[]) {
  const framing = framingOf(region)
  if (!framing) return undefined
  const { open } = bounded(grid, framing.cell)
  return open.left || open.right || (open.top && open.bottom) ? undefined : { ...framing, region }
}

const inReadingOrder = (a: LatticeCell, b: LatticeCell): number => a.top - b.top || a.left - b.left

/** Where a cell is on the page. */
export const rectOfCell = ({ xs, ys }: Grid, cell: LatticeCell): Rect => [
  xs[cell.left] as number,
  ys[cell.top] as number,
  xs[cell.right] as number,
  ys[cell.bottom] as number,
]

/** Fields that hang together without a wall between. */
function regionsOf(grid: Grid): Field[][] {
  const [rows, columns] = [grid.ys.length - 1, grid.xs.length - 1]
  const seen = new Uint8Array(Math.max(0, rows * columns))
  const regions: Field[][] = []
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      if (seen[row * columns + column] === 0) regions.push(flood(grid, { row, column }, seen))
  return regions
}

function flood(grid: Grid, start: Field, seen: Uint8Array): Field[] {
  const columns = grid.xs.length - 1
  const region: Field[] = []
  const open = [start]
  seen[start.row * columns + start.column] = 1
  for (let field = open.pop(); field; field = open.pop()) {
    region.push(field)
    for (const next of neighbours(grid, field)) {
      const at = next.row * columns + next.column
      if (seen[at] === 1) continue
      seen[at] = 1
      open.push(next)
    }
  }
  return region
}

function neighbours(grid: Grid, { row, column }: Field): Field[] {
  const found: Field[] = []
  if (column > 0 && !grid.wallAlongX(column, row)) found.push({ row, column: column - 1 })
  if (column + 2 < grid.xs.length && !grid.wallAlongX(column + 1, row)) found.push({ row, column: column + 1 })
  if (row > 0 && !grid.wallAlongY(row, column)) found.push({ row: row - 1, column })
  if (row + 2 < grid.ys.length && !grid.wallAlongY(row + 1, column)) found.push({ row: row + 1, column })
  return found
}

/** A region as rectangles: one, unless a piece of a wall is missing; then one for each run of rows of the same extent. */
function rectangles(region: readonly Field[]): Extent[] {
  const extent = boundsOf(region)
  if (isWhole(extent, region.length)) return [extent]
  const found: Extent[] = []
  const rows = [...groupBy(region, field => field.row)].sort(([a], [b]) => a - b)
  const ending = new Map<string, number>()
  for (const [row, fields] of rows)
    for (const [left, right] of runsOf(fields.map(field => field.column))) {
      const above = ending.get(`${row} ${left} ${right}`)
      if (above === undefined) found.push({ left, top: row, right, bottom: row + 1 })
      else found[above] = { ...(found[above] as Extent), bottom: row + 1 }
      ending.set(`${row + 1} ${left} ${right}`, above ?? found.length - 1)
    }
  return found
}

/** Runs of consecutive numbers, each from the first to behind the last. */
function runsOf(numbers: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run[1] === number) run[1] = number + 1
    else runs.push([number, number + 1])
  }
  return runs
}

/** Says on which sides a wall is missing. */
function bounded(grid: Grid, extent: Extent): LatticeCell {
  const { left, top, right, bottom } = extent
  const open = { left: false, top: false, right: false, bottom: false }
  for (let row = top; row < bottom; row += 1) {
    if (!grid.wallAlongX(left, row)) open.left = true
    if (!grid.wallAlongX(right, row)) open.right = true
  }
  for (let column = left; column < right; column += 1) {
    if (!grid.wallAlongY(top, column)) open.top = true
    if (!grid.wallAlongY(bottom, column)) open.bottom = true
  }
  return { left, top, right, bottom, open }
}

/**
 * A cell is closed on all sides, or a table's outer border is left out there: on one side or two that face each other; on two that
 * meet only where the cells beside it along both lack the same border, and one of these no other.
 */
function isCell(cell: LatticeCell, besideOf: () => Beside): boolean {
  if (cell.right - cell.left < 1 || cell.bottom - cell.top < 1) return false
  const { open } = cell
  const [across, along] = [Number(open.left) + Number(open.right), Number(open.top) + Number(open.bottom)]
  if (across === 0 || along === 0) return true
  if (across > 1 || along > 1) return false
  const beside = besideOf()(cell, open.left ? 'right' : 'left', open.top ? 'top' : 'bottom')
  const below = besideOf()(cell, open.top ? 'bottom' : 'top', open.left ? 'left' : 'right')
  const closedAcross = (other: LatticeCell) => !other.open.left && !other.open.right
  const closedAlong = (other: LatticeCell) => !other.open.top && !other.open.bottom
  if (!beside) return false
  // Of a single row nothing lies below.
  if (!below) return closedAcross(beside) && beside.open.top === open.top && beside.open.bottom === open.bottom
  if (!sharesOpening(beside, below, open)) return false
  return closedAcross(beside) || closedAlong(below)
}

const sharesOpening = (beside: LatticeCell, below: LatticeCell, open: Sides): boolean =>
  (open.top ? beside.open.top : beside.open.bottom) && (open.left ? below.open.left : below.open.right)

const opposite = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' } as const

/** The first cell that lies on one side of another, and reaches as far as it towards a second. */
type Beside = (cell: LatticeCell, side: keyof Sides, towards: keyof Sides) => LatticeCell | undefined

function besides(cells: readonly LatticeCell[]): Beside {
  const known = new Map<string, LatticeCell>()
  const sides = Object.keys(opposite) as (keyof Sides)[]
  for (const cell of cells)
    for (const side of sides)
      for (const towards of sides) {
        const key = `${side} ${cell[side]} ${towards} ${cell[towards]}`
        if (!known.has(key)) known.set(key, cell)
      }
  return (cell, side, towards) => known.get(`${opposite[side]} ${cell[side]} ${towards} ${cell[towards]}`)
}
