import { concat, match, type Printed, slice, textOf, trim } from '../../../document/printed.ts'

const count = '(?:元|[0-9０-９]{1,2})'
const nen = String.raw`(?:\s*年(?:\s*度)?)?`
const inBrackets = String.raw`(?:\s*[（(]\s*[^（()）]{1,12}[)）]${nen})?`
const era = '明治|大正|昭和|平成|令和|[MTSHRＭＴＳＨＲ]'
const year = String.raw`(?:(?:${era})\s*${count}|[0-9０-９]{4}(?=\s*年))${nen}${inBrackets}`
/** 令和元年～4年: the era is that of the year before. */
const elided = String.raw`${count}\s*年(?:\s*度)?`
const between = String.raw`[～〜~\-－–—―‐・、]|から`

const period = new RegExp(
  String.raw`^\s*(?<from>${year})\s*(?:(?<between>${between})\s*(?:(?<to>${year})|(?<short>${elided}))\s*(?<until>まで)?)?(?<rest>.*)$`,
  'dsu',
)
const eraOf = new RegExp(`^(?:${era})`, 'du')

/** What the years at the start of a column head are, and the words after them. */
export interface HeadYears {
  readonly from: Printed
  /** The last year of a period; the first again where only one is printed. */
  readonly to: Printed
  readonly isPeriod: boolean
  /** What is between and after the years of a period: ～, まで. */
  readonly joints: readonly Printed[]
  readonly rest: Printed
}

/** The year or period that a column head begins with, and the words behind it; undefined where it begins with none, or nothing follows. */
export function headYears(on: Printed): HeadYears | undefined {
  const found = match(on, period)
  const { from, to, short, rest } = found?.groups ?? {}
  if (!found || !from || !rest) return undefined
  const last = to ?? (short && withEra(from, short))
  const joints = [found.groups.between, found.groups.until].filter(joint => joint !== undefined).map(trim)
  return { from: trim(from), to: trim(last ?? from), isPeriod: last !== undefined, joints, rest: trim(rest) }
}

/** `4年度` after `令和元年度` is 令和4年度. */
function withEra(from: Printed, short: Printed): Printed {
  const found = eraOf.exec(textOf(from))
  return found ? concat(slice(from, 0, found[0].length), short) : short
}
