import { FIRST_GREGORIAN_MONTH } from './tables/eras.ts'
import { foldWidth } from './width.ts'
import { COUNT, GAP, type PrintedYear, readCount, readYear, yearSource } from './year.ts'

const LONGEST = 80
const WESTERN_CHECK = `(?:${GAP}[（(]${GAP}(?:西暦)?(?<west2>\\d{4})(?:${GAP}年)?${GAP}[）)])?`
const MONTH_DAY = `(?:${GAP}(?<month>${COUNT})${GAP}月(?:${GAP}(?<day>${COUNT})${GAP}日)?)?`
const DATE = new RegExp(`^(?:西暦)?${yearSource('1')}${GAP}年${WESTERN_CHECK}${MONTH_DAY}$`)

/**
 * The ISO 8601 date that the whole of `text` is, at the precision printed: `令和2年11月` is `2020-11`, `令和2年` is `2020`.
 * `undefined` for all else: 年度, days that no calendar has, a bracketed western year that differs, a date before its
 * era began (令和元年4月30日) and months before 1873. A date past an era's end is read (平成31年5月1日 is `2019-05-01`), as
 * papers printed before the change name it so and it can mean no other day. Section 1, date.
 */
export function isoDate(text: string): string | undefined {
  const trimmed = text.trim()
  const groups = trimmed.length > LONGEST ? undefined : DATE.exec(foldWidth(trimmed))?.groups
  const printed = groups && readYear(groups, '1')
  if (!printed || disagrees(groups.west2, printed.year)) return undefined
  const date = calendarDate(printed.year, groups.month, groups.day)
  return date !== undefined && isInEra(date, printed) ? date : undefined
}

function disagrees(western: string | undefined, year: number): boolean {
  return western !== undefined && Number(western) !== year
}

function calendarDate(year: number, month: string | undefined, day: string | undefined): string | undefined {
  if (month === undefined) return String(year)
  const m = readCount(month) ?? 0
  const d = day === undefined ? 1 : (readCount(day) ?? 0)
  if (m < 1 || m > 12 || d < 1 || d > daysIn(year, m)) return undefined
  return [year, m, ...(day === undefined ? [] : [d])].map(part => String(part).padStart(2, '0')).join('-')
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function isInEra(date: string, { era }: PrintedYear): boolean {
  if (date.length > 4 && date < FIRST_GREGORIAN_MONTH) return false
  return era === null || date >= era.begins.slice(0, date.length)
}
