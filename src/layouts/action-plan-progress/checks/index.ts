import { type Note, note } from '../../../diagnostics/codes.ts'
import { circledNumber } from '../../../normalise/numerals.ts'
import { eraYears } from '../../kit/era-check.ts'
import type { Check, Checked } from '../../kit/layout.ts'
import { counted, gap, type Operand } from '../../kit/sequences.ts'
import type { HeaderShape, RecordShape } from '../record.ts'

type Plan = Checked<HeaderShape, RecordShape>

/** The records of each section, in order: a section ends where the number or the title of the next is another. */
function runsOf({ records }: Plan): number[][] {
  const runs: number[][] = []
  for (const [index, { section }] of records.entries()) {
    const above = records[index - 1]?.section
    if (above && above.no === section.no && above.title === section.title) runs.at(-1)?.push(index)
    else runs.push([index])
  }
  return runs
}

/** 1 … 5: the sections of the plan. */
function* sections(plan: Plan): Generator<Note> {
  const numbers = runsOf(plan).flatMap(([index = 0]): Operand<number>[] => {
    const no = plan.records[index]?.section.no ?? null
    return no === null ? [] : [{ value: no, pointer: `/records/${index}/section/no` }]
  })
  yield* counted('section', numbers)
}

/** (1) … (n): the initiatives of a section. */
function* initiatives(plan: Plan): Generator<Note> {
  for (const run of runsOf(plan)) {
    const numbers = run.flatMap((index): Operand<number>[] => {
      const no = plan.records[index]?.no ?? null
      return no === null ? [] : [{ value: no, pointer: `/records/${index}/no` }]
    })
    if (numbers.length === run.length) yield* counted('initiative of a section', numbers)
  }
}

/** ①②③ in a box. */
function* boxItems({ records }: Plan): Generator<Note> {
  for (const [r, { boxes }] of records.entries())
    for (const [b, { items }] of boxes.entries()) {
      const numbers = items.flatMap((item, i): Operand<number>[] => {
        const no = circledNumber(item?.charAt(0) ?? '')
        return no === undefined ? [] : [{ value: no, pointer: `/records/${r}/boxes/${b}/items/${i}` }]
      })
      yield* counted('item of a box', numbers)
    }
}

/** 全52項目: only the main ones are listed, so fewer is usual and more is not. */
function* total({ header, records }: Plan): Generator<Note> {
  const expected = header.initiativesTotal
  if (expected === null || expected === records.length) return
  const args = { what: '全項目 (only the main ones are listed)', expected, actual: records.length }
  const severity = records.length > expected ? ('warning' as const) : ('info' as const)
  yield note('COUNT_MISMATCH', args, {
    pointer: '/header/initiativesTotal',
    expected,
    actual: records.length,
    severity,
  })
}

/** The period ends after it begins, and the outlook goes on where it ends. */
function* period({ header }: Plan): Generator<Note> {
  const { from, to } = header.progressPeriod
  const parts: [string, number | null, string, number | null][] = [
    ['/header/progressPeriod/to', to, '/header/progressPeriod/from', from],
    ['/header/outlookFrom', header.outlookFrom, '/header/progressPeriod/to', to],
  ]
  for (const [pointer, actual, before, value] of parts) {
    const isWrong = pointer === '/header/outlookFrom' ? actual !== (value ?? 0) + 1 : (actual ?? 0) < (value ?? 0)
    if (actual === null || value === null || !isWrong) continue
    const expected = pointer === '/header/outlookFrom' ? value + 1 : value
    const found = { pointer, value: actual }
    yield gap('year of a column head', String(expected), found, { expected, related: [{ pointer: before, value }] })
  }
}

export const checks: readonly Check<HeaderShape, RecordShape>[] = [
  sections,
  initiatives,
  boxItems,
  period,
  total,
  eraYears,
]
