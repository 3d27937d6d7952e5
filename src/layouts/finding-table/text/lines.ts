import type { Line, PageRange } from '../../../document/model.ts'
import { linesOf } from '../../../document/model.ts'
import { fold, matches, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { emWidth } from '../../../document/prose/widths.ts'
import { compact } from '../../../normalise/whitespace.ts'

/** A printed word of a line, between spaces. */
export interface Word {
  readonly on: Printed
  readonly text: string
  readonly from: number
}

export const lineText = (line: Line): string => textOf(line.on)

const anyWord = /\S+/dgu

export const wordsOf = (line: Line): Word[] =>
  [...matches(line.on, anyWord)].map(({ whole, index }) => ({ on: whole, text: textOf(whole), from: index }))

/** The words of some lines without any space, as names are compared. */
export const compactLines = (lines: readonly Line[]): string => compact(lines.map(lineText).join(''))

/** What is on a line from an offset on, as a line; undefined where there is nothing. */
export function restOf(line: Line, from: number): Line | undefined {
  if (from === 0) return line
  const on = trim(slice(line.on, from))
  const text = textOf(on)
  return text === '' ? undefined : { ...line, on, indent: 0, width: emWidth(text), gap: 0 }
}

/** The lines in blocks that blank lines part. */
export function groupsByGap(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    if (groups.length === 0 || line.gap > 0) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups
}

/** The lines of a range, widths folded; `edges` are the first and last line of each page, where there are several. */
export function linesIn(range: PageRange): { lines: Line[]; edges: ReadonlySet<Line> } {
  const pages = range.pages.map(page => [...linesOf(page.blocks)].map(line => ({ ...line, on: fold(line.on) })))
  const lines = evenGaps(pages.flat())
  const edges = new Set<Line>()
  let start = 0
  for (const page of pages) {
    for (const line of [lines[start], lines[start + page.length - 1]])
      if (line && page.length > 0 && pages.length > 1) edges.add(line)
    start += page.length
  }
  return { lines, edges }
}

/** Where a converter leaves a blank line after nearly every line, one blank line says nothing. */
function evenGaps(lines: readonly Line[]): Line[] {
  const gaps = lines.filter(line => line.gap > 0).length
  if (gaps < lines.length * 0.7) return [...lines]
  return lines.map(line => ({ ...line, gap: Math.max(0, line.gap - 1) }))
}
