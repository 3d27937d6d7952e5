import { type Note, note } from '../../../diagnostics/codes.ts'
import type { Record, Sheet } from './prose.ts'

/** What the form always prints in order: the years of its columns, and the numbers of its indicators. */
export function* orders({ records }: Sheet): Generator<Note> {
  for (const [r, record] of records.entries()) {
    const at = `/records/${r}`
    yield* columns(record, at)
    yield* breakdownYears(record, at)
    yield* indicatorNumbers(record, at)
  }
}

type Period = { readonly fiscalYear: number | null; readonly kind: string | null }

const isKnown = ({ fiscalYear, kind }: Period): boolean => fiscalYear !== null && kind !== null
const wordOf = ({ fiscalYear, kind }: Period): string => `${fiscalYear ?? '?'} ${kind ?? '?'}`

/** 決算 of the year before, 予算 and 決算 of the year, 予算 of the next: each column is the next step of the one before it. */
function* columns({ costs }: Record, at: string): Generator<Note> {
  for (const [c, cost] of costs.entries()) {
    const before = costs[c - 1]
    if (!before || !isKnown(cost) || !isKnown(before)) continue
    const expected = nextOf(before)
    if (wordOf(cost) !== wordOf(expected))
      yield gap('年度', `${at}/costs/${c}/fiscalYear`, wordOf(expected), wordOf(cost))
  }
}

/** After the 決算 of a year comes the 予算 of the next, after its 予算 its 決算. */
const nextOf = ({ fiscalYear, kind }: Period): Period =>
  kind === 'actual' ? { fiscalYear: (fiscalYear ?? 0) + 1, kind: 'budget' } : { fiscalYear, kind: 'actual' }

/** A 内訳 is of one of the columns. */
function* breakdownYears({ costs, costBreakdowns }: Record, at: string): Generator<Note> {
  const known = new Set(costs.map(wordOf))
  for (const [b, breakdown] of costBreakdowns.entries())
    if (known.size > 0 && isKnown(breakdown) && !known.has(wordOf(breakdown)))
      yield gap('事業費の内訳', `${at}/costBreakdowns/${b}/fiscalYear`, [...known].join(', '), wordOf(breakdown))
}

/** 活動指標１, ２, …; 成果指標１, ２, … */
function* indicatorNumbers({ indicators }: Record, at: string): Generator<Note> {
  const last = new Map<string, number>()
  for (const [i, { kind, no }] of indicators.entries()) {
    if (kind === null || no === null) continue
    const expected = (last.get(kind) ?? 0) + 1
    if (no !== expected) yield gap('指標番号', `${at}/indicators/${i}/no`, String(expected), String(no))
    last.set(kind, no)
  }
}

const gap = (what: string, pointer: string, expected: string, actual: string): Note =>
  note('SEQUENCE_GAP', { what, expected, actual }, { pointer, expected, actual })
