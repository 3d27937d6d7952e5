import type { Line } from '../../../document/model.ts'
import { concat, fold, match, type Printed, textOf } from '../../../document/printed.ts'
import { compact } from '../../../normalise/whitespace.ts'
import type { In } from '../../kit/fields.ts'
import { type Leaf, printed } from '../../kit/leaves.ts'
import type { RecordShape } from '../record.ts'
import { costLeaves, moneyFields } from './cost-fields.ts'

type Cost = In<RecordShape>['costs'][number]

/** （単位：千円）, alone on its line or behind the heading: ◎事業費（単位：百万円）. */
const unitLine = /^[^。、]{0,20}?[（([［【]?\s*単位\s*[：:]\s*(?<unit>\S{0,6}円)\s*[）)\]］】]?$/du

/** The units of money that are printed for a whole table, in the order of the lines. */
export const moneyUnits = (lines: readonly Line[]): Printed[] =>
  lines.flatMap(({ on }) => (textOf(on).includes('単位') ? (match(fold(on), unitLine)?.groups.unit ?? []) : []))

/**
 * The columns of 事業費, each amount with the unit of its table where that is another than 千円, which the fields are named for:
 * 12 under 百万円 is no 12 千円, and is told as unreadable.
 */
export function withUnit(costs: readonly Cost[], lines: readonly Line[]): Cost[] {
  const unit = moneyUnits(lines).find(each => compact(textOf(each)) !== '千円')
  if (!unit) return [...costs]
  const leaf = (amount: Leaf): Leaf => (amount.kind === 'printed' ? printed(concat(amount.on, unit)) : amount)
  return costs.map(cost => ({
    ...cost,
    ...costLeaves(field => (moneyFields.includes(field) ? leaf(cost[field]) : cost[field])),
  }))
}
