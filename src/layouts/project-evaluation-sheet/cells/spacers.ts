import { groupBy } from '../../../document/group-by.ts'
import { labelIn, wholeBook } from '../words/book.ts'
import { holdsMark } from '../words/marks.ts'
import type { Label } from '../words/rows.ts'
import { type GridCell, isFilled } from './grid.ts'

/**
 * The cells of a text without those that only hold the place of a merged one, which takes their columns:
 * 事業名｜　｜　｜特別相談業務費. Only of tables in which something that can be no label is behind such a cell, and only where a
 * label has room for all that is behind it; elsewhere an empty cell is one that nothing was written in.
 */
export function withoutSpacers(cells: readonly GridCell[]): GridCell[] {
  if (cells.some(cell => cell.width !== undefined || cell.columnTo - cell.column > 1)) return [...cells]
  return [...groupBy(cells, cell => cell.top).values()].flatMap(table => {
    const stretches = [...groupBy(table, cell => cell.row).values()].flatMap(stretchesOf)
    const years = table.filter(cell => cell.periods)
    return stretches.some(showsSpacer)
      ? stretches.flatMap(stretch => (holdsPlaces(stretch, years) ? widened(stretch) : stretch.cells))
      : table
  })
}

/** A label of a row with what is behind it, up to the next label. */
interface Stretch {
  readonly label: Label | undefined
  readonly cells: readonly GridCell[]
}

function stretchesOf(row: readonly GridCell[]): Stretch[] {
  const found: { label: Label | undefined; cells: GridCell[] }[] = []
  for (const cell of row) {
    const label = labelIn(wholeBook.inCells, cell.word)
    const last = found.at(-1)
    if (!last || label) found.push({ label, cells: [cell] })
    else last.cells.push(cell)
  }
  return found
}

const longestLabel = 20

/** A figure, a sentence or options behind a label and an empty cell. */
function showsSpacer({ label, cells: [, empty, ...more] }: Stretch): boolean {
  const first = more.find(isFilled)
  if (!label || !empty || isFilled(empty) || !first) return false
  return first.word.length > longestLabel || /[\d。、]/u.test(first.word) || holdsMark(first.word)
}

function holdsPlaces({ label, cells: [, ...own] }: Stretch, years: readonly GridCell[]): boolean {
  const count = own.filter(isFilled).length
  const isUnderYear = own.some(cell => !isFilled(cell) && years.some(year => year.column === cell.column))
  return label !== undefined && count > 0 && count <= label.cells && !isUnderYear
}

function widened({ cells }: Stretch): GridCell[] {
  const wide: GridCell[] = []
  for (const cell of cells) {
    const before = wide.at(-1)
    if (before && !isFilled(cell)) wide[wide.length - 1] = { ...before, columnTo: cell.columnTo }
    else wide.push(cell)
  }
  return wide
}
