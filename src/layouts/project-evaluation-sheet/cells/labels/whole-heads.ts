import { fold, joinPrinted, textOf } from '../../../../document/printed.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import { holdsMark } from '../../words/marks.ts'
import { periodsOf } from '../../words/periods.ts'
import { type GridCell, isFilled, sharesColumn } from '../grid.ts'

const yearAlone = /^(?:明治|大正|昭和|平成|令和|[MTSHR])?(?:元|\d{1,4})年度$/u
const knownKind = /^(?:決算額?|予算額?|実績|予定|目標)$/u
/** A word that may say what is below a year, known or not: 当初予算, 決算（見込）. */
const anyKind = /^[^\d\s。、：][^。、：]{1,11}$/u

const isYear = ({ word }: GridCell): boolean => yearAlone.test(word)
const isKind = ({ word }: GridCell): boolean => anyKind.test(word) && !holdsMark(word) && !yearAlone.test(word)
const isKnown = ({ word }: GridCell): boolean => knownKind.test(word)

/** The two halves of a head in the order in which it is read, and the half whose place is that of the head. */
interface Halves {
  readonly year: GridCell
  readonly kind: GridCell
  readonly isDown: boolean
}

/**
 * The cells with each head of a year whole that is in two: 令和6年度 over 予算 and 決算, 決算 over the years, or 令和6年度｜予算額.
 * A half that is a part of several heads is in each of them.
 */
export function withWholeHeads(cells: readonly GridCell[]): GridCell[] {
  const years = cells.filter(isYear)
  if (years.length === 0) return [...cells]
  const halves = years.flatMap(
    year => halvesBelow(cells, year) ?? halvesAbove(cells, year) ?? halvesBeside(cells, year),
  )
  if (!halves.some(({ kind }) => isKnown(kind))) return [...cells]
  const gone = new Set(halves.flatMap(({ year, kind }) => [year, kind]))
  const whole = halves.map(wholeHead)
  return [...cells.filter(cell => !gone.has(cell)), ...whole].sort((a, b) => a.row - b.row || a.column - b.column)
}

const isWithin = (inner: GridCell, outer: GridCell): boolean =>
  outer.column <= inner.column && inner.columnTo <= outer.columnTo

/** What a year is over, where all of it are words and one of the row is known. */
function halvesBelow(cells: readonly GridCell[], year: GridCell): Halves[] | undefined {
  const row = cells.filter(cell => cell.row === year.to && cell.top === year.top)
  const below = row.filter(cell => isWithin(cell, year))
  if (below.length === 0 || !below.every(isKind) || !row.some(isKnown)) return undefined
  return below.map(kind => ({ year, kind, isDown: true }))
}

/** The word over several years. */
function halvesAbove(cells: readonly GridCell[], year: GridCell): Halves[] | undefined {
  const kind = cells.find(
    cell => cell.to === year.row && cell.top === year.top && isWithin(year, cell) && isKnown(cell),
  )
  return kind && [{ year, kind, isDown: true }]
}

/** The words behind a year, one in each of its rows, where one that is behind a year of the table is known. */
function halvesBeside(cells: readonly GridCell[], year: GridCell): Halves[] {
  const column = cells.filter(cell => cell.column === year.columnTo && cell.top === year.top)
  const behind = column.filter(cell => cell.row >= year.row && cell.to <= year.to && isFilled(cell))
  if (!behind.every(isKind) || !column.some(isKnown)) return []
  return behind.map(kind => ({ year, kind, isDown: false }))
}

/** In its place is the lower half, or both side by side. */
function wholeHead({ year, kind, isDown }: Halves): GridCell {
  const place =
    isDown && sharesColumn(year, kind) ? (year.row > kind.row ? year : kind) : { ...kind, column: year.column }
  const words = joinPrinted([year.words, kind.words], '')
  return {
    ...place,
    lines: [...year.lines, ...kind.lines],
    on: words,
    words,
    word: compact(textOf(words)),
    periods: periodsOf(fold(words)),
  }
}
