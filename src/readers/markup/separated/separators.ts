import { type Reach, rowText, type Sheet } from '../sheet.ts'

/** The offsets of a character in a row, those inside tags and HTML tables left out. */
export function separatorsIn(sheet: Sheet, row: number, ch: string): number[] {
  const { rows, opaque, firstOpaque } = sheet
  const line = rowText(sheet, row)
  const base = rows[row]?.from ?? 0
  const found: number[] = []
  let next = firstOpaque[row] as number
  for (let at = line.indexOf(ch); at >= 0; at = line.indexOf(ch, at + 1)) {
    while ((opaque[next]?.[1] ?? Infinity) <= base + at) next += 1
    if ((opaque[next]?.[0] ?? Infinity) > base + at) found.push(base + at)
  }
  return found
}

/** The tabs of a row that separate cells. */
export const tabsIn = ({ sheet, tabs }: Reach, row: number): number[] =>
  tabs[row] === 0 ? [] : separatorsIn(sheet, row, '\t')

/** For each row the number of tabs that separate cells; those that only indent a tag or a paragraph do not. */
export function countTabs(sheet: Sheet): Int32Array {
  const inside = rowsInside(sheet)
  const tabs = Int32Array.from(sheet.rows, (_, row) => {
    const found = separatorsIn(sheet, row, '\t')
    return inside[row] && isBeforeTag(sheet, row, found) ? 0 : found.length
  })
  forgetIndents(sheet, tabs)
  return tabs
}

/** Which rows begin inside an element that is closed further down. */
function rowsInside({ rows, tokens, partner, firstToken }: Sheet): Uint8Array {
  const inside = new Uint8Array(rows.length)
  let depth = 0
  let done = 0
  for (let row = 0; row < rows.length; row += 1) {
    for (; done < (firstToken[row] as number); done += 1)
      if (partner[done] !== -1) depth += tokens[done]?.kind === 'open' ? 1 : -1
    inside[row] = depth > 0 ? 1 : 0
  }
  return inside
}

function isBeforeTag(sheet: Sheet, row: number, tabs: readonly number[]): boolean {
  const first = sheet.tokens[sheet.firstToken[row] as number]
  const last = tabs.at(-1)
  if (!first || last === undefined || last > first.from) return false
  return sheet.text.slice(sheet.rows[row]?.from, first.from).trim() === ''
}

/**
 * Where all rows of a run have a single tab, at the line's start, it may be a table of which one column is blank, or an indented text:
 * a list is indented, and so is a text that has no other table.
 */
function forgetIndents(sheet: Sheet, tabs: Int32Array): void {
  const indents: (readonly [from: number, to: number, isList: boolean])[] = []
  let hasTable = false
  for (let row = 0; row < tabs.length; row += 1) {
    const first = row
    const kinds = new Set<Indent>()
    for (; tabs[row]; row += 1) kinds.add(indentOf(rowText(sheet, row), tabs[row] as number))
    if (kinds.has('none')) hasTable = true
    else if (kinds.size > 0) indents.push([first, row, !kinds.has('text')])
  }
  for (const [from, to, isList] of indents) if (isList || !hasTable) tabs.fill(0, from, to)
}

type Indent = 'list' | 'text' | 'none'

function indentOf(line: string, tabs: number): Indent {
  if (line.trim() === '') return 'list'
  if (tabs > 1 || !line.startsWith('\t')) return 'none'
  return /^\t(?:[-*+]|\d{1,3}[.)]) /.test(line) ? 'list' : 'text'
}
