import type { Note } from '../../../diagnostics/codes.ts'
import type { Text } from '../../../messages/arguments.ts'
import { say, type Words } from '../../../messages/words.ts'
import { SERIES } from '../../../normalise/tables/series.ts'
import type { Checked } from '../../kit/layout.ts'
import { gap as gapOf, type Operand } from '../../kit/sequences.ts'
import type { HeaderShape, RecordShape } from '../record.ts'

export type Progress = Checked<HeaderShape, RecordShape>
export type Row = Progress['records'][number]

const gap = (what: Words, expected: Text, found: Operand, other: Operand): Note =>
  gapOf(what, expected, found, { expected, related: [other] })

/** The label at the foot says which recommendation and policy the page is of: 提言1-ア is under recommendation 1, 取組方針ア. */
export function* labels({ records }: Progress): Generator<Note> {
  for (const [index, { label, recommendation, policy }] of records.entries()) {
    const at = `/records/${index}`
    const { no } = recommendation
    const [, number, letter] = /(?<!\d)(\d+)-(\d{1,2}|\D)$/u.exec(label ?? '') ?? []
    const foot = { pointer: `${at}/label`, value: label }
    if (number !== undefined && no !== null && Number(number) !== no)
      yield gap(say('RECOMMENDATION_AND_LABEL'), number, { pointer: `${at}/recommendation/no`, value: no }, foot)
    if (letter !== undefined && policy.code !== null && letter !== policy.code)
      yield gap(say('POLICY_AND_LABEL'), letter, { pointer: `${at}/policy/code`, value: policy.code }, foot)
    if (label === null && no !== null && policy.code !== null && records.some(other => other.label !== null))
      yield gap(say('LABELS'), `提言${no}-${policy.code}`, foot, { pointer: `${at}/policy/code`, value: policy.code })
  }
}

/** Recommendations count up, and the policies of each: ア, イ, ウ …; a change is looked at where two records follow each other. */
export function* order({ records }: Progress): Generator<Note> {
  for (const [index, record] of records.entries()) {
    const above = records[index - 1]
    if (above) yield* step(above, record, index)
  }
}

function* step(above: Row, record: Row, index: number): Generator<Note> {
  const [from, to] = [above.recommendation.no, record.recommendation.no]
  const no = (at: number, value: number | null) => ({ pointer: `/records/${at}/recommendation/no`, value })
  const code = (at: number, value: string | null) => ({ pointer: `/records/${at}/policy/code`, value })
  if (from !== null && to !== null && to !== from && to !== from + 1)
    yield gap(say('RECOMMENDATIONS'), String(from + 1), no(index, to), no(index - 1, from))
  const [last, next] = [above.policy.code, record.policy.code]
  if (last === null || next === null || from === null || to === null) return
  const expected = policyAfter(to === from ? last : undefined, /^\d/u.test(next))
  if (next !== expected && !(to === from && next === last))
    yield gap(say('POLICIES'), expected, code(index, next), code(index - 1, last))
}

/** The policy that follows one, or the first: イ follows ア, 2 follows 1. */
const policyAfter = (last: string | undefined, isNumber: boolean): string =>
  isNumber ? String(Number(last ?? 0) + 1) : SERIES.charAt(last === undefined ? 0 : SERIES.indexOf(last) + 1)

/** Records that follow each other and show the same page number, or none. */
interface PageGroup {
  readonly page: number | null
  readonly from: number
  to: number
}

/** Printed pages follow each other; pages without a number are between two that leave room for them. */
export function* pages({ records }: Progress): Generator<Note> {
  if (records.every(record => record.printedPage === null)) return
  let numbered: PageGroup | undefined
  let unnumbered = 0
  for (const group of pageGroups(records)) {
    const least = (numbered?.page ?? 0) + (unnumbered > 0 ? 2 : 1)
    const most = least + Math.max(0, unnumbered - 1)
    const isInOrder = group.page !== null && (!numbered || (group.page >= least && group.page <= most))
    if (!isInOrder) yield* outOfOrder(group, expectedPage(group, numbered, records), numbered)
    unnumbered = group.page === null ? group.to - group.from : 0
    if (group.page !== null) numbered = group
  }
}

function pageGroups(records: readonly Row[]): PageGroup[] {
  const groups: PageGroup[] = []
  for (const [index, { printedPage }] of records.entries()) {
    const last = groups.at(-1)
    if (last && last.page === printedPage) last.to = index + 1
    else groups.push({ page: printedPage, from: index, to: index + 1 })
  }
  return groups
}

function expectedPage({ to }: PageGroup, above: PageGroup | undefined, records: readonly Row[]): number {
  return above?.page ? above.page + 1 : Math.max(1, (records[to]?.printedPage ?? 2) - 1)
}

/** Every record of the page shows a number that is missing or in doubt. */
function* outOfOrder(group: PageGroup, expected: number, above: PageGroup | undefined): Generator<Note> {
  const operand = (index: number, value: number | null) => ({ pointer: `/records/${index}/printedPage`, value })
  for (let index = group.from; index < group.to; index += 1) {
    const found = operand(index, group.page)
    yield gap(say('PRINTED_PAGES'), String(expected), found, above ? operand(above.to - 1, above.page) : found)
  }
}

/** What comes next begins where the progress ends: 令和7年度上半期, then 令和7年度下半期. */
export function* periods({ header }: Progress): Generator<Note> {
  const { to } = header.progressPeriod
  const next = header.nextPeriod
  if (to.fiscalYear === null || next.fiscalYear === null) return
  const end = to.fiscalYear * 2 + (to.half ?? 2)
  const begin = next.fiscalYear * 2 + (next.half ?? 1)
  if (begin === end + 1) return
  const expected = say('HALF_YEAR_AFTER', { period: to.text ?? String(to.fiscalYear) })
  yield gap(
    say('PERIODS'),
    expected,
    { pointer: '/header/nextPeriod/text', value: next.text },
    { pointer: '/header/progressPeriod/to/text', value: to.text },
  )
}
