import type { CellText } from '../flow.ts'
import { isBlankRow, type Reach, type Sheet } from '../sheet.ts'
import { goesOnAt, hasTabs, leadsTo, nextFilled, type Open } from './goes-on.ts'
import { type Quoted, quotedCell } from './quotes.ts'
import { tabsIn } from './separators.ts'

/** A row of tab-separated cells; where cells go over several rows of the source, `last` is the last of them. */
export interface TabRow {
  readonly cells: readonly CellText[]
  readonly last: number
}

/** What is known of a table while it is read: the most cells a row had, and whether blank lines cut its last row. */
interface Known {
  readonly columns: number
  readonly parted: boolean
}

/** The rows of the table that begins at `row`; none where none does. */
export function* tabRows(reach: Reach, row: number): Generator<TabRow> {
  if (isBlankRow(reach.sheet, row) || !beginsRow(reach, row)) return
  let known: Known = { columns: 0, parted: false }
  for (let next: number | undefined = row; next !== undefined; ) {
    const found = readRow(reach, next, known.columns)
    yield found
    const columns = Math.max(known.columns, found.cells.length)
    known = { columns, parted: isParted(reach.sheet, next, found.last) }
    next = nextRow(reach, found.last + 1, known)
  }
}

const beginsRow = (reach: Reach, row: number): boolean => hasTabs(reach, row) || beginsQuoted(reach, row)

/** Whether a row without a tab begins with a quoted cell that a tab ends further down. */
function beginsQuoted(reach: Reach, row: number): boolean {
  const { sheet, end } = reach
  if (row >= end) return false
  const quoted = quotedCell(reach, sheet.rows[row]?.from ?? 0, row)
  return quoted !== undefined && sheet.text[quoted.end] === '\t'
}

/** Rows follow each other without a blank line, but for tables whose rows are cut by blank lines themselves. */
function nextRow(reach: Reach, row: number, { columns, parted }: Known): number | undefined {
  if (beginsRow(reach, row)) return row
  const next = parted ? nextFilled(reach, row) : row
  const tabbed = leadsTo(reach, next)
  return tabbed !== undefined && reach.tabs[tabbed] === columns - 1 ? next : undefined
}

function isParted(sheet: Sheet, first: number, last: number): boolean {
  for (let row = first + 1; row < last; row += 1) if (isBlankRow(sheet, row)) return true
  return false
}

function readRow(reach: Reach, first: number, columns: number): TabRow {
  const { rows } = reach.sheet
  const open: Open = { first, cells: [], from: rows[first]?.from ?? 0, row: first, last: first }
  for (let next: number | undefined = first; next !== undefined; ) {
    open.last = next
    if (readCells(reach, open)) return open
    next = goesOnAt(reach, open, columns)
  }
  endCell(open, rows[open.last]?.to ?? 0)
  return open
}

function endCell(open: Open, to: number, quotes: CellText['quotes'] = []): void {
  open.cells.push({ span: [open.from, to], row: open.row, quotes })
  open.from = to + 1
  open.row = open.last
}

/** Reads the cells that end on the row `open.last`; true where a quoted cell ends the row, which then does not continue. */
function readCells(reach: Reach, open: Open): boolean {
  let tabs = tabsIn(reach, open.last)
  let next = 0
  for (;;) {
    const quoted = openQuoted(reach, open)
    if (quoted) {
      if (quoted.row !== open.last) {
        tabs = tabsIn(reach, quoted.row)
        next = 0
      }
      if (endQuoted(reach.sheet, open, quoted)) return true
      continue
    }
    while ((tabs[next] ?? Infinity) < open.from) next += 1
    const tab = tabs[next]
    if (tab === undefined) return false
    endCell(open, tab)
  }
}

/** The quoted cell that the open cell is, if it began on the row read last. */
function openQuoted(reach: Reach, open: Open): Quoted | undefined {
  return open.row === open.last ? quotedCell(reach, open.from, open.last) : undefined
}

/** Ends a quoted cell, which may have gone over several rows; true where the row ends with it. */
function endQuoted(sheet: Sheet, open: Open, { end, row, quotes }: Quoted): boolean {
  open.last = row
  endCell(open, end, quotes)
  return end === sheet.rows[row]?.to
}
