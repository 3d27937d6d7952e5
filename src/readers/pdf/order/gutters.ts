import { median } from '../../../document/prose/widths.ts'
import type { PartedLine } from '../draft.ts'
import type { DraftLine } from '../lines/lines.ts'

/** An empty horizontal stretch. */
export type Gutter = readonly [from: number, to: number]

/** In ems: the least width of a gutter that several lines share, and how far edges that are set alike may differ. */
const leastShared = 1
const alike = 0.5
/** The share of a column's cells that must be set alike, and of the rows that must have one. */
const leastAlike = 0.8
const leastFilled = 0.5

/** What a line leaves of the gutters. */
export function narrowed(gutters: readonly Gutter[], { line, parts }: PartedLine): Gutter[] {
  const free: Gutter[] = [
    [Number.NEGATIVE_INFINITY, line.bbox[0]],
    ...parts.slice(1).map((part, index): Gutter => [(parts[index] as DraftLine).bbox[2], part.bbox[0]]),
    [line.bbox[2], Number.POSITIVE_INFINITY],
  ]
  return gutters
    .flatMap(gutter => free.map((gap): Gutter => [Math.max(gap[0], gutter[0]), Math.min(gap[1], gutter[1])]))
    .filter(([from, to]) => to - from >= leastShared * line.em && Number.isFinite(to - from))
}

/** The columns between the gutters where each is set alike from row to row; undefined where it is not a table. */
export function alignedColumns(lines: readonly PartedLine[], gutters: readonly Gutter[]): Gutter[] | undefined {
  const middles = gutters.map(([from, to]) => (from + to) / 2)
  const left = Math.min(...lines.map(({ line }) => line.bbox[0]))
  const right = Math.max(...lines.map(({ line }) => line.bbox[2]))
  const borders = [left, ...middles, right + 0.01]
  const extents = borders.slice(1).map((to, index): Gutter => [borders[index] as number, to])
  const columns = extents.map(extent => partsIn(lines, extent))
  const isTable = columns.every(parts => parts.length >= lines.length * leastFilled && isAlike(parts))
  return isTable && extents.length > 1 && !isProse(columns) ? extents : undefined
}

const partsIn = (lines: readonly PartedLine[], [from, to]: Gutter): DraftLine[] =>
  lines.flatMap(({ parts }) => {
    const inside = parts.filter(({ bbox }) => bbox[0] + bbox[2] >= from * 2 && bbox[0] + bbox[2] < to * 2)
    return inside.slice(0, 1)
  })

/** Whether they share a left edge, a right edge, or a centre. */
function isAlike(parts: readonly DraftLine[]): boolean {
  const em = median(parts.map(part => part.em))
  const share = (places: readonly number[]) => {
    const usual = median(places)
    return places.filter(place => Math.abs(place - usual) <= alike * em).length / places.length
  }
  const [lefts, rights] = [parts.map(part => part.bbox[0]), parts.map(part => part.bbox[2])]
  const middles = parts.map(part => (part.bbox[0] + part.bbox[2]) / 2)
  return [lefts, rights, middles].some(places => share(places) >= leastAlike)
}

/** Text set in columns, a list whose marks are set off, a table of contents: aligned, but no table. */
function isProse(columns: readonly DraftLine[][]): boolean {
  if (columns.filter(isRunning).length > 1) return true
  const [first = [], second = []] = columns
  return columns.length === 2 && (first.every(isMark) || (isRising(second) && second.every(isMark)))
}

/** In ems: lines this long, most of them full, are running text. */
const leastRunning = 10

function isRunning(parts: readonly DraftLine[]): boolean {
  const right = Math.max(...parts.map(part => part.bbox[2]))
  const full = parts.filter(part => right - part.bbox[2] < part.em * 2)
  return (
    full.length >= parts.length * 0.4 &&
    median(parts.map(part => (part.bbox[2] - part.bbox[0]) / part.em)) > leastRunning
  )
}

const textOf = (part: DraftLine): string =>
  part.runs
    .flatMap(run => run.chars.map(char => char.text))
    .join('')
    .trim()

const isMark = (part: DraftLine): boolean => /^[(（]?(?:[0-9０-９]{1,3}|.)[)）.．]?$/u.test(textOf(part))

function isRising(parts: readonly DraftLine[]): boolean {
  const numbers = parts.map(part => Number(textOf(part).normalize('NFKC')))
  return numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] as number))
}
