import { isBlankMark } from './marks.ts'
import { HALVES } from './tables/eras.ts'
import { foldWidth } from './width.ts'
import { COUNT, ERA_NAME, eraYear, GAP, type PrintedYear, readYear, yearSource } from './year.ts'

export { isoDate } from './date.ts'
export { type FoundYear, findYears } from './find-years.ts'

/** A fiscal year or one half of it: 1 from April, 2 from October. */
export interface Period {
  fiscalYear: number
  half: 1 | 2 | null
}

const LONGEST = 80
const NEN = `(?:${GAP}年(?:${GAP}度)?)`
const BRACKET = `${GAP}[（(]${GAP}(?:西暦)?${yearSource('2')}${NEN}?${GAP}[）)]`
const YEAR = new RegExp(`^(?:西暦)?${yearSource('1')}(?<before>${NEN})?(?:${BRACKET}(?<after>${NEN})?)?$`)
const BLANK_YEAR = new RegExp(`^(?:0|[-－―—–]|${ERA_NAME})?${GAP}年${GAP}度?$`)
const ELIDED = new RegExp(`^(?<count>${COUNT})${NEN}$`)
// In R8上半期 the short year is a fiscal one; 令和8年上半期 begins in January.
const HALF = new RegExp(
  `^(?<year>.*度[)）]?|[A-Z]\\d{1,2})${GAP}の?${GAP}[（(]?${GAP}(?<half>[上下])半?期${GAP}[）)]?$`,
  's',
)
const BETWEEN = /から|[-‐‑–—―−－~～〜]/

/**
 * The Gregorian year in which the fiscal year begins that the whole of `text` is: `令和４年度`, `R5`, `2013`,
 * `令和3年度(2021年度)`, where both years must agree; 年 and 度 may be missing. `null` for a blank, also in a form whose
 * 年度 is printed (`0 年度`, `令和　年度`). `undefined` for all else: two years that differ, and years that an era does not
 * have (令和0年, R88); 平成32年度 is 2020, as plans made before 2019 printed it. Section 1, fiscalYear.
 */
export function fiscalYear(text: string): number | null | undefined {
  if (isBlankMark(text)) return null
  const printed = prepare(text)
  return BLANK_YEAR.test(printed) ? null : printedYear(printed)?.year
}

/**
 * The fiscal year or half year that the whole of `text` is: `令和7年度上半期` is 2025 and 1. `undefined` for all else,
 * blanks included, and for a half of a year that is not 年度 (令和7年上半期 begins in January). Section 4, Period.
 */
export function period(text: string): Period | undefined {
  return readPeriod(prepare(text))
}

/**
 * The first and last fiscal year of the range that the whole of `text` is: `令和元年度～令和4年度`, `令和元年～4年`,
 * `平成30～令和2年度`, 2013年度から2015年度まで. `undefined` for all else, and where the last is before the first.
 */
export function yearRange(text: string): { from: number; to: number } | undefined {
  const [first, last] = sides(text)
  const from = printedYear(first)
  const to = printedYear(last) ?? elidedYear(last, from)
  return from && to && from.year <= to.year ? { from: from.year, to: to.year } : undefined
}

/**
 * The first and last period of the range that the whole of `text` is: `令和6年度から令和7年度上半期`.
 * `undefined` for all else, and where the last begins before the first.
 */
export function periodRange(text: string): { from: Period; to: Period } | undefined {
  const [from, to] = sides(text).map(readPeriod)
  return from && to && halfYears(from, 1) <= halfYears(to, 2) ? { from, to } : undefined
}

function prepare(text: string): string {
  const trimmed = text.trim()
  return trimmed.length > LONGEST ? '' : foldWidth(trimmed)
}

function printedYear(printed: string): PrintedYear | undefined {
  const groups = YEAR.exec(printed)?.groups
  if (!groups || (groups.before && groups.after)) return undefined
  const bracketed = groups.era2 ?? groups.west2
  const year = readYear(groups, '1')
  return bracketed === undefined || year?.year === readYear(groups, '2')?.year ? year : undefined
}

function readPeriod(printed: string): Period | undefined {
  const groups = HALF.exec(printed)?.groups
  const year = printedYear(groups?.year ?? printed)?.year
  return year === undefined ? undefined : { fiscalYear: year, half: HALVES[groups?.half ?? ''] ?? null }
}

/** `4年` after `令和元年～`: the era is the one before. */
function elidedYear(printed: string, from: PrintedYear | undefined): PrintedYear | undefined {
  const count = ELIDED.exec(printed)?.groups?.count
  return from?.era && count ? eraYear(from.era, count) : undefined
}

function sides(text: string): [string, string] {
  const parts = prepare(text).replace(/まで$/, '').split(BETWEEN)
  const [first = '', last = ''] = parts
  return parts.length === 2 ? [first.trim(), last.trim()] : ['', '']
}

function halfYears({ fiscalYear, half }: Period, whole: 1 | 2): number {
  return fiscalYear * 2 + (half ?? whole)
}
