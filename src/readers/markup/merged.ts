import { type Cell, linesOf, type Page, type Table } from '../../document/model.ts'
import { spansOf, textOf } from '../../document/printed.ts'
import { cellRows } from '../../document/table/cell-rows.ts'
import { compact } from '../../normalise/whitespace.ts'
import { hide, type Setting } from './flow.ts'

/** Words that no two cells beside each other have by chance. */
const runningText = 20
/** Fewer may be a table of two columns that say the same. */
const severalColumns = 3
const fewestLetters = 2

/** The pages with every merged cell that a converter printed again in each column as one cell; the characters of the repeats are hidden. */
export const withMergedCells = (setting: Setting, pages: readonly Page[]): Page[] =>
  pages.map(page => ({
    ...page,
    blocks: page.blocks.map(block => (block.kind === 'table' ? merged(setting, block) : block)),
  }))

/** Cells beside each other in one row that print the same. */
interface Run {
  readonly cells: readonly Cell[]
  readonly word: string
}

function merged(setting: Setting, table: Table): Table {
  if (table.cells.some(cell => cell.columnSpan > 1)) return table
  const rows = rowsOf(table).map(runsOf)
  if (!rows.some(runs => runs.some(run => isRepeated(run, runs)))) return table
  const cells = rows.flatMap((runs, row) =>
    runs.flatMap(run => (isWord(run) ? [run.cells] : partsOf(run, rows, row)).map(cells => one(setting, cells))),
  )
  return { ...table, cells }
}

const rowsOf = (table: Table): Cell[][] => cellRows(table).map(row => row.sort((a, b) => a.column - b.column))

const wordOf = (cell: Cell): string =>
  compact(
    linesOf(cell.blocks)
      .map(line => textOf(line.on))
      .join(''),
  )

function runsOf(row: readonly Cell[]): Run[] {
  const runs: { cells: Cell[]; word: string }[] = []
  for (const cell of row) {
    const word = wordOf(cell)
    const last = runs.at(-1)
    if (last && word !== '' && last.word === word) last.cells.push(cell)
    else runs.push({ cells: [cell], word })
  }
  return runs
}

/** A word that is printed all over its row, in several columns, or is a whole sentence: no table says that of its own. */
const isRepeated = (run: Run, row: readonly Run[]): boolean =>
  run.cells.length > 1 &&
  isWord(run) &&
  (row.length === 1 || run.cells.length >= severalColumns || run.word.length >= runningText)

/** No figure and no mark: 令和6年度 or 1-2 beside itself is one cell, 0 beside 0 may be two years. */
const isWord = ({ word }: Run): boolean =>
  (word.match(/\p{L}/gu)?.length ?? 0) >= fewestLetters || /^\d{1,2}(?:-\d{1,2})+$/u.test(word)

/** A figure is one in all columns that the next words above are over, or, with none above, that those below are under. */
function partsOf(run: Run, rows: readonly (readonly Run[])[], row: number): (readonly Cell[])[] {
  const above = rows.slice(0, row).findLast(other => runsAt(other, run).some(isWord))
  const beside = runsAt(above ?? rows[row + 1] ?? [], run)
  const merged = beside.filter(isWord).map(({ cells }) => cells.map(({ column }) => column))
  const parts = new Map<unknown, Cell[]>()
  for (const cell of run.cells) {
    const over = merged.find(columns => columns.includes(cell.column)) ?? cell
    parts.set(over, [...(parts.get(over) ?? []), cell])
  }
  return [...parts.values()]
}

const runsAt = (row: readonly Run[], { cells }: Run): Run[] =>
  row.filter(other => cells.some(({ column }) => other.cells.some(each => each.column === column)))

function one(setting: Setting, cells: readonly Cell[]): Cell {
  const [first, ...repeats] = cells as readonly [Cell, ...Cell[]]
  hide(
    setting,
    repeats.flatMap(cell => linesOf(cell.blocks).flatMap(line => spansOf(line.on))),
  )
  return { ...first, columnSpan: cells.length }
}
