import { type Edges, filled, type GridCell, type GridRow } from './grid.ts'
import type { Columns, Head } from './heads.ts'

/** A row of a table by its columns; every filled cell of it is in one of the three. */
export interface Assigned<N extends string> {
  /** The cells below the head of each column, empty ones included. */
  readonly at: ReadonlyMap<N, readonly GridCell[]>
  /** Below a head that the form does not know, or below none. */
  readonly others: readonly Unnamed<N>[]
  /** Cells over several columns belong to none of them. */
  readonly across: readonly Across<N>[]
}

export interface Unnamed<N extends string> {
  readonly head: Head<N> | undefined
  readonly cell: GridCell
}

export interface Across<N extends string> {
  readonly names: readonly N[]
  readonly cell: GridCell
}

/** The cells of a row below their heads: by number where the table has as many columns, else by their place on the page. */
export function byColumn<N extends string>(row: GridRow, columns: Columns<N>): Assigned<N> {
  const at = new Map<N, GridCell[]>()
  const [others, across]: [Unnamed<N>[], Across<N>[]] = [[], []]
  for (const cell of row.cells) {
    const heads = headsOf(cell, row.columns, columns)
    const [name, ...more] = new Set(heads.map(head => head.name))
    if (name !== undefined && more.length === 0) at.set(name, [...(at.get(name) ?? []), cell])
    else if (cell.word === '') continue
    else if (heads.length > 1) across.push({ names: heads.flatMap(head => head.name ?? []), cell })
    else others.push({ head: heads[0], cell })
  }
  return { at, others, across }
}

/** The heads above a cell; of several, those that print something. */
function headsOf<N extends string>(cell: GridCell, count: number, { heads, count: own }: Columns<N>): Head<N>[] {
  const below = count === own ? headsInColumns(cell, heads) : heads.filter(head => liesUnder(cell.edges, head.edges))
  const printed = below.filter(head => head.cells.length > 0 || head.name !== undefined)
  return printed.length > 0 ? printed : below.slice(0, 1)
}

function headsInColumns<N extends string>({ column, columnSpan }: GridCell, heads: readonly Head<N>[]): Head<N>[] {
  const found: Head<N>[] = []
  for (let at = firstReaching(heads, column); at < heads.length; at += 1) {
    const head = heads[at] as Head<N>
    if (head.from >= column + columnSpan) break
    found.push(head)
  }
  return found
}

/** The first head that ends behind a column, by halves: heads run from left to right. */
function firstReaching(heads: readonly Head<string>[], column: number): number {
  let [low, high] = [0, heads.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((heads[middle] as Head<string>).to > column) high = middle
    else low = middle + 1
  }
  return low
}

/** More than half of the narrower overlaps the other. */
const liesUnder = (cell: Edges | undefined, head: Edges | undefined): boolean =>
  cell !== undefined &&
  head !== undefined &&
  Math.min(cell[1], head[1]) - Math.max(cell[0], head[0]) > Math.min(cell[1] - cell[0], head[1] - head[0]) / 2

/** Whether the columns of one table apply to rows with another number of columns: both have edges on the page. */
export const showsPlaces = (row: GridRow, { heads }: Columns<string>): boolean =>
  row.cells.every(cell => cell.edges) && heads.some(head => head.edges)

/** The number of columns that are known by their heads. */
export const namesOf = <N extends string>({ heads }: Columns<N>): Set<N> =>
  new Set(heads.flatMap(head => head.name ?? []))

/** Whether a row holds anything. */
export const isEmpty = (row: GridRow): boolean => filled(row).length === 0
