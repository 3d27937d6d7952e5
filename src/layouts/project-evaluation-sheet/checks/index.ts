import { eraYears } from '../../era-check.ts'
import type { Check } from '../../layout.ts'
import type { HeaderShape, RecordShape } from '../record.ts'
import { counts } from './counts.ts'
import { percentages } from './percentages.ts'
import { breakdowns, totals } from './sums.ts'

export const checks: readonly Check<HeaderShape, RecordShape>[] = [totals, breakdowns, percentages, counts, eraYears]
