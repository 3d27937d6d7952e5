import { groupBy } from '../../../document/group-by.ts'
import type { Rect } from '../../../document/model.ts'
import { median } from '../../../document/prose/widths.ts'
import type { Char } from '../engine/engine.ts'
import { spreadOf, unite } from '../geometry.ts'
import { GrowingLines } from './growing.ts'
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

/** A run is larger than another one by more than this: sizes are rounded. */
const larger = 1.05

/** The lines that some runs make, from top to bottom; characters that are one below the other are one line downward. */
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
  const lines = new GrowingLines()
  for (const run of [...runs].sort((a, b) => b.fontSize - a.fontSize || a.origin[1] - b.origin[1])) lines.put(run)
  return lines.all.map(({ runs: members }) => lineOf(members.sort((a, b) => a.bbox[0] - b.bbox[0])))
}

/** Runs of one height as a line; its largest run says where it is and how it is set. */
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

/** No label is written downward in digits or marks: 3⏎5⏎7, ○⏎△. */
const isFigure = (text: string): boolean => /^[\p{Nd}\p{No}\p{S}]$/u.test(text)

/** In ems: how far apart the middles of a label written downward may be, and its characters one below the other. */
const sameColumn = 0.5
const widestStep = 2.6

/** Lines of one character each, one below the other at one place: a label written downward. */
function stacked(lines: readonly DraftLine[]): DraftLine[] {
  const sorted = [...lines].sort((a, b) => a.baseline - b.baseline)
  if (sorted.length < 2 || !sorted.every(line => printedOf(line).length === 1)) return sorted
  if (sorted.every(line => isFigure((printedOf(line)[0] as Char).text))) return sorted
  const middles = sorted.map(line => ((printedOf(line)[0] as Char).bbox[0] + (printedOf(line)[0] as Char).bbox[2]) / 2)
  const em = median(sorted.map(line => line.em))
  const steps = sorted.slice(1).map((line, index) => line.baseline - (sorted[index] as DraftLine).baseline)
  const isColumn = spreadOf(middles) < em * sameColumn && steps.every(step => step < em * widestStep)
  return isColumn ? [{ ...lineOf(sorted.flatMap(line => line.runs)), vertical: true }] : sorted
}

/** Runs that do not go from left to right: each is a line, joined with those that go on where it ends. */
function turned(runs: readonly Run[]): DraftLine[] {
  const columns = groupBy(runs, run => {
    const sideways = run.angle === 90 || run.angle === 270 || run.vertical
    const place = sideways ? (run.bbox[0] + run.bbox[2]) / 2 : run.origin[1]
    return `${run.angle} ${run.vertical} ${Math.round(place / Math.max(1, run.fontSize / 2))}`
  })
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

/** Parts lines where a gap of more than `ems` shows that two things are at one height. */
export const partedAtGaps = (lines: readonly DraftLine[], ems: number): DraftLine[] =>
  lines.flatMap(line => partedWhere(line, (before, run) => run.bbox[0] - before.bbox[2] > ems * line.em))

/** A line in the parts between which `isParted` holds of two neighbouring runs; one that does not go from left to right is whole. */
export function partedWhere(line: DraftLine, isParted: (before: Run, run: Run) => boolean): DraftLine[] {
  if (line.vertical || line.runs.some(run => run.angle !== 0)) return [line]
  // As nearly every line is.
  const isWhole = line.runs.every((run, index) => index === 0 || !isParted(line.runs[index - 1] as Run, run))
  if (isWhole) return [line]
  const groups: Run[][] = []
  for (const run of line.runs) {
    const before = groups.at(-1)?.at(-1)
    if (before && !isParted(before, run)) groups.at(-1)?.push(run)
    else groups.push([run])
  }
  return groups.map(lineOf)
}
