import { joinPrinted, type Printed } from '../printed.ts'
import { type Edges, filled, type GridCell, type GridRow } from './grid.ts'

/** What is printed over a column, or over adjacent columns that nothing separates. */
export interface Head<N extends string> {
  /** Its cells from the top down; only those that hold something. */
  readonly cells: readonly GridCell[]
  /** Its whole text, from the top down: 令和6年度 予算額. Empty where nothing is printed. */
  readonly on: Printed
  /** The first of its columns, and the one after its last. */
  readonly from: number
  readonly to: number
  readonly edges?: Edges
  /** The form's column; undefined where the form has no such column. */
  readonly name?: N
}

/** The columns of a table, by the heads that it prints. */
export interface Columns<N extends string> {
  readonly count: number
  /** From left to right. */
  readonly heads: readonly Head<N>[]
}

/** How a form names its columns. */
export interface HeadWords<N extends string> {
  /** The columns in the order of the form. */
  readonly order: readonly N[]
  /** The column that a printed head names, or undefined. */
  readonly nameOf: (on: Printed) => N | undefined
  /** The column that a head in other words speaks of: asked for where no known word names that column. */
  readonly likeOf?: (on: Printed) => N | undefined
  /** Whether a head is printed in the form's own words: of two heads for one column it is preferred. */
  readonly isOwn?: (on: Printed, name: N) => boolean
  /** Whether a row with heads of these columns, among so many cells, is a row of heads. */
  readonly isHeadRow: (names: ReadonlySet<N>, cells: number) => boolean
}

/** The rows of a table that print its heads; heads may be stacked in several rows. */
export interface Band<N extends string> {
  readonly rows: readonly GridRow[]
  readonly columns: Columns<N>
}

const namesIn = <N extends string>(row: GridRow, words: HeadWords<N>): Set<N> =>
  new Set(filled(row).flatMap(cell => words.nameOf(cell.on) ?? []))

const isHeadRow = <N extends string>(row: GridRow, words: HeadWords<N>): boolean =>
  words.isHeadRow(namesIn(row, words), filled(row).length)

/** A row above or below heads that belongs to them: each of its cells is a head, or spans into that row too. */
function isHeadToo<N extends string>(row: GridRow | undefined, beside: GridRow, words: HeadWords<N>): row is GridRow {
  if (!row || row.columns !== beside.columns) return false
  const cells = filled(row)
  const isShared = (cell: GridCell): boolean => beside.cells.includes(cell)
  if (cells.length === 0 || !cells.every(cell => isShared(cell) || words.nameOf(cell.on) !== undefined)) return false
  return namesIn(row, words).size > 1 || row.cells.some(isShared)
}

/** The heads that begin on a row; undefined where none begin there. */
export function bandAt<N extends string>(
  rows: readonly GridRow[],
  index: number,
  words: HeadWords<N>,
): Band<N> | undefined {
  const goesOn = (at: number): boolean => {
    const [above, row] = [rows[at - 1], rows[at]]
    if (!above || !row || row.isFirst) return false
    return isHeadRow(row, words) || isHeadToo(row, above, words)
  }
  const [row, next] = [rows[index], rows[index + 1]]
  if (!row) return undefined
  const isAbove = next !== undefined && !next.isFirst && isHeadRow(next, words) && isHeadToo(row, next, words)
  if (!isHeadRow(row, words) && !isAbove) return undefined
  let end = index + 1
  while (goesOn(end)) end += 1
  return { rows: rows.slice(index, end), columns: columnsOf(rows.slice(index, end), words) }
}

/** The columns below some rows of heads. */
export function columnsOf<N extends string>(rows: readonly GridRow[], words: HeadWords<N>): Columns<N> {
  const count = rows[0]?.columns ?? 0
  return { count, heads: byPlace(byLikeness(named(headsOver(rows, count), words), words), words) }
}

/** The heads by the cells over each column; columns under the same cells share one head. */
function headsOver(rows: readonly GridRow[], count: number): Head<never>[] {
  const cells = rows.map(cellsByColumn)
  const stacks = Array.from({ length: count }, (_, column) => [...new Set(cells.flatMap(row => row[column] ?? []))])
  const starts = stacks.flatMap((stack, column) => (isSame(stack, stacks[column - 1]) ? [] : [column]))
  return starts.map((from, index) => headOf(stacks[from] ?? [], from, starts[index + 1] ?? count))
}

/** The cell over each column of a row, the first of several. */
function cellsByColumn(row: GridRow): (GridCell | undefined)[] {
  const cells: (GridCell | undefined)[] = []
  for (const cell of row.cells)
    for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) cells[column] ??= cell
  return cells
}

const isSame = (stack: readonly GridCell[], other: readonly GridCell[] | undefined): boolean =>
  stack.length > 0 && stack.length === other?.length && stack.every((cell, index) => cell === other[index])

function headOf(stack: readonly GridCell[], from: number, to: number): Head<never> {
  const cells = stack.filter((cell, index) => cell.word !== '' && cell.word !== stack[index - 1]?.word)
  const on = joinPrinted(
    cells.map(cell => cell.on),
    ' ',
  )
  const edges = stack.at(-1)?.edges
  return { cells, on, from, to, ...(edges ? { edges } : {}) }
}

/** Which cell, or which heads as a whole, the name of a head is read from: the lowest that names a column. */
interface Naming<N extends string> {
  readonly head: Head<N>
  readonly name: N
  readonly by: Printed
}

function named<N extends string>(heads: readonly Head<never>[], words: HeadWords<N>): Head<N>[] {
  const namings = heads.flatMap(head => namingOf(head, words) ?? [])
  const byHead = new Map(namings.map(naming => [naming.head, naming]))
  const chosen = new Map<N, Printed>()
  for (const { name, by } of namings)
    if (!chosen.has(name) || (words.isOwn?.(by, name) && !isOwnAlready(chosen.get(name), name, words)))
      chosen.set(name, by)
  return heads.map(head => {
    const naming = byHead.get(head)
    return naming && chosen.get(naming.name) === naming.by ? { ...head, name: naming.name } : head
  })
}

const isOwnAlready = <N extends string>(on: Printed | undefined, name: N, words: HeadWords<N>): boolean =>
  on !== undefined && words.isOwn?.(on, name) === true

function namingOf<N extends string>(head: Head<N>, words: HeadWords<N>): Naming<N> | undefined {
  for (const by of [...head.cells.map(cell => cell.on).reverse(), head.on]) {
    const name = words.nameOf(by)
    if (name !== undefined) return { head, name, by }
  }
  return undefined
}

/** Heads that alone of all speak of a column that none names: 関連施策. */
function byLikeness<N extends string>(heads: readonly Head<N>[], { likeOf }: HeadWords<N>): Head<N>[] {
  const known = new Set(heads.flatMap(head => head.name ?? []))
  const likes = heads.map(({ name, cells }) => {
    const on = name === undefined ? cells.at(-1)?.on : undefined
    return on && likeOf?.(on)
  })
  return heads.map((head, index) => {
    const like = likes[index]
    const isOnly = like !== undefined && !known.has(like) && likes.filter(each => each === like).length === 1
    return isOnly ? { ...head, name: like } : head
  })
}

/**
 * Heads in words that the form does not know, or none, between those of two columns that have as many others between them in the
 * form: they are those. Several at once, or one in the words of another column, only where the table has as many columns as the form.
 */
function byPlace<N extends string>(heads: readonly Head<N>[], words: HeadWords<N>): Head<N>[] {
  const { order } = words
  const known = new Set(heads.flatMap(head => head.name ?? []))
  const places = heads.flatMap(({ name }, index) => (name === undefined ? [] : [index]))
  let behind = 0
  return heads.map((head, index) => {
    if (head.name !== undefined) {
      behind += 1
      return head
    }
    const [from, to] = [places[behind - 1] ?? -1, places[behind] ?? heads.length]
    const [left, right] = [placeOf(heads[from], order, -1), placeOf(heads[to], order, order.length)]
    const isSure = heads.length === order.length || (to - from === 2 && !namingOf(head, words))
    const name = order[left + index - from]
    const fits = right - left === to - from && isSure && name !== undefined && !known.has(name)
    return fits ? { ...head, name } : head
  })
}

const placeOf = <N extends string>(head: Head<N> | undefined, order: readonly N[], none: number): number =>
  head?.name === undefined ? none : order.indexOf(head.name)
