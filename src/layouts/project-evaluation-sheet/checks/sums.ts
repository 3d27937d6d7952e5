import { type Note, note } from '../../../diagnostics/codes.ts'
import { say } from '../../../messages/words.ts'
import type { Checked } from '../../kit/layout.ts'
import type { HeaderShape, RecordShape } from '../record.ts'

type Sheet = Checked<HeaderShape, RecordShape>

/** 計（事業費＋人件費）: in every column whose three amounts are printed. */
export function* totals({ records }: Sheet): Generator<Note> {
  for (const [r, record] of records.entries())
    for (const [c, cost] of record.costs.entries()) {
      const { projectCostThousandYen: project, personnelCostThousandYen: personnel, totalThousandYen: total } = cost
      if (project === null || personnel === null || total === null || project + personnel === total) continue
      const at = `/records/${r}/costs/${c}`
      yield note(
        'SUM_MISMATCH',
        {
          what: say('COST_TOTAL', { year: cost.fiscalYear, kind: cost.kind }),
          expected: project + personnel,
          actual: total,
        },
        {
          pointer: `${at}/totalThousandYen`,
          expected: project + personnel,
          actual: total,
          related: [
            { pointer: `${at}/projectCostThousandYen`, value: project },
            { pointer: `${at}/personnelCostThousandYen`, value: personnel },
          ],
        },
      )
    }
}

/** 事業費の内訳: the items of a year add up to that year's 事業費, where every item has an amount. */
export function* breakdowns({ records }: Sheet): Generator<Note> {
  for (const [r, record] of records.entries())
    for (const [b, breakdown] of record.costBreakdowns.entries()) {
      const column = record.costs.findIndex(
        cost => cost.fiscalYear === breakdown.fiscalYear && cost.kind === breakdown.kind && cost.fiscalYear !== null,
      )
      const amounts = breakdown.items.map(item => item.amountThousandYen)
      const printed = record.costs[column]?.projectCostThousandYen ?? null
      if (printed === null || amounts.length === 0 || amounts.some(amount => amount === null)) continue
      const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0)
      if (sum === printed) continue
      const at = `/records/${r}/costBreakdowns/${b}`
      yield note(
        'SUM_MISMATCH',
        {
          what: say('COST_BREAKDOWN', { year: breakdown.fiscalYear, kind: breakdown.kind }),
          expected: sum,
          actual: printed,
        },
        {
          pointer: `/records/${r}/costs/${column}/projectCostThousandYen`,
          expected: sum,
          actual: printed,
          related: amounts.map((value, i) => ({ pointer: `${at}/items/${i}/amountThousandYen`, value })),
        },
      )
    }
}

/** ①②③: the items of a 内訳 are counted without a gap; one that begins again belongs to another year. */
export function* itemSeries({ records }: Sheet): Generator<Note> {
  for (const [r, record] of records.entries())
    for (const [b, { items }] of record.costBreakdowns.entries()) {
      const numbers = items.map(item => item.no)
      const at = numbers.findIndex((no, index) => no !== null && no !== index + 1)
      if (at < 0) continue
      const what = '事業費の内訳'
      const [expected, actual] = [String(at + 1), String(numbers[at])]
      yield note(
        'SEQUENCE_GAP',
        { what, expected, actual },
        { pointer: `/records/${r}/costBreakdowns/${b}`, expected: at + 1, actual: numbers[at] },
      )
    }
}
