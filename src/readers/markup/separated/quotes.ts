import type { Span } from '../../../document/printed.ts'
import { limit } from '../limits.ts'
import type { Reach } from '../sheet.ts'

/** A cell in quotation marks as spreadsheets write it, the row it ends on, and the marks that are not printed. */
export interface Quoted {
  readonly end: number
  readonly row: number
  readonly quotes: readonly Span[]
}

/**
 * The quoted cell that begins at `from`. Spreadsheets quote a cell for its line breaks, commas or quotation marks; quotation marks
 * around anything else, or that do not end a cell, are printed ones.
 */
export function quotedCell({ sheet, end: lastRow }: Reach, from: number, row: number): Quoted | undefined {
  const { text, rows } = sheet
  if (text[from] !== '"') return undefined
  const pageEnd = rows[lastRow - 1]?.to ?? 0
  const quotes = quotesFrom(text, from, pageEnd)
  const end = quotes.at(-1)?.[1] ?? from
  if (quotes.length < 2 || !(end === pageEnd || /[\t\r\n\u0085\u2028\u2029]/.test(text[end] ?? ''))) return undefined
  let last = row
  while ((rows[last]?.to ?? pageEnd) < end) last += 1
  const words = text.slice(from, end)
  const hasReason = last > row || quotes.length > 2 || words.includes(',')
  return hasReason && !words.includes('\t') ? { end, row: last, quotes } : undefined
}

/** The opening mark, the first of each doubled one, and the one that closes; only the first where none closes. */
function quotesFrom(text: string, from: number, end: number): Span[] {
  const quotes: Span[] = [[from, from + 1]]
  for (let at = from + 1; at < end; ) {
    const next = text.indexOf('"', at)
    if (next < 0 || next >= end) return quotes.slice(0, 1)
    quotes.push([next, next + 1])
    limit(quotes.length, 'tags and marks')
    if (text[next + 1] !== '"') return quotes
    at = next + 2
  }
  return quotes.slice(0, 1)
}
