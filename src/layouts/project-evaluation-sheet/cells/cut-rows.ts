import type { Cell, Page, PageRange, Table } from '../../../document/model.ts'
import { linesOf } from '../../../document/model.ts'

/**
 * The pages with every row that a page break cut put together again: a table that begins a page with a row without a label goes on
 * the last row of the table before, cell by cell.
 */
export function joinCutRows(range: PageRange): PageRange {
  const pages: Page[] = []
  for (const page of range.pages) {
    const above = pages.at(-1)
    const joined = above && joinPages(above, page)
    if (joined) pages.splice(-1, 1, ...joined)
    else pages.push(page)
  }
  return { source: range.source, pages }
}

function joinPages(above: Page, below: Page): [Page, Page] | undefined {
  const last = above.blocks.findLast(block => block.kind === 'table')
  const [first] = below.blocks.filter(block => block.kind === 'table')
  if (!last || !first || !goesOn(first)) return undefined
  const joined = joinTables(last, first)
  return [
    { ...above, blocks: above.blocks.map(block => (block === last ? joined.above : block)) },
    { ...below, blocks: below.blocks.map(block => (block === first ? joined.below : block)) },
  ]
}

const isFilled = (cell: Cell): boolean => !linesOf(cell.blocks).next().done

/** The first cell of a row of this form is a label or lies in a label's column: where it is empty, the row began on the page before. */
function goesOn(table: Table): boolean {
  const row = table.cells.filter(cell => cell.row === 0).sort((a, b) => a.column - b.column)
  return row.length > 1 && !isFilled(row[0] as Cell) && row.some(isFilled)
}

function joinTables(above: Table, below: Table): { above: Table; below: Table } {
  const cut = below.cells.filter(cell => cell.row === 0 && isFilled(cell))
  const bottom = above.cells.filter(cell => cell.row + cell.rowSpan === above.rows)
  const targets = new Map(cut.map(cell => [cell, bottom.find(each => isAbove(each, cell, above, below))]))
  const added = (cell: Cell) => cut.filter(each => targets.get(each) === cell).flatMap(each => each.blocks)
  return {
    above: { ...above, cells: above.cells.map(cell => ({ ...cell, blocks: [...cell.blocks, ...added(cell)] })) },
    below: { ...below, cells: below.cells.map(cell => (targets.get(cell) ? { ...cell, blocks: [] } : cell)) },
  }
}

/** By the edges on the page, where they are known; else by the columns of tables that have as many. */
function isAbove(above: Cell, below: Cell, tableAbove: Table, tableBelow: Table): boolean {
  if (above.bbox && below.bbox)
    return Math.abs(above.bbox[0] - below.bbox[0]) < 3 && Math.abs(above.bbox[2] - below.bbox[2]) < 3
  return tableAbove.columns === tableBelow.columns && above.column === below.column
}
