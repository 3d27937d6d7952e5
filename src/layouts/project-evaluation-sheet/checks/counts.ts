import { type Note, note } from '../../../diagnostics/codes.ts'
import { type Indicator, numberOf, type Passage, passagesOf, type Record, type Sheet } from './prose.ts'

const number = String.raw`(\d[\d,]*(?:\.\d+)?)`
const unit = String.raw`[\p{Script=Han}か所]{1,2}`

/** 目標300人に対して実績307人; 当初予定の100,000人を下回る66,611人: what was planned and what came of it. */
const pair = new RegExp(
  `(?:目標|予定)の?${number}${unit}(?:に対して?|に対し、|を下回る|を上回る)(?:実績)?${number}${unit}`,
  'gu',
)
/** 利用者数：延べ66,611人: a number under the name of an indicator. */
const named = new RegExp(String.raw`(\p{Script=Han}{2,8})：(?:延べ)?${number}${unit}`, 'gu')
/** 参加者及び…受講者計992名, where another text has 参加者808名及び…受講者184名. */
const together = new RegExp(
  String.raw`(\p{Script=Han}{2,6}者)(?:及び|と)[^。、\d]{0,60}?(\p{Script=Han}{2,6}者)(?:の?合?計)${number}([人名])`,
  'gu',
)
const apart = new RegExp(
  String.raw`(\p{Script=Han}{2,6}者)${number}[人名](?:及び|と)[^。、\d]*?(\p{Script=Han}{2,6}者)${number}[人名]`,
  'gu',
)

/** The counts that the texts state against the indicators and against each other. */
export function* counts({ records }: Sheet): Generator<Note> {
  for (const [r, record] of records.entries()) {
    const at = `/records/${r}`
    const passages = passagesOf(record, at)
    for (const passage of passages) {
      yield* pairs(record, at, passage)
      yield* namedCounts(record, at, passage)
      yield* sums(passages, passage)
    }
  }
}

interface Pointed {
  readonly value: number
  readonly pointer: string
}

/** A pair speaks of the indicator that has one of its numbers; then it must have the other as well. */
function* pairs(record: Record, at: string, passage: Passage): Generator<Note> {
  for (const [, planned = '', actual = ''] of passage.text.matchAll(pair)) {
    const rows = record.indicators.flatMap((indicator, i) => plannedAndActual(indicator, `${at}/indicators/${i}`))
    const isExact = rows.some(row => row.planned.value === numberOf(planned) && row.actual.value === numberOf(actual))
    const half = rows.filter(
      row => (row.planned.value === numberOf(planned)) !== (row.actual.value === numberOf(actual)),
    )
    const [row] = half
    if (isExact || !row || half.length > 1) continue
    const isPlan = row.planned.value !== numberOf(planned)
    yield mismatch(
      passage,
      isPlan ? row.planned : row.actual,
      numberOf(isPlan ? planned : actual),
      isPlan ? '目標' : '実績',
    )
  }
}

/** The planned and actual values of the same year. */
function plannedAndActual(indicator: Indicator, at: string): { planned: Pointed; actual: Pointed }[] {
  return indicator.values.flatMap((plan, p) =>
    indicator.values.flatMap((actual, a) => {
      if (plan.kind === 'actual' || actual.kind !== 'actual' || plan.fiscalYear !== actual.fiscalYear) return []
      if (plan.value === null || actual.value === null) return []
      return [
        {
          planned: { value: plan.value, pointer: `${at}/values/${p}/value` },
          actual: { value: actual.value, pointer: `${at}/values/${a}/value` },
        },
      ]
    }),
  )
}

function* namedCounts(record: Record, at: string, passage: Passage): Generator<Note> {
  for (const [, noun = '', stated = ''] of passage.text.matchAll(named)) {
    const owners = record.indicators.flatMap((indicator, i) => {
      const name = (indicator.name ?? '').replace(/（[^）]{0,200}）$/u, '')
      const value = indicator.values.findLastIndex(each => each.kind === 'actual' && each.value !== null)
      const isOwner = name.endsWith(noun) && value >= 0
      return isOwner
        ? [{ value: indicator.values[value]?.value as number, pointer: `${at}/indicators/${i}/values/${value}/value` }]
        : []
    })
    const [owner] = owners
    if (owner && owners.length === 1 && owner.value !== numberOf(stated))
      yield mismatch(passage, owner, numberOf(stated), noun)
  }
}

/** Parts and sum are in different texts of the sheet, under the same two nouns. */
function* sums(passages: readonly Passage[], passage: Passage): Generator<Note> {
  for (const [, first, second, stated = '', unitWord] of passage.text.matchAll(together))
    for (const parts of passages)
      for (const [, a, x = '', b, y = ''] of parts.text.matchAll(apart)) {
        const sum = numberOf(x) + numberOf(y)
        if (a !== first || b !== second || sum === numberOf(stated)) continue
        yield note(
          'SUM_MISMATCH',
          { what: `${first}と${second}の計(${unitWord})`, expected: sum, actual: numberOf(stated) },
          {
            pointer: passage.pointer,
            expected: sum,
            actual: numberOf(stated),
            related: [numberOf(x), numberOf(y)].map(value => ({ pointer: parts.pointer, value })),
          },
        )
      }
}

const mismatch = (passage: Passage, own: Pointed, stated: number, what: string): Note =>
  note(
    'COUNT_MISMATCH',
    { what, expected: stated, actual: own.value },
    {
      pointer: own.pointer,
      severity: 'warning',
      expected: stated,
      actual: own.value,
      related: [{ pointer: passage.pointer, value: stated }],
    },
  )
