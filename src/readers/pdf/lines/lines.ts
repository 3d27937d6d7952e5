import type { Rect } from '../../../document/model.ts'
import { median } from '../../../document/prose/widths.ts'
import type { Char } from '../engine/engine.ts'
import { unite } from '../geometry.ts'
import type { Run } from './runs.ts'

/** A printed line before its characters are numbered: its runs from left to right. */
export interface DraftLine {
  readonly kind: 'line'
  readonly runs: readonly Run[]
  readonly bbox: Rect
  readonly baseline: number
  readonly fontSize: number
  readonly em: number
  readonly vertical: boolean
}

/** Runs of this difference in baseline, in ems of the larger, stand on one line. */
const sameBaseline = 0.35
/** A smaller run this much raised, at most, belongs to the line beside it: a footnote mark. */
const highest = 0.8
/** A run of less than this share of its neighbour's size is set smaller. */
export const smaller = 0.85
/** In ems: how near a raised mark stands to what it belongs to. */
const beside = 0.6
/** A run is larger than another one by more than this: sizes are rounded. */
const larger = 1.05

/** The lines that some runs make, from top to bottom; characters that stand one below the other are one line downward. */
export function linesOf(runs: readonly Run[]): DraftLine[] {
  const [only, second] = runs
  // As in most cells of a form.
  if (only && !second && only.angle === 0 && !only.vertical) return [lineOf(runs)]
  const upright = runs.filter(run => run.angle === 0 && !run.vertical)
  const others = runs.filter(run => run.angle !== 0 || run.vertical)
  const lines = [...stacked(horizontal(upright)), ...turned(others)]
  return lines.sort((a, b) => a.baseline - b.baseline || a.bbox[0] - b.bbox[0])
}

/** Large runs first: they say where the lines are, marks beside them join. */
function horizontal(runs: readonly Run[]): DraftLine[] {
  const lines: Run[][] = []
  for (const run of [...runs].sort((a, b) => b.fontSize - a.fontSize || a.origin[1] - b.origin[1])) {
    const line = lineFor(run, lines)
    if (line) line.push(run)
    else lines.push([run])
  }
  return lines.map(members => lineOf(members.sort((a, b) => a.bbox[0] - b.bbox[0])))
}

/** A mark belongs to the line that it stands beside, though one of another column may be nearer in height. */
function lineFor(run: Run, lines: readonly Run[][]): Run[] | undefined {
  const isSmall = run.fontSize <= (lines[0]?.[0]?.fontSize ?? 0) * smaller
  const beside = isSmall ? lines.find(members => belongs(run, members) && members.some(isBeside(run))) : undefined
  return beside ?? lines.find(members => belongs(run, members))
}

const isBeside =
  (run: Run) =>
  (other: Run): boolean =>
    run.fontSize <= other.fontSize * smaller && isAdjacent(other, run)

function belongs(run: Run, line: readonly Run[]): boolean {
  const first = line[0] as Run
  const raise = first.origin[1] - run.origin[1]
  if (Math.abs(raise) < sameBaseline * Math.min(run.fontSize * 1.5, first.fontSize)) return true
  if (run.fontSize > first.fontSize * smaller || raise < 0 || raise > first.fontSize * highest) return false
  return line.some(other => isAdjacent(other, run))
}

const isAdjacent = (a: Run, b: Run): boolean => {
  const near = a.fontSize * beside
  return b.bbox[0] < a.bbox[2] + near && b.bbox[2] > a.bbox[0] - near
}

/** Runs of one height as a line; its largest run says where it stands and how it is set. */
export function lineOf(runs: readonly Run[]): DraftLine {
  const largest = runs.reduce((a, b) => (b.fontSize > a.fontSize * larger ? b : a))
  return {
    kind: 'line',
    runs,
    bbox: unite(runs.map(run => run.bbox)),
    baseline: largest.origin[1],
    fontSize: largest.fontSize,
    em: largest.em || largest.fontSize,
    vertical: false,
  }
}

const printedOf = (line: DraftLine): Char[] =>
  line.runs.flatMap(run => run.chars.filter(char => char.text.trim() !== ''))

/** In ems: how far apart the middles of a label written downward may stand, and its characters one below the other. */
const sameColumn = 0.5
const widestStep = 2.6

/** Lines of one character each, one below the other at one place: a label written downward. */
function stacked(lines: readonly DraftLine[]): DraftLine[] {
  const sorted = [...lines].sort((a, b) => a.baseline - b.baseline)
  if (sorted.length < 2 || !sorted.every(line => printedOf(line).length === 1)) return sorted
  const middles = sorted.map(line => ((printedOf(line)[0] as Char).bbox[0] + (printedOf(line)[0] as Char).bbox[2]) / 2)
  const em = median(sorted.map(line => line.em))
  const steps = sorted.slice(1).map((line, index) => line.baseline - (sorted[index] as DraftLine).baseline)
  const isColumn = Math.max(...middles) - Math.min(...middles) < em * sameColumn && Math.max(...steps) < em * widestStep
  return isColumn ? [{ ...lineOf(sorted.flatMap(line => line.runs)), vertical: true }] : sorted
}

/** Runs that do not go from left to right: each is a line, joined with those that go on where it ends. */
function turned(runs: readonly Run[]): DraftLine[] {
  const columns = new Map<string, Run[]>()
  for (const run of runs) {
    const sideways = run.angle === 90 || run.angle === 270 || run.vertical
    const place = sideways ? (run.bbox[0] + run.bbox[2]) / 2 : run.origin[1]
    const key = `${run.angle} ${run.vertical} ${Math.round(place / Math.max(1, run.fontSize / 2))}`
    columns.set(key, [...(columns.get(key) ?? []), run])
  }
  return [...columns.values()].map(column => ({
    ...lineOf(inDirection(column)),
    vertical: (column[0] as Run).vertical,
  }))
}

function inDirection(runs: Run[]): Run[] {
  const { angle } = runs[0] as Run
  const along = ({ bbox }: Run) =>
    angle === 180 ? -bbox[2] : angle === 270 ? -bbox[3] : angle === 90 || (runs[0] as Run).vertical ? bbox[1] : bbox[0]
  return runs.sort((a, b) => along(a) - along(b))
}

/** Parts lines where a gap of more than `ems` shows that two things stand on one height. */
export const partedAtGaps = (lines: readonly DraftLine[], ems: number): DraftLine[] =>
  lines.flatMap(line => partedWhere(line, (before, run) => run.bbox[0] - before.bbox[2] > ems * line.em))

/** A line in the parts between which `isParted` holds of two neighbouring runs; one that does not go from left to right is whole. */
export function partedWhere(line: DraftLine, isParted: (before: Run, run: Run) => boolean): DraftLine[] {
  if (line.vertical || line.runs.some(run => run.angle !== 0)) return [line]
  const groups: Run[][] = []
  for (const run of line.runs) {
    const before = groups.at(-1)?.at(-1)
    if (before && !isParted(before, run)) groups.at(-1)?.push(run)
    else groups.push([run])
  }
  return groups.length === 1 ? [line] : groups.map(lineOf)
}
