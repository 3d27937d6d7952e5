import type { PageRange } from '../../document/model.ts'
import type { Printed } from '../../document/printed.ts'
import { namesOf } from '../../document/table/columns.ts'
import { filled } from '../../document/table/grid.ts'
import { say } from '../../messages/words.ts'
import { firstFound, required, usual } from '../kit/evidence.ts'
import type { Evidence } from '../kit/layout.ts'
import { footerOf } from './page/footers.ts'
import { type Heads, headsAt } from './page/heads.ts'
import { legendOf } from './page/legend.ts'
import { policyRowOf } from './page/policy.ts'
import { rowsOfPage } from './page/rows.ts'
import { headingOf } from './page/sections.ts'

/**
 * The marks of the form. Progress tables with 自己評価 and 取組内容 are common; what no other has is that every table belongs to a
 * 取組方針 with a letter, and that it asks what was done, how that is judged and what comes next.
 */
export function recognise(range: PageRange): Evidence[] {
  const rows = range.pages.flatMap(rowsOfPage)
  return [
    required(
      say('MARK_POLICY_ROW'),
      firstFound(rows, row => policyRowOf(row)?.letter),
    ),
    required(
      say('MARK_PROGRESS_HEADS'),
      firstFound(rows, (_, index) => headRow(headsAt(rows, index)?.heads)),
    ),
    usual(
      say('MARK_RECOMMENDATION'),
      firstFound(rows, row => headingOf(row)?.heading),
    ),
    usual(
      say('MARK_LABEL'),
      firstFound(rows, row => footerOf(row)?.label?.on),
    ),
    usual(
      say('MARK_LEGEND'),
      firstFound(rows, row => legendOf(row, false)?.categories[0]?.name),
    ),
    usual(
      say('MARK_END_COLUMNS'),
      firstFound(rows, (row, index) => (hasEnd(headsAt(rows, index)?.heads) ? filled(row).at(-1)?.on : undefined)),
    ),
  ]
}

function headRow(heads: Heads | undefined): Printed | undefined {
  const names = heads && namesOf(heads.columns)
  const asks = (['action', 'progress', 'nextActions'] as const).every(role => names?.has(role))
  const progress = heads?.columns.heads.find(head => head.name === 'progress')
  return asks && progress ? (heads?.progress ?? progress.on) : undefined
}

function hasEnd(heads: Heads | undefined): boolean {
  const names = heads && namesOf(heads.columns)
  return (['category', 'departments'] as const).every(role => names?.has(role))
}
