import type { Line, Page, Place, SourceDocument } from '../document/model.ts'
import { printedAt, type Span } from '../document/printed.ts'
import { emIndent, emWidth } from '../document/prose/widths.ts'
import { type Row, rowParts } from '../document/rows.ts'
import { foldIdeographs } from '../normalise/width.ts'
import { limit, limitLine } from './markup/limits.ts'

const breakOrFeed = /[\n\r\f\u0085\u2028\u2029]/g

/** A plain text as lines on pages: a form feed begins the next page; without one the source has no page numbers. */
export function readPlainText(text: string): SourceDocument {
  const rows = rowsOf(text)
  const paged = text.includes('\f')
  const pages = groupByPage(rows, text, paged)
  return {
    mediaType: 'text/plain',
    text,
    pages,
    pageCount: paged ? pages.length : null,
    content: rows.filter(row => row.to > row.from).map(row => [row.from, row.to] as const),
    places: placesIn(rows, paged),
  }
}

/** The printed lines of a text with the page each is on; a form feed ends a line and a page, the last one opens none. */
export function rowsOf(text: string): Row[] {
  const rows: Row[] = []
  let page = 1
  let number = 1
  let from = 0
  const end = /\f\s*$/.exec(text.slice(-64)) ? text.trimEnd().length : text.length
  while (from <= end) {
    const to = nextBreak(text, from, end)
    rows.push({ from, to, page, number })
    limit(rows.length, 'lines')
    if (to >= end) break
    const isPageEnd = text[to] === '\f'
    page += isPageEnd ? 1 : 0
    number = isPageEnd ? 1 : number + 1
    from = to + (text.startsWith('\r\n', to) ? 2 : 1)
  }
  return rows
}

function nextBreak(text: string, from: number, end: number): number {
  breakOrFeed.lastIndex = from
  const found = breakOrFeed.exec(text)?.index ?? end
  return Math.min(found, end)
}

function groupByPage(rows: readonly Row[], text: string, paged: boolean): Page[] {
  const pages: { number: number | null; span: [number, number]; blocks: Line[] }[] = []
  let gap = 0
  let current = 0
  for (const row of rows) {
    if (row.page !== current) {
      pages.push({ number: paged ? row.page : null, span: [row.from, row.to], blocks: [] })
      current = row.page
      gap = 0
    }
    const page = pages.at(-1) as (typeof pages)[number]
    page.span[1] = row.to
    const line = text.slice(row.from, row.to)
    if (line.trim() === '') gap += 1
    else {
      page.blocks.push(lineOf(line, row.from, row.number, gap))
      gap = 0
    }
  }
  return pages
}

/** No line is indented further; what a hostile input puts there is not measured. */
export const longestIndent = 1000

/** The line that prints `text`, which begins at the source character `at`. */
export function lineOf(text: string, at: number, number: number, gap: number): Line {
  const printed = text.trim()
  limitLine(printed.length)
  const before = text.length - text.trimStart().length
  return {
    kind: 'line',
    on: printedAt(foldIdeographs(printed), at + before),
    number,
    indent: before === 0 ? 0 : emIndent(text.slice(0, Math.min(before, longestIndent))),
    width: emWidth(printed),
    gap,
  }
}

/** Finds the places of a span by its lines. */
export const placesIn =
  (rows: readonly Row[], paged: boolean): ((span: Span) => Place[]) =>
  span =>
    rowParts(rows, span).map(({ row, part }) => ({
      page: paged ? row.page : null,
      line: row.number,
      offset: part,
      bbox: null,
    }))
