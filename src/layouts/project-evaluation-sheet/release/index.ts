import type { ReleaseFinding } from '../../../diagnostics/release.ts'
import type { Out } from '../../kit/fields.ts'
import type { ReleaseChecks } from '../../kit/layout.ts'
import type { RecordShape } from '../record.ts'
import { factsOf, type SheetFacts } from './facts.ts'
import { misnamed } from './names.ts'
import { repeated } from './repeats.ts'
import { unequalUnitCosts } from './unit-costs.ts'
import { straysOfOtherYears } from './years.ts'

/** 特定財源 may exceed 事業費, so the two are not compared. */
const rules: readonly Rule[] = [misnamed, straysOfOtherYears, repeated, unequalUnitCosts]

type Rule = (sheets: readonly SheetFacts[]) => Iterable<ReleaseFinding>

/** What must agree across the sheets that the city publishes in one year. */
export const release: ReleaseChecks<Out<RecordShape>, SheetFacts> = {
  facts: factsOf,
  findings: sheets => rules.flatMap(rule => [...rule(sheets)]),
}
