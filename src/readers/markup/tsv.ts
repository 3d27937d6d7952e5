import type { CellText } from './flow.ts'
import { lineShape } from './markdown.ts'
import { type Quoted, quotedCell } from './quotes.ts'
import { blockTagAt, isBlankRow, openElementEnd, type Reach, rowText, type Sheet, tabsIn } from './sheet.ts'

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
  let tabs = tabsIn(reach.sheet, open.last)
  let next = 0
  for (;;) {
    const quoted = openQuoted(reach, open)
    if (quoted) {
      if (quoted.row !== open.last) {
        tabs = tabsIn(reach.sheet, quoted.row)
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

/**
 * The row of the source on which an unfinished row goes on: an element of its last cell is still open, or it has fewer cells than
 * the table and what follows cannot be anything else.
 */
function goesOnAt(reach: Reach, open: Open, columns: number): number | undefined {
  const closes = elementEnd(reach, open)
  if (closes !== undefined) return closes
  const cells = open.cells.length + 1
  if (cells >= columns) return undefined
  return paragraphsLead(reach, open, columns - cells) ?? wrappedAt(reach, open, columns - cells)
}

/** The row on which an element that is open at the end of the row is closed, if no tab comes before that. */
function elementEnd({ sheet, end }: Reach, { from, last }: Open): number | undefined {
  const closes = openElementEnd(sheet, last, from)
  if (closes === undefined) return undefined
  let row = last + 1
  while (row < end && (sheet.rows[row]?.to ?? 0) < closes && sheet.tabs[row] === 0) row += 1
  const before = tabsIn(sheet, row)[0] ?? Infinity
  return row < end && closes <= (sheet.rows[row]?.to ?? 0) && before > closes ? row : undefined
}

/** A row that begins with a block-level tag goes on over paragraphs of that kind, and blank lines, to the next tab. */
function paragraphsLead(reach: Reach, { first, last }: Open, missing: number): number | undefined {
  if (!blockTagAt(reach.sheet, first)) return undefined
  const tabbed = leadsTo(reach, nextFilled(reach, last + 1))
  return tabbed !== undefined && (reach.sheet.tabs[tabbed] as number) <= missing ? tabbed : undefined
}

/** The text of a cell goes on directly below where no tab, tag or mark says otherwise; after that the missing cells may follow. */
function wrappedAt(reach: Reach, { first, last }: Open, missing: number): number | undefined {
  const { sheet, end } = reach
  const row = last + 1
  if (row >= end || isBlankRow(sheet, row) || blockTagAt(sheet, row)) return undefined
  if (hasTabs(reach, row)) return last > first && !hasTabs(reach, last) && sheet.tabs[row] === missing ? row : undefined
  const line = rowText(sheet, row)
  return /^\s*[※|]/.test(line) || lineShape(line, 0, false) ? undefined : row
}
