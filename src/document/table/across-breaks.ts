import { type Block, type Cell, linesOf, type Page, type Table } from '../model.ts'
import { textOf } from '../printed.ts'
import { joinCutBlocks } from './cut-rows.ts'

/** How far apart, in points, the edges of one column may be on two pages. */
const slack = 4

/**
 * The pages with every merged cell that a page break cuts made whole: it is beside rows of both pages, so each of its parts holds
 * all of it. Rows that a break cuts stay as they are, and so does a source that shows no places of its cells.
 */
export function wholeAcrossBreaks(pages: readonly Page[]): Page[] {
  const parts = new Map<Cell, Cell[]>()
  for (const [index, page] of pages.entries()) {
    const below = pages[index + 1]
    for (const [above, rest] of below ? cutCells(page, below) : []) join(parts, above, rest)
  }
  if (parts.size === 0) return [...pages]
  return pages.map(page => ({ ...page, blocks: page.blocks.map(block => withWholeCells(block, parts)) }))
}

function join(parts: Map<Cell, Cell[]>, above: Cell, below: Cell): void {
  const whole = parts.get(above) ?? [above]
  whole.push(below)
  parts.set(above, whole).set(below, whole)
}

function withWholeCells(block: Block, parts: ReadonlyMap<Cell, readonly Cell[]>): Block {
  if (block.kind !== 'table') return block
  const cells = block.cells.map(cell => ({
    ...cell,
    blocks: joinCutBlocks((parts.get(cell) ?? [cell]).map(part => part.blocks)),
  }))
  return { ...block, cells }
}

type Pair = readonly [above: Cell, below: Cell]

/** The two parts of each cell that continues beside a row of the next page. */
function cutCells(page: Page, next: Page): Pair[] {
  const above = page.blocks.findLast(block => block.kind === 'table')
  const below = next.blocks.find(block => block.kind === 'table')
  if (above?.kind !== 'table' || below?.kind !== 'table' || !haveSameEdges(above, below)) return []
  const first = headRows(above, below)
  const last = above.cells.filter(cell => cell.row + cell.rowSpan === above.rows)
  const top = below.cells.filter(cell => cell.row === first)
  const pairs = top.flatMap((cell): Pair[] => {
    const over = last.find(each => haveSameEdges(each, cell))
    return over ? [[over, cell]] : []
  })
  return pairs.filter(pair => goesOnBesideRows(pair, last, top))
}

/** So many columns at the same places show that two tables are one. */
const leastColumns = 4

/** Whether the last table of a page goes on with the first of the next: its columns stand at the same places, whatever they hold. */
export function goesOnBelow(above: Page, below: Page): boolean {
  const [last, first] = [above.blocks.findLast(isTable), below.blocks.find(isTable)]
  if (!last || !first || last.columns !== first.columns || last.columns < leastColumns) return false
  if (last.found !== first.found || !haveSameEdges(last, first)) return false
  return last.found === 'alignment' || columnEdges(last).every((edge, at) => isNear(edge, columnEdges(first)[at]))
}

const isTable = (block: Block): block is Table => block.kind === 'table'

/** Where each column begins, by the cells that begin there. */
const columnEdges = ({ columns, cells }: Table): (number | undefined)[] =>
  Array.from({ length: columns }, (_, column) => cells.find(cell => cell.column === column)?.bbox?.[0])

const isNear = (one: number | undefined, other: number | undefined): boolean =>
  one === undefined || other === undefined || Math.abs(one - other) < slack

const haveSameEdges = (a: Cell | Table, b: Cell | Table): boolean =>
  a.bbox !== undefined &&
  b.bbox !== undefined &&
  Math.abs(a.bbox[0] - b.bbox[0]) < slack &&
  Math.abs(a.bbox[2] - b.bbox[2]) < slack

/** A cell that no line closes, next to a row that ends at the break, or that spans more rows than others do on one of the pages. */
function goesOnBesideRows([above, below]: Pair, last: readonly Cell[], top: readonly Cell[]): boolean {
  if (!above.openBottom || (wordsOf(above) === '' && wordsOf(below) === '')) return false
  const isEnd = last.some(cell => !cell.openBottom)
  const spansAbove = last.some(cell => cell.row > above.row)
  const spansBelow = top.some(cell => cell.rowSpan < below.rowSpan)
  return isEnd || spansAbove || spansBelow
}

/** How many rows at the top of the table below repeat a row of the table above: the heads of the columns. */
function headRows(above: Table, below: Table): number {
  const known = new Set(Array.from({ length: Math.min(above.rows, 4) }, (_, row) => rowWords(above, row)))
  let row = 0
  while (row < below.rows - 1 && rowWords(below, row) !== '' && known.has(rowWords(below, row))) row += 1
  return row
}

const rowWords = (table: Table, row: number): string =>
  table.cells
    .filter(cell => cell.row === row)
    .map(wordsOf)
    .join('')

const wordsOf = (cell: Cell): string =>
  [...linesOf(cell.blocks)].map(line => textOf(line.on).replace(/\s/gu, '')).join('')
