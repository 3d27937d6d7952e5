import { type Block, type Cell, linesOf, type Page, type PageRange, type Table } from '../../../document/model.ts'
import { textOf } from '../../../document/printed.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { isHeadingLine, isTitle } from '../words/headings.ts'
import { isLabel, joinTables } from './joined-tables.ts'

/**
 * The pages with every table that a page break cut put together again: nothing of the form is between its two parts, and both
 * are equally wide. The whole table then is on the page on which it begins.
 */
export function joinCutRows(range: PageRange): PageRange {
  const pages = range.pages.map(page => ({ page, blocks: [...page.blocks] }))
  for (let at = pages.length - 1; at > 0; at -= 1) {
    const [above, below] = [pages[at - 1], pages[at]] as [Draft, Draft]
    const last = above.blocks.findLast(block => !isMargin(block))
    const first = below.blocks.find(block => !isMargin(block))
    if (last?.kind !== 'table' || first?.kind !== 'table' || !areAlike(last, first)) continue
    const joined = joinTables(last, first)
    above.blocks[above.blocks.indexOf(last)] = joined.table
    below.blocks.splice(below.blocks.indexOf(first), 1, ...joined.rest)
  }
  return { source: range.source, pages: pages.map(({ page, blocks }) => ({ ...page, blocks })) }
}

interface Draft {
  readonly page: Page
  readonly blocks: Block[]
}

/** What is at the foot or head of a page: its number, the title printed again, a line that is no heading of the form. */
function isMargin(block: Block): boolean {
  if (block.kind !== 'line') return block.kind === 'box'
  const word = compact(textOf(block.on))
  return isTitle(word) || !(isHeadingLine(word) || /^[（(]/u.test(word))
}

/** How far apart, in points, the edges of a table may be on two pages. */
const slack = 4

/** Two parts of one table; those of a text, which have no edges, where the second begins inside a row. */
function areAlike(above: Table, below: Table): boolean {
  if (isRestOf(above, below)) return true
  if (above.bbox && below.bbox)
    return Math.abs(above.bbox[0] - below.bbox[0]) < slack && Math.abs(above.bbox[2] - below.bbox[2]) < slack
  return above.columns === below.columns && beginsInsideRow(below)
}

/** A row that no line closes on either page: where the table has no outer frame, its rest may lack the columns at the sides. */
function isRestOf(above: Table, below: Table): boolean {
  const edges = edgesOf(above.cells.filter(cell => cell.openBottom))
  const first = below.cells.filter(cell => cell.row === 0)
  const areOpen = first.every(cell => cell.openTop) && edgesOf(first).every(edge => edges.some(isNear(edge)))
  return first.length > 1 && areOpen
}

const edgesOf = (cells: readonly Cell[]): number[] => cells.flatMap(({ bbox }) => (bbox ? [bbox[0], bbox[2]] : []))

const isNear =
  (edge: number) =>
  (other: number): boolean =>
    Math.abs(edge - other) < slack

const isFilled = (cell: Cell | undefined): boolean => !!cell && linesOf(cell.blocks).length > 0

/** The first cell of a row of this form is a label or lies in a label's column. */
function beginsInsideRow(table: Table): boolean {
  const row = table.cells.filter(cell => cell.row === 0).sort((a, b) => a.column - b.column)
  return row.length > 1 && !isFilled(row[0]) && row.some(isFilled)
}

/** Whether a page goes on with the table that the page before it ends with: inside a row, or with another row of the form. */
export function goesOnFrom(above: Page, below: Page): boolean {
  const last = above.blocks.findLast(block => !isMargin(block))
  const first = below.blocks.find(block => !isMargin(block))
  if (last?.kind !== 'table' || first?.kind !== 'table' || !areAlike(last, first)) return false
  const row = first.cells.filter(cell => cell.row === 0)
  return beginsInsideRow(first) || row.some(cell => cell.openTop || isLabel(cell))
}
