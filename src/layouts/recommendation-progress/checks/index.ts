import { eraYears } from '../../kit/era-check.ts'
import type { Check } from '../../kit/layout.ts'
import type { HeaderShape, RecordShape } from '../record.ts'
import { blanks, periodsLost } from './blanks.ts'
import { repeats } from './repeats.ts'
import { labels, order, pages, periods } from './series.ts'

/** What the form says twice must agree, what it counts must have no gaps, and what every row has must be there. */
export const checks: readonly Check<HeaderShape, RecordShape>[] = [
  labels,
  order,
  pages,
  periods,
  repeats,
  blanks,
  periodsLost,
  eraYears,
]
