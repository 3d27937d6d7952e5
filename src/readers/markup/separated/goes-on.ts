import type { CellText } from '../flow.ts'
import { lineShape } from '../markdown.ts'
import { blockTagAt, isBlankRow, openElementEnd, type Reach, rowText } from '../sheet.ts'
import { tabsIn } from './separators.ts'

/** A row while it is read: its cells so far, where its last cell began, and the row of the source read last. */
export interface Open {
  readonly first: number
  readonly cells: CellText[]
  from: number
  row: number
  last: number
}

/**
 * The row of the source on which an unfinished row continues: an element of its last cell is still open, or it has fewer cells than
 * the table and what follows cannot be anything else.
 */
export function goesOnAt(reach: Reach, open: Open, columns: number): number | undefined {
  const closes = elementEnd(reach, open)
  if (closes !== undefined) return closes
  const cells = open.cells.length + 1
  if (cells >= columns) return undefined
  return paragraphsLead(reach, open, columns - cells) ?? wrappedAt(reach, open, columns - cells)
}

/** The row on which an element that is open at the end of the row is closed, if no tab comes before that. */
function elementEnd(reach: Reach, { from, last }: Open): number | undefined {
  const { sheet, tabs, end } = reach
  const closes = openElementEnd(sheet, last, from)
  if (closes === undefined) return undefined
  let row = last + 1
  while (row < end && (sheet.rows[row]?.to ?? 0) < closes && tabs[row] === 0) row += 1
  const before = tabsIn(reach, row)[0] ?? Infinity
  return row < end && closes <= (sheet.rows[row]?.to ?? 0) && before > closes ? row : undefined
}

/** A row that begins with a block-level tag continues over paragraphs of that kind, and blank lines, to the next tab. */
function paragraphsLead(reach: Reach, { first, last }: Open, missing: number): number | undefined {
  if (!blockTagAt(reach.sheet, first)) return undefined
  const tabbed = leadsTo(reach, nextFilled(reach, last + 1))
  return tabbed !== undefined && (reach.tabs[tabbed] as number) <= missing ? tabbed : undefined
}

/** The text of a cell continues directly below where no tab, tag or mark says otherwise; after that the missing cells may follow. */
function wrappedAt(reach: Reach, { first, last, from }: Open, missing: number): number | undefined {
  const { sheet, end } = reach
  const row = last + 1
  // A row that ends with a tab has lost those behind it: nothing is open that could go on.
  if (last === first && sheet.text.slice(from, sheet.rows[last]?.to).trim() === '') return undefined
  if (row >= end || isBlankRow(sheet, row) || blockTagAt(sheet, row)) return undefined
  if (hasTabs(reach, row)) return last > first && !hasTabs(reach, last) && reach.tabs[row] === missing ? row : undefined
  const line = rowText(sheet, row)
  return /^\s*[※|]/.test(line) || lineShape(line, 0, false) ? undefined : row
}

export const hasTabs = ({ tabs, end }: Reach, row: number): boolean => row < end && (tabs[row] as number) > 0

/** The first row with text at `row` or below it, or the end of the reach where there is none. */
export function nextFilled({ sheet, end }: Reach, row: number): number {
  let next = row
  while (next < end && isBlankRow(sheet, next)) next += 1
  return next
}

/** The first row with tabs at `row` or below it, if that row and all before it begin with a block-level tag. */
export function leadsTo(reach: Reach, row: number): number | undefined {
  let next = row
  while (next < reach.end && blockTagAt(reach.sheet, next)) {
    if (hasTabs(reach, next)) return next
    next = nextFilled(reach, next + 1)
  }
  return undefined
}
