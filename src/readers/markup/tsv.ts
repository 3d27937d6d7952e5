import type { CellText } from './flow.ts'
import { lineShape } from './markdown.ts'
import { type Quoted, quotedCell } from './quotes.ts'
import { blockTagAt, isBlankRow, type Reach, rowText, type Sheet, tabsIn } from './sheet.ts'

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

const hasTabs = ({ sheet, end }: Reach, row: number): boolean => row < end && (sheet.tabs[row] as number) > 0

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
  return tabbed !== undefined && reach.sheet.tabs[tabbed] === columns - 1 ? next : undefined
}

function isParted(sheet: Sheet, first: number, last: number): boolean {
  for (let row = first + 1; row < last; row += 1) if (isBlankRow(sheet, row)) return true
  return false
}

function nextFilled({ sheet, end }: Reach, row: number): number {
  let next = row
  while (next < end && isBlankRow(sheet, next)) next += 1
  return next
}

/** The first row with tabs at `row` or below it, if that row and all before it begin with a block-level tag. */
function leadsTo(reach: Reach, row: number): number | undefined {
  let next = row
  while (next < reach.end && blockTagAt(reach.sheet, next)) {
    if (hasTabs(reach, next)) return next
    next = nextFilled(reach, next + 1)
  }
  return undefined
}

/** A row while it is read: its cells so far, where its last cell began, and the row of the source read last. */
interface Open {
  readonly first: number
  readonly cells: CellText[]
  from: number
  row: number
  last: number
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

/** Reads the cells that end on the row `open.last`; true where a quoted cell ends the row, which then goes on nowhere. */
function readCells(reach: Reach, open: Open): boolean {
  const { sheet } = reach
  let tabs = tabsIn(sheet, open.last)
  let next = 0
  for (;;) {
    const quoted = open.from >= (sheet.rows[open.last]?.from ?? 0) ? quotedCell(reach, open.from, open.last) : undefined
    if (quoted) {
      if (quoted.row !== open.last) tabs = tabsIn(sheet, quoted.row)
      if (endQuoted(sheet, open, quoted)) return true
    }
    while ((tabs[next] ?? Infinity) < open.from) next += 1
    const tab = tabs[next]
    if (tab === undefined) return false
    endCell(open, tab)
  }
}

/** Ends a quoted cell, which may have gone over several rows; true where the row ends with it. */
function endQuoted(sheet: Sheet, open: Open, { end, row, quotes }: Quoted): boolean {
  open.last = row
  endCell(open, end, quotes)
  return end === sheet.rows[row]?.to
}
