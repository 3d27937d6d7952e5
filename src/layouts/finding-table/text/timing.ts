import type { Line } from '../../../document/model.ts'
import { match, type Printed, type PrintedMatch, textOf } from '../../../document/printed.ts'
import { joinLines } from '../../../document/prose/prose.ts'
import { isBlankMark } from '../../../normalise/marks.ts'
import { compactLines, lineText, restOf } from './lines.ts'

const mark = /^(?<category>[A-Z])\s?(?<colon>[:：])/du
const markInside = /(?<![A-Za-z0-9])(?<category>[A-F])\s?(?<colon>[:：])/du

/** The mark that a timing begins with: `A:`指摘を踏まえ、; undefined where the text begins with none. */
export const timingMark = (line: Line): PrintedMatch | undefined => match(line.on, mark)
export const isTiming = (line: Line): boolean => mark.test(lineText(line))

/** In the timing's own column the letter may be in brackets, before a stop or a space, or right before the text. */
const letterIn =
  /^(?:(?<open>[（(【［[])\s?(?<boxed>[A-Z])\s?(?<close>[）)】］\]])\s?(?<after>[:：])?|(?<category>[A-Z])(?!\s?[、，,・/／]\s?[A-Z](?![A-Za-z0-9]))(?:\s?(?<colon>[:：.．,、，)）])|(?![A-Za-z0-9])))/du

/** The letter that a timing in a cell begins with, and the marks around it: `（A）`, `A　`, `A.`; undefined where it begins with none. */
export interface TimingLetter {
  readonly category: Printed
  readonly marks: readonly Printed[]
  readonly end: number
}

export function timingLetter(line: Line): TimingLetter | undefined {
  const found = match(line.on, letterIn)
  const { open, boxed, close, after, category = boxed, colon } = found?.groups ?? {}
  if (!found || !category) return undefined
  return { category, marks: [open, close, after, colon].flatMap(each => each ?? []), end: found.end }
}

/** The letter of a timing: in a cell in any dress, in a text only `A:`, as everything else may begin a sentence. */
export function letterOf(lines: readonly Line[] | undefined, inCell: boolean): TimingLetter | undefined {
  const [line] = lines ?? []
  if (!line || inCell) return line && timingLetter(line)
  const found = timingMark(line)
  const { category, colon } = found?.groups ?? {}
  return found && category ? { category, marks: colon ? [colon] : [], end: found.end } : undefined
}

/** The line where the timing of a record begins, and the offset in it. */
export interface TimingStart {
  readonly line: number
  readonly from: number
}

/** The line that begins with the mark of a timing, or undefined where none does. */
export function markedStart(lines: readonly Line[]): TimingStart | undefined {
  const line = lines.findIndex(isTiming)
  return line < 0 ? undefined : { line, from: 0 }
}

/** A mark inside a line, behind something else: …A:指摘を踏まえ、. */
export function insideStart(lines: readonly Line[]): TimingStart | undefined {
  const line = lines.findIndex(each => markInside.test(lineText(each)))
  const from = line < 0 ? undefined : markInside.exec(lineText(lines[line] as Line))?.index
  return from === undefined ? undefined : { line, from }
}

/** Where the mark is damaged, the timing is known by two lines that follow each other in another record's timing too. */
export function timingLike(lines: readonly Line[], others: readonly (readonly Line[])[]): TimingStart | undefined {
  const pairs = new Map(
    others.flatMap(other =>
      other.slice(1).map((line, index) => [compactLines([other[index] as Line, line]), index] as const),
    ),
  )
  for (let index = 1; index < lines.length; index += 1) {
    const above = pairs.get(compactLines(lines.slice(index - 1, index + 1)))
    if (above !== undefined) return { line: startNear(lines, index - 1, above), from: 0 }
  }
  return undefined
}

/** The timing's first line, `above` lines over one that is known, or below a blank line or the end of the finding if that is nearer. */
function startNear(lines: readonly Line[], known: number, above: number): number {
  for (let line = known; line > known - above && line > 0; line -= 1)
    if ((lines[line] as Line).gap > 0 || lineText(lines[line - 1] as Line).endsWith('。')) return line
  return Math.max(0, known - above)
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
  const isLong = (line: Line): boolean =>
    line.width > width * wider || lineText(line).endsWith('。') || isBlankMark(lineText(line))
  const long = lines.findIndex((line, index) => index > 0 && isLong(line))
  const gap = lines.findIndex((line, index) => index > 0 && line.gap > 0)
  const below = lines[gap]
  const isCell = below !== undefined && (below.indent >= 0.5 || isLong(below))
  if (isCell && (long < 0 || gap <= long)) return gap
  if (long > 0 && known === long) return long
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
    if (texts.includes(compactLines(lines.slice(0, count)))) return count
  return undefined
}

/** The timing's text without its mark; `letter` is what was found of it. */
export function timingText(lines: readonly Line[], letter?: TimingLetter): Printed {
  const [first, ...others] = lines
  const end = first ? ((letter ?? timingMark(first))?.end ?? 0) : 0
  const start = first && restOf(first, end)
  return joinLines([...(start ? [start] : []), ...others].map(line => line.on))
}

/** A comma, a particle or 具体的な at the end: what it speaks of is missing. */
const openEnd = /(?:[、，,・:：～〜]|的な|[のをにがはへと]|[（(「『][^（(「『）)」』]*)$/u

/** Whether a timing breaks off in its sentence: A:指摘を踏まえ、 */
export const isUnfinished = (text: Printed): boolean => openEnd.test(textOf(text).trim())
