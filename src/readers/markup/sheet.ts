import type { Span } from '../../document/printed.ts'
import { type Row, rowsOf } from '../text.ts'
import { blockElements } from './elements.ts'
import { type Token, tokensOf } from './html.ts'
import { pairsOf } from './pairs.ts'

/** A text with what is known of its markup before anything is arranged. */
export interface Sheet {
  readonly text: string
  /** The physical lines. */
  readonly rows: readonly Row[]
  readonly tokens: readonly Token[]
  /** The index of each tag's other half, or -1. */
  readonly partner: Int32Array
  /** For each row the index of the first token that ends in it or later. */
  readonly firstToken: Int32Array
  /** For each row the number of tabs that part cells. */
  readonly tabs: Int32Array
  /** Tags, and whole HTML tables: a tab or a bar inside them parts nothing. */
  readonly opaque: readonly Span[]
  readonly firstOpaque: Int32Array
}

/** The rows of a sheet that are looked at together, up to `end`: those of a page. */
export interface Reach {
  readonly sheet: Sheet
  readonly end: number
}

export function sheetOf(text: string): Sheet {
  const rows = rowsOf(text)
  const tokens = tokensOf(text)
  const partner = pairsOf(tokens)
  const opaque = opaqueOf(tokens, partner)
  const firstToken = firstOf(
    rows,
    tokens.map(token => token.to),
  )
  const firstOpaque = firstOf(
    rows,
    opaque.map(span => span[1]),
  )
  const sheet = { text, rows, tokens, partner, firstToken, opaque, firstOpaque, tabs: new Int32Array(rows.length) }
  const inside = rowsInside(sheet)
  rows.forEach((_, row) => {
    const tabs = separatorsIn(sheet, row, '\t')
    sheet.tabs[row] = inside[row] && isBeforeTag(sheet, row, tabs) ? 0 : tabs.length
  })
  forgetIndents(sheet)
  return sheet
}

export const rowText = ({ text, rows }: Sheet, row: number): string => text.slice(rows[row]?.from, rows[row]?.to)

/** Whether a row has nothing on it but spaces; one that a comment or tag from above runs over is not blank. */
export function isBlankRow(sheet: Sheet, row: number): boolean {
  const from = sheet.rows[row]?.from ?? 0
  const token = sheet.tokens[sheet.firstToken[row] as number]
  return rowText(sheet, row).trim() === '' && (token === undefined || token.from >= from)
}

/** The tabs of a row that part cells. */
export const tabsIn = (sheet: Sheet, row: number): number[] =>
  sheet.tabs[row] === 0 ? [] : separatorsIn(sheet, row, '\t')

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

/** The block-level tag a row begins with, if it does. */
export function blockTagAt({ tokens, firstToken, rows, text }: Sheet, row: number): Token | undefined {
  const token = tokens[firstToken[row] as number]
  const from = rows[row]?.from ?? 0
  if (!token || !blockElements.has(token.name) || token.from < from || token.to > (rows[row]?.to ?? 0)) return undefined
  return text.slice(from, token.from).trim() === '' ? token : undefined
}

function opaqueOf(tokens: readonly Token[], partner: Int32Array): Span[] {
  const spans: Span[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const { kind, name, from, to } = tokens[index] as Token
    const end = kind === 'open' && name === 'table' ? (partner[index] as number) : -1
    if (kind !== 'entity') spans.push([from, tokens[end]?.to ?? to])
    if (end >= 0) index = end
  }
  return spans
}

/** For each row the index of the first of some rising ends that lies behind its beginning. */
function firstOf(rows: readonly Row[], ends: readonly number[]): Int32Array {
  let next = 0
  return Int32Array.from(rows, ({ from }) => {
    while (next < ends.length && (ends[next] as number) <= from) next += 1
    return next
  })
}

/** Which rows begin inside an element that was opened on a row above and is closed. */
function rowsInside({ rows, tokens, partner, firstToken }: Omit<Sheet, 'tabs'>): Uint8Array {
  const inside = new Uint8Array(rows.length)
  let depth = 0
  let done = 0
  rows.forEach((row, index) => {
    for (; done < (firstToken[index] as number); done += 1)
      if (partner[done] !== -1) depth += tokens[done]?.kind === 'open' ? 1 : -1
    // A token that began above and ends here is not done yet: it tells nothing of this row.
    inside[index] = depth > 0 && row.to > row.from ? 1 : 0
  })
  return inside
}

/** Whether the tabs of a row only indent a tag. */
function isBeforeTag(sheet: Sheet, row: number, tabs: readonly number[]): boolean {
  const first = sheet.tokens[sheet.firstToken[row] as number]
  const last = tabs.at(-1)
  if (!first || last === undefined || last > first.from) return false
  return sheet.text.slice(sheet.rows[row]?.from, first.from).trim() === ''
}

/** A tab parts nothing where it is the only one, at the line's start, in all rows of a run: such a text indents its paragraphs. */
function forgetIndents(sheet: Sheet): void {
  const { tabs } = sheet
  for (let row = 0; row < tabs.length; row += 1) {
    const first = row
    let indents = true
    for (; tabs[row]; row += 1) indents &&= isIndent(sheet, row)
    if (indents) tabs.fill(0, first, row)
  }
}

const isIndent = (sheet: Sheet, row: number): boolean =>
  (sheet.tabs[row] === 1 && rowText(sheet, row).startsWith('\t')) || rowText(sheet, row).trim() === ''

/** Where an element is closed that is opened in a row, from an offset on, and still open at its end. */
export function openElementEnd(
  { rows, tokens, partner, firstToken }: Sheet,
  row: number,
  from: number,
): number | undefined {
  const end = rows[row]?.to ?? 0
  for (let index = firstToken[row] as number; (tokens[index]?.from ?? Infinity) < end; index += 1) {
    const closes = tokens[partner[index] as number]?.from ?? -1
    if ((tokens[index]?.from ?? 0) >= from && closes > end) return closes
  }
  return undefined
}
