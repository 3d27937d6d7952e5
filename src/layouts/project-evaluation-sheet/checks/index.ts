import { eraYears } from '../../kit/era-check.ts'
import type { Check } from '../../kit/layout.ts'
import type { HeaderShape, RecordShape } from '../record.ts'
import { counts } from './counts.ts'
import { orders } from './order.ts'
import { percentages } from './percentages.ts'
import { breakdowns, itemSeries, totals } from './sums.ts'

export const checks: readonly Check<HeaderShape, RecordShape>[] = [
  totals,
  breakdowns,
  itemSeries,
  orders,
  percentages,
  counts,
  eraYears,
]
