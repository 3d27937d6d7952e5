import type { Note } from '../../../diagnostics/codes.ts'
import { say } from '../../../messages/words.ts'
import { gap } from '../../kit/sequences.ts'
import type { Record, Sheet } from './prose.ts'

/** What the form always prints in order: the years of its columns, and the numbers of its indicators. */
export function* orders({ records }: Sheet): Generator<Note> {
  for (const [r, record] of records.entries()) {
    const at = `/records/${r}`
    yield* columns('年度', record.costs, 'budget', `${at}/costs`)
    for (const [i, { values }] of record.indicators.entries())
      yield* columns('指標の年度', values, 'planned', `${at}/indicators/${i}/values`)
    yield* breakdownYears(record, at)
    yield* indicatorNumbers(record, at)
  }
}

type Period = { readonly fiscalYear: number | null; readonly kind: string | null }

const isKnown = ({ fiscalYear, kind }: Period): boolean => fiscalYear !== null && kind !== null
const said = ({ fiscalYear: year, kind }: Period) => say('PERIOD', { year, kind })
const wordOf = ({ fiscalYear, kind }: Period): string => `${fiscalYear ?? '?'} ${kind ?? '?'}`

/** The columns that do not follow the one before them; none where all follow one another from the last to the first, the newest first. */
function* columns(what: string, periods: readonly Period[], usual: string, at: string): Generator<Note> {
  const ahead = periods.find(({ kind }) => kind !== null && kind !== 'actual')?.kind ?? usual
  if (periods.every(isKnown) && stepsOf(periods.toReversed(), ahead).every(isInOrder)) return
  for (const { p, found, expected } of stepsOf(periods, ahead).filter(step => !isInOrder(step)))
    yield gap(what, said(expected), {
      pointer: `${at}/${p}/fiscalYear`,
      value: wordOf(found),
      said: said(found),
    })
}

/** A column that is known after one that is, and what should be there. */
interface Step {
  readonly p: number
  readonly found: Period
  readonly expected: Period
}

const isInOrder = ({ found, expected }: Step): boolean => wordOf(found) === wordOf(expected)

/** The form has four columns. */
const usualCount = 4

/**
 * 決算 of the year before, 予算 and 決算 of the year, 予算 of the next, and so 実績, 目標 or 予定: each column is the next step of the
 * one before it. Where there are more than four, the first are the 決算 of years further back.
 */
function stepsOf(periods: readonly Period[], ahead: string): Step[] {
  return periods.flatMap((found, p) => {
    const before = periods[p - 1]
    if (!before || !isKnown(found) || !isKnown(before)) return []
    const isFurtherBack = p <= periods.length - usualCount && before.kind === 'actual'
    const expected = isFurtherBack ? { ...before, fiscalYear: (before.fiscalYear ?? 0) + 1 } : nextOf(before, ahead)
    return [{ p, found, expected }]
  })
}

/** After the 決算 of a year comes the 予算 of the next, after its 予算 its 決算. */
const nextOf = ({ fiscalYear, kind }: Period, ahead: string): Period =>
  kind === 'actual' ? { fiscalYear: (fiscalYear ?? 0) + 1, kind: ahead } : { fiscalYear, kind: 'actual' }

/** A 内訳 is of one of the columns. */
function* breakdownYears({ costs, costBreakdowns }: Record, at: string): Generator<Note> {
  const known = new Map(costs.map(cost => [wordOf(cost), said(cost)]))
  for (const [b, breakdown] of costBreakdowns.entries())
    if (known.size > 0 && isKnown(breakdown) && !known.has(wordOf(breakdown)))
      yield gap('事業費の内訳', say('LIST', { items: [...known.values()] }), {
        pointer: `${at}/costBreakdowns/${b}/fiscalYear`,
        value: wordOf(breakdown),
        said: said(breakdown),
      })
}

/** 活動指標１, ２, …; 成果指標１, ２, … */
function* indicatorNumbers({ indicators }: Record, at: string): Generator<Note> {
  const last = new Map<string, number>()
  for (const [i, { kind, no }] of indicators.entries()) {
    if (kind === null || no === null) continue
    const expected = (last.get(kind) ?? 0) + 1
    if (no !== expected)
      yield gap('指標番号', String(expected), { pointer: `${at}/indicators/${i}/no`, value: String(no) })
    last.set(kind, no)
  }
}
