import { type ReleaseFinding, releaseFinding } from '../../../diagnostics/release.ts'
import { groupBy } from '../../../document/group-by.ts'
import type { SheetFacts } from './facts.ts'
import { isClearMajority } from './majority.ts'

/** Sheets of another 年度 than the clear majority of the release, whatever their edition: last year's among this year's. */
export function* straysOfOtherYears(sheets: readonly SheetFacts[]): Generator<ReleaseFinding> {
  const dated = sheets.flatMap(({ path, pages, fiscalYear }) =>
    fiscalYear === null ? [] : [{ path, pages, fiscalYear }],
  )
  const byYear = [...groupBy(dated, sheet => sheet.fiscalYear)].map(([year, { length }]) => ({ year, count: length }))
  const [usual] = byYear.sort((a, b) => b.count - a.count)
  if (!usual || !isClearMajority(usual.count, dated.length - usual.count)) return
  for (const sheet of dated)
    if (sheet.fiscalYear !== usual.year)
      yield releaseFinding(
        'YEAR_OUTLIER',
        { year: sheet.fiscalYear, usual: usual.year, agreeing: usual.count, total: dated.length },
        { at: [sheet], expected: usual.year, actual: sheet.fiscalYear },
      )
}
