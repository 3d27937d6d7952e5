import { foldInPlace } from './width.ts'
import { ERA_COUNT, ERA_NAME, GAP, readYear, yearSource } from './year.ts'

/**
 * A year in running text. `from`, `to` and `text` are the year as printed, without a bracket after it; `year` is
 * Gregorian; `fiscal` where it is 年度; `western` the western year in the bracket beside it and `westernSpan` its digits.
 */
export interface FoundYear {
  from: number
  to: number
  text: string
  year: number
  fiscal: boolean
  western: number | null
  westernSpan: [number, number] | null
}

// 10年間 and 1990年代 are not years; 年 and 度 of 令和2年 度重なる do not belong together.
const nen = (key: string) => `${GAP}年(?![間代])(?<fiscal${key}>度|\\s{1,8}度(?![々重合]))?`
const bracket = (key: string) => `${GAP}[（(]${GAP}(?:西暦)?(?<western${key}>\\d{4})(?:${GAP}年${GAP}度?)?${GAP}[）)]`
const BEFORE_A_RANGE = `(?<bare>(?=${GAP}[～〜~－–-]${GAP}(?:${ERA_NAME}|${ERA_COUNT}${GAP}年)))`
const HEAD = `(?<head>${yearSource('')}(?:${bracket('1')}${nen('1')}|${nen('2')}|${BEFORE_A_RANGE}))`
const YEARS = new RegExp(`${HEAD}(?:${bracket('2')})?`, 'dg')
// One of these is behind every year; most texts have none.
const NEEDED = /[年～〜~－–-]/
const LONGEST_OPENING = 20
const OPENING = /^\s{0,8}[（(]\s{0,8}$/

/**
 * Every year in running text, in order, with its span in UTF-16 code units: an era's year or a western one with 年 or 年度
 * (年 may be missing in `平成30～令和2年度`). A western year in brackets after it (`令和３年度(2021⏎年度)`,
 * `平成30（2018）年度`) or an era's year in brackets after a western one gives `western`, for a check to compare.
 * A year that its era does not have is no year; an elided era (`・7年度`) is not completed.
 */
export function findYears(text: string): FoundYear[] {
  const folded = foldInPlace(text)
  if (!NEEDED.test(folded)) return []
  const matches = [...folded.matchAll(YEARS)]
  const found = matches.flatMap(match => describe(text, match) ?? [])
  return found.map((year, i) => checkedBefore(text, year, found[i - 1]))
}

function describe(text: string, match: RegExpExecArray): FoundYear | undefined {
  const groups = match.groups ?? {}
  const year = readYear(groups, '')?.year
  // Without 年 only the full name of an era is sure to be a year: S3-4年 may be anything.
  if (year === undefined || (groups.bare !== undefined && (groups.era ?? '').length < 2)) return undefined
  const [from, to] = match.indices?.groups?.head ?? [0, 0]
  const fiscal = (groups.fiscal1 ?? groups.fiscal2) !== undefined
  const western = groups.western1 ?? groups.western2
  const westernSpan = match.indices?.groups?.western1 ?? match.indices?.groups?.western2 ?? null
  return { from, to, text: text.slice(from, to), year, fiscal, western: western ? Number(western) : null, westernSpan }
}

/** The year in brackets with the western year before it: `2021年度（令和3年度）`. */
function checkedBefore(text: string, found: FoundYear, before: FoundYear | undefined): FoundYear {
  if (!before || found.western !== null || !isWestern(before) || isWestern(found)) return found
  if (found.from - before.to > LONGEST_OPENING || !OPENING.test(text.slice(before.to, found.from))) return found
  return { ...found, western: before.year, westernSpan: [before.from, before.from + 4] }
}

function isWestern({ text }: FoundYear): boolean {
  return /^[0-9０-９]/.test(text)
}
