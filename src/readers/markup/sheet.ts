import type { Span } from '../../document/printed.ts'
import type { Row } from '../../document/rows.ts'
import { rowsOf } from '../text.ts'
import { blockElements } from './html/elements.ts'
import { type Token, tokensOf } from './html/html.ts'
import { pairsOf } from './html/pairs.ts'

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
  /** Tags, and whole HTML tables: a tab or a bar inside them separates nothing. */
  readonly opaque: readonly Span[]
  readonly firstOpaque: Int32Array
}

/** The rows of a sheet that are looked at together, up to `end`: those of a page. `tabs` counts for each row the tabs that separate cells. */
export interface Reach {
  readonly sheet: Sheet
  readonly tabs: Int32Array
  readonly end: number
}

/** A text with its rows and tags, numbered once for all that look at it. */
export function sheetOf(text: string): Sheet {
  const rows = rowsOf(text)
  const { tokens, partner } = pairedTokens(text)
  const opaque = opaqueOf(tokens, partner)
  const tokenEnds = tokens.map(token => token.to)
  const opaqueEnds = opaque.map(span => span[1])
  return {
    text,
    rows,
    tokens,
    partner,
    opaque,
    firstToken: firstOf(rows, tokenEnds),
    firstOpaque: firstOf(rows, opaqueEnds),
  }
}

/** `<A>案` is printed: a single capital between brackets, never closed, is a name that someone gave. */
function pairedTokens(text: string): Pick<Sheet, 'tokens' | 'partner'> {
  const tokens = tokensOf(text)
  const partner = pairsOf(tokens)
  const tags = tokens.filter(
    ({ from, to }, index) => to - from !== 3 || partner[index] !== -1 || !/^<[A-Z]>$/.test(text.slice(from, to)),
  )
  return tags.length === tokens.length ? { tokens, partner } : { tokens: tags, partner: pairsOf(tags) }
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

/** For each row the index of the first of some ascending ends that is after its start. */
function firstOf(rows: readonly Row[], ends: readonly number[]): Int32Array {
  let next = 0
  return Int32Array.from(rows, ({ from }) => {
    while (next < ends.length && (ends[next] as number) <= from) next += 1
    return next
  })
}

export const rowText = ({ text, rows }: Sheet, row: number): string => text.slice(rows[row]?.from, rows[row]?.to)

/** Whether a row has nothing on it but spaces; one that a comment or tag from above extends over is not blank. */
export function isBlankRow(sheet: Sheet, row: number): boolean {
  const from = sheet.rows[row]?.from ?? 0
  const token = sheet.tokens[sheet.firstToken[row] as number]
  return rowText(sheet, row).trim() === '' && (token === undefined || token.from >= from)
}

/** The block-level tag a row begins with, if it does. */
export function blockTagAt({ tokens, firstToken, rows, text }: Sheet, row: number): Token | undefined {
  const token = tokens[firstToken[row] as number]
  const { from, to } = rows[row] as Row
  if (!token || !blockElements.has(token.name) || token.from < from || token.to > to) return undefined
  return text.slice(from, token.from).trim() === '' ? token : undefined
}

/** Where an element is closed that is opened in a row, at or after an offset, and still open at the row's end. */
export function openElementEnd(sheet: Sheet, row: number, from: number): number | undefined {
  const { rows, tokens, partner, firstToken } = sheet
  const end = rows[row]?.to ?? 0
  for (let index = firstToken[row] as number; (tokens[index]?.from ?? Infinity) < end; index += 1) {
    const closes = tokens[partner[index] as number]?.from ?? -1
    if ((tokens[index]?.from ?? 0) >= from && closes > end) return closes
  }
  return undefined
}
