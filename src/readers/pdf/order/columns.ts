import type { Rect } from '../../../document/model.ts'
import { median } from '../../../document/prose/widths.ts'
import { heightOf, unite, widthOf } from '../geometry.ts'
import { refuseAbove } from '../limits.ts'
import { Bands, type ColumnGutter, type Item, isWideEnough, leastColumn, stretchesOf } from './bands.ts'
import { isTabular } from './tabular.ts'

/** The share of a column's lines that run to near its right edge: in a list of labels few do. */
const leastFull = 0.4
/** A line that ends within this share of the column's width from its right edge runs to it. */
const nearEdge = 0.15
/** In ems: a table or frame this high is a column by itself. */
const highBlock = 6
/** So many full lines, in ems this long, are running text however many short ones are among them. */
const fullLines = 3
const leastRunning = 15

/**
 * The regions of a page in reading order: what lies side by side in columns is parted, the left before the right; the rest goes
 * from top to bottom. A heading over two columns comes first, one between two pairs of columns between them.
 */
export function regionsOf<T extends Item>(items: readonly T[]): T[][] {
  if (items.length === 0) return []
  const em = median(items.filter(item => !item.isBlock).map(item => heightOf(item.rect))) || 10
  return cut(items, em)
}

function cut<T extends Item>(items: readonly T[], em: number): T[][] {
  const sides = columnsOf(items, em)
  if (sides) {
    refuseAbove('columns of text', stretchesOf(items, em).length)
    return sides.flatMap(side => cut(side, em))
  }
  const bands = bandsOf(items)
  if (bands.length < 2) return [[...items]]
  return joinBands(new Bands(bands, em), em).flatMap(({ items: part, columns }) =>
    columns ? columns.flatMap(side => cut(side, em)) : [part],
  )
}

interface Part<T> {
  readonly items: T[]
  readonly columns: T[][] | undefined
}

/** Bands of one pair of columns are taken together, so that each column is read to its end; so are the rows of a table. */
function joinBands<T extends Item>(bands: Bands<T>, em: number): Part<T>[] {
  const parts: Part<T>[] = []
  for (let from = 0; from < bands.count; ) {
    const { end, columns } = partFrom(bands, from, em)
    const items = bands.items(from, end)
    const before = parts.at(-1)
    if (before && !before.columns && !columns) before.items.push(...items)
    else parts.push({ items, columns })
    from = end
  }
  return parts
}

/** More bands than any page has under one another: of more it is only asked whether all the rest go together. */
const mostBands = 200

/** Where bands that go together may end, the last first, and whether columns have room in them. */
function* endsFrom<T extends Item>(bands: Bands<T>, from: number): Generator<{ end: number; hasRoom: boolean }> {
  const rooms = bands.roomFrom(from, mostBands)
  if (from + rooms.length < bands.count) yield { end: bands.count, hasRoom: bands.hasRoomToEnd(from) }
  for (let count = rooms.length; count > 0; count -= 1) yield { end: from + count, hasRoom: rooms[count - 1] === true }
}

/** The most bands that are set in columns together, or are one table; else one band. */
function partFrom<T extends Item>(bands: Bands<T>, from: number, em: number) {
  if (!bands.isColumned(from)) return { end: from + 1, columns: undefined }
  for (const { end, hasRoom } of endsFrom(bands, from)) {
    if (bands.isTable(from, end)) return { end, columns: undefined }
    const columns = hasRoom ? columnsOf(bands.items(from, end), em) : undefined
    if (columns) return { end, columns }
  }
  return { end: from + 1, columns: undefined }
}

/** Rows of a table without lines, though wide gutters part it. */
const isTable = (items: readonly Item[], em: number): boolean => {
  const rects = items.map(item => item.rect)
  return items.every(item => !item.isBlock) && isTabular(rects, em)
}

/** What is on the two sides of a gutter, or undefined where nothing is set in columns. */
function columnsOf<T extends Item>(items: readonly T[], em: number): T[][] | undefined {
  if (isTable(items, em)) return undefined
  const { 0: x0, 2: x1 } = unite(items.map(item => item.rect))
  for (const gutter of guttersOf(items, em)) {
    // Neither side of a gutter is looked at where it is too narrow for any column.
    if (!isWideEnough(x0, x1, gutter, em)) continue
    const { at, width } = gutter
    const left = items.filter(item => item.rect[2] <= at)
    const right = items.filter(item => item.rect[2] > at)
    if (areColumns(left, right, em) && !isOneTable(left, right, width, em)) return [left, right]
  }
  return undefined
}

/** In ems: pieces of a line this far apart are cells of a table. */
const leastBetweenCells = 2.5
/** A gutter of one table is at most so many times as wide as the widest on either side of it. */
const likeGutters = 1.5

/** Both sides are parted in turn, about as widely as from each other: the columns of one table without lines. */
function isOneTable(left: readonly Item[], right: readonly Item[], gutter: number, em: number): boolean {
  const [ofLeft, ofRight] = [guttersOf(left, em)[0]?.width ?? 0, guttersOf(right, em)[0]?.width ?? 0]
  return Math.min(ofLeft, ofRight) >= leastBetweenCells * em && gutter <= Math.max(ofLeft, ofRight) * likeGutters
}

/** The empty vertical stretches, the widest first. */
function guttersOf(items: readonly Item[], em: number): ColumnGutter[] {
  const stretches = stretchesOf(items, em)
  return stretches
    .slice(1)
    .map(([to], index) => ({ at: stretches[index]?.[1] ?? 0, width: to - (stretches[index]?.[1] ?? 0) }))
    .sort((a, b) => b.width - a.width)
}

/** Two columns, or one of running text and the end of another beside it. */
const areColumns = (left: readonly Item[], right: readonly Item[], em: number): boolean =>
  (isColumn(left, em) && isColumn(right, em)) || isEndBeside(left, right, em) || isEndBeside(right, left, em)

/** Three lines or more of running text, or a table. */
function isColumn(items: readonly Item[], em: number): boolean {
  const bounds = unite(items.map(item => item.rect))
  if (widthOf(bounds) < leastColumn * em) return false
  if (items.some(item => item.isBlock && heightOf(item.rect) > em * highBlock)) return true
  const rows = rowsOf(items)
  return rows.length >= 3 && (isRunning(items, em) || fullOf(rows, bounds).length >= rows.length * leastFull)
}

function isRunning(items: readonly Item[], em: number): boolean {
  const bounds = unite(items.map(item => item.rect))
  return widthOf(bounds) >= leastRunning * em && fullOf(rowsOf(items), bounds).length >= fullLines
}

/** The rows that run to near the right edge. */
const fullOf = (rows: readonly Rect[], bounds: Rect): Rect[] =>
  rows.filter(row => row[2] >= bounds[2] - widthOf(bounds) * nearEdge)

/** Some lines at the height of running text, that do not reach above or below it. */
function isEndBeside(end: readonly Item[], text: readonly Item[], em: number): boolean {
  if (!isRunning(text, em) || end.some(item => item.isBlock)) return false
  const [bounds, beside] = [unite(end.map(item => item.rect)), unite(text.map(item => item.rect))]
  const isBeside = bounds[1] >= beside[1] - em && bounds[3] <= beside[3] + em
  return isBeside && widthOf(bounds) >= leastColumn * em && rowsOf(end).length >= 2
}

/** Bottoms that differ by less than this share of the height are of one row. */
const sameRow = 0.4

/** The bounds of what is at one height, from top to bottom. */
function rowsOf(items: readonly Item[]): Rect[] {
  const rows: Rect[] = []
  for (const { rect } of [...items].sort((a, b) => a.rect[3] - b.rect[3])) {
    const row = rows.at(-1)
    if (row && rect[3] - row[3] < heightOf(rect) * sameRow) rows[rows.length - 1] = unite([row, rect])
    else rows.push(rect)
  }
  return rows
}

/** Stretches of the page one below the other, with free space between them. */
function bandsOf<T extends Item>(items: readonly T[]): T[][] {
  const bands: T[][] = []
  let bottom = Number.NEGATIVE_INFINITY
  for (const item of [...items].sort((a, b) => a.rect[1] - b.rect[1])) {
    if (item.rect[1] >= bottom) bands.push([])
    bands.at(-1)?.push(item)
    bottom = Math.max(bottom, item.rect[3])
  }
  return bands
}
