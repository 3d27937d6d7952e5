import { groupBy } from '../../../document/group-by.ts'
import { median } from '../../../document/prose/widths.ts'
import type { DraftLine } from '../lines/lines.ts'
import { isFigure, textOf } from './parts.ts'

/** A line of a cell, and the column of the cell. */
export interface RowLine {
  readonly line: DraftLine
  readonly column: number
  readonly isSpan: boolean
}

/** In ems: baselines no further apart are one. */
const sameBaseline = 0.4
/** The least share of a column's lines that are figures where it is one of figures. */
const mostlyFigures = 0.7

/** What is printed at one height. */
interface Level {
  readonly lines: readonly RowLine[]
  readonly hasFigure: boolean
}

/**
 * The lines of one ruled row in the rows that they are printed in: two figures one below the other are of two rows, a line without a
 * figure is the rest of a label, or a heading between the rows. One row where no columns of figures show that there are more.
 */
export function rowsIn(lines: readonly RowLine[]): DraftLine[][] {
  const whole = [lines.map(({ line }) => line)]
  const figures = figureColumns(lines)
  if (figures.size === 0) return whole
  const levels = levelsOf(lines, figures)
  const figured = levels.filter(({ hasFigure }) => hasFigure)
  const shared = figured.filter(level => new Set(level.lines.map(({ column }) => column)).size > 1)
  if (figured.length < 2 || shared.length < figured.length / 2) return whole
  return joined(levels).map(group => group.flatMap(level => level.lines.map(({ line }) => line)))
}

/** The columns in which figures stand one below the other. */
function figureColumns(lines: readonly RowLine[]): Set<number> {
  const columns = groupBy(
    lines.filter(({ isSpan }) => !isSpan),
    ({ column }) => column,
  )
  const isOfFigures = (own: readonly RowLine[]) => {
    const figures = own.filter(({ line }) => isFigure(line))
    return figures.length > 1 && figures.length >= own.length * mostlyFigures
  }
  return new Set([...columns].flatMap(([column, own]) => (isOfFigures(own) ? [column] : [])))
}

function levelsOf(lines: readonly RowLine[], figures: ReadonlySet<number>): Level[] {
  const groups: RowLine[][] = []
  for (const each of [...lines].sort((a, b) => a.line.baseline - b.line.baseline)) {
    const above = groups.at(-1)?.[0]
    if (above && each.line.baseline - above.line.baseline <= sameBaseline * each.line.em) groups.at(-1)?.push(each)
    else groups.push([each])
  }
  return groups.map(own => ({
    lines: own,
    hasFigure: own.some(({ line, column }) => figures.has(column) && isFigure(line)),
  }))
}

function joined(levels: readonly Level[]): Level[][] {
  const pitch = median(levels.slice(1).map((level, index) => heightOf(level) - heightOf(levels[index] as Level)))
  const groups: Level[][] = []
  let goesOn = false
  for (const [index, level] of levels.entries()) {
    const [above, below] = [levels[index - 1], levels[index + 1]]
    if (above && (goesOn || (!level.hasFigure && isRest(level, above, below, pitch)))) groups.at(-1)?.push(level)
    else groups.push([level])
    goesOn = !level.hasFigure && below !== undefined && isBegun(level, above, below, pitch)
  }
  return groups
}

const heightOf = ({ lines }: Level): number => (lines[0] as RowLine).line.baseline

/** The label of a row: its line in the leftmost column. */
const labelOf = ({ lines }: Level): RowLine => lines.reduce((a, b) => (b.column < a.column ? b : a))

/** A step of less than this share of the usual one is one within a row. */
const tight = 0.9
/** In ems: what begins further right is set in. */
const setIn = 0.4

/** The rest of what the line above begins: `native` below `Alaska`, set in below it, or nearer to it than rows are to one another. */
function isRest(level: Level, above: Level, below: Level | undefined, pitch: number): boolean {
  const [own, over] = [labelOf(level), labelOf(above)]
  if (own.column !== over.column) return own.column > over.column
  if (/^\p{Ll}/u.test(textOf(own.line))) return true
  const next = below && labelOf(below)
  const step = own.line.em * setIn
  const isHanging = own.line.bbox[0] > over.line.bbox[0] + step
  const isLast = !next || next.column !== own.column || next.line.bbox[0] < own.line.bbox[0] - step
  return (above.hasFigure && isHanging && isLast) || heightOf(level) - heightOf(above) < pitch * tight
}

/** The beginning of a label that the next line ends, beside its figures. */
function isBegun(level: Level, above: Level | undefined, below: Level, pitch: number): boolean {
  const [own, next] = [labelOf(level), labelOf(below)]
  if (!above && !below.hasFigure && level.lines.length + below.lines.length > 2) return true
  if (own.column !== next.column) return false
  return /^\p{Ll}/u.test(textOf(next.line)) || heightOf(below) - heightOf(level) < pitch * tight
}
