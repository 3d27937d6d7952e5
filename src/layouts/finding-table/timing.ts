import type { Line } from '../../document/model.ts'
import { match, type Printed, type PrintedMatch, slice, textOf } from '../../document/printed.ts'
import { joinLines } from '../../document/prose.ts'
import { findYears } from '../../normalise/index.ts'
import { absent, type Leaf, open, printed } from '../leaves.ts'
import { lineText, restOf, squeezed } from './lines.ts'

const mark = /^(?<category>[A-Z])\s?(?<colon>[:：])/du
const markInside = /(?<![A-Za-z0-9])(?<category>[A-F])\s?(?<colon>[:：])/du

/** The mark that a timing begins with: `A:`指摘を踏まえ、. */
export const timingMark = (line: Line): PrintedMatch | undefined => match(line.on, mark)
export const isTiming = (line: Line): boolean => mark.test(lineText(line))

/** The line where the timing of a record begins, and the offset in it. */
export interface TimingStart {
  readonly line: number
  readonly from: number
}

export function markedStart(lines: readonly Line[]): TimingStart | undefined {
  const line = lines.findIndex(isTiming)
  return line < 0 ? undefined : { line, from: 0 }
}

/** A mark inside a line, where something stands before it: …A:指摘を踏まえ、. */
export function insideStart(lines: readonly Line[]): TimingStart | undefined {
  const line = lines.findIndex(each => markInside.test(lineText(each)))
  const from = line < 0 ? undefined : markInside.exec(lineText(lines[line] as Line))?.index
  return from === undefined ? undefined : { line, from }
}

/** Where the mark is damaged, the timing is known by two lines that follow each other in another record's timing too. */
export function timingLike(lines: readonly Line[], others: readonly (readonly Line[])[]): TimingStart | undefined {
  const pairs = new Map(
    others.flatMap(other =>
      other.slice(1).map((line, index) => [squeezed([other[index] as Line, line]), index] as const),
    ),
  )
  for (let index = 1; index < lines.length; index += 1) {
    const above = pairs.get(squeezed(lines.slice(index - 1, index + 1)))
    if (above !== undefined && index - 1 - above > 0) return { line: index - 1 - above, from: 0 }
  }
  return undefined
}

/** A line of a wider column than the timing's is wider by this, at least. */
const wider = 1.35
const longestTiming = 10

/**
 * Where the timing's lines end and the response begins, or undefined where both are possible. It is sure where the next line is
 * indented below a blank line, ends a sentence or is too wide for the timing's narrow column. `texts` are timings of other records.
 */
export function timingEnd(lines: readonly Line[], width: number, texts: readonly string[]): number | undefined {
  const known = knownEnd(lines, texts)
  const isLong = (line: Line): boolean => line.width > width * wider || lineText(line).endsWith('。')
  const long = lines.findIndex((line, index) => index > 0 && isLong(line))
  const gap = lines.findIndex((line, index) => index > 0 && line.gap > 0)
  const below = lines[gap]
  const isCell = below !== undefined && (below.indent >= 0.5 || isLong(below))
  if (isCell && (long < 0 || gap <= long)) return gap
  if (long > 0 && (gap < 0 || long < gap))
    return endAtLong(lines, long, isCell ? gap : undefined, texts.length > 0) ?? known
  const isAlone =
    lines.length <= 6 && lines.every((line, index) => line.indent < 0.5 && (index === 0 || line.gap === 0))
  return known ?? (isAlone ? lines.length : undefined)
}

/**
 * A long line above a blank line begins the response, or it is a stranger in the timing. It is the response where it is indented, or
 * no other cell follows; a stranger where other records have timings and none ends there.
 */
function endAtLong(
  lines: readonly Line[],
  long: number,
  gap: number | undefined,
  othersKnown: boolean,
): number | undefined {
  const isResponse = (lines[long] as Line).indent >= 0.5 || gap === undefined || gap > longestTiming
  if (isResponse) return long
  return othersKnown ? gap : undefined
}

/** The number of lines that are the whole timing of another record. */
function knownEnd(lines: readonly Line[], texts: readonly string[]): number | undefined {
  for (let count = Math.min(lines.length, longestTiming); count > 0; count -= 1)
    if (texts.includes(squeezed(lines.slice(0, count)))) return count
  return undefined
}

/** The timing's text without its mark. */
export function timingText(lines: readonly Line[]): Printed {
  const [first, ...others] = lines
  const end = first ? (timingMark(first)?.end ?? 0) : 0
  const start = first && restOf(first, end)
  return joinLines([...(start ? [start] : []), ...others].map(line => line.on))
}

/**
 * The year of a timing that names one fiscal year: 令和３年度(2021年度). A text may name none (現状を維持). Where it names several,
 * or a year that is no fiscal year (令和４年３月), the value stays open; where the two calendars differ it is left to the check.
 */
export function timingYear(on: Printed): Leaf {
  const found = findYears(textOf(on))
  const slices = found.map(year => slice(on, year.from, year.to))
  const years = new Set(found.map(year => year.year))
  const [first] = found
  if (first === undefined) return looseYear(on)
  if (years.size > 1 && !isPair(found)) return open(slices, 'the timing names several years')
  if (!found.every(year => year.fiscal)) return open(slices, 'the timing names a year that is no fiscal year')
  if (found.some(year => year.western !== null && year.western !== year.year)) return absent
  return rangeAfter(textOf(on), first.to)
    ? open(slices, 'the timing names a range of years')
    : printed(slices[0] as Printed)
}

/** 2021年度（令和2年度）: one year in both calendars, which differ. */
const isPair = (found: ReturnType<typeof findYears>): boolean =>
  found.length === 2 && found[1]?.western === found[0]?.year

const rangeAfter = (text: string, at: number): boolean =>
  /^\s*(?:[（(].{0,8}[）)])?\s*[～〜・、,-]\s*[0-9０-９元]/u.test(text.slice(at))

/** A year that is not printed in full (翌年度, ３～５年度) is no value, but it is not "no year" either. */
function looseYear(on: Printed): Leaf {
  const loose = match(on, /(?:[0-9０-９元]\s*|[翌次来今同本昨])年度/du)
  return loose ? open([loose.whole], 'the year is not printed in full') : absent
}
