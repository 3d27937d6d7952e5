import type { PageRange } from '../../document/model.ts'
import type { Printed } from '../../document/printed.ts'
import type { Evidence } from '../kit/layout.ts'
import { footerOf } from './page/footers.ts'
import { headsOf } from './page/heads.ts'
import { legendOf } from './page/legend.ts'
import { policyRowOf } from './page/policy.ts'
import { headingOf } from './page/sections.ts'
import { filled, type GridRow, gridOf } from './rows/grid.ts'
import type { Role } from './words.ts'

/**
 * The marks of the form. Progress tables with 自己評価 and 取組内容 are common; what no other has is that every table belongs to a
 * 取組方針 with a letter, and that it asks what was done, how that is judged and what comes next.
 */
export function recognise(range: PageRange): Evidence[] {
  const rows = range.pages.flatMap(gridOf)
  return [
    required(
      'a row 取組方針ア',
      firstOf(rows, row => policyRowOf(row)?.letter),
    ),
    required(
      'a head row 取組内容, …の取組状況, 自己評価, …の取組内容',
      firstOf(rows, row => headRow(row)),
    ),
    other(
      'a heading …提言',
      firstOf(rows, row => headingOf(row)?.heading),
    ),
    other(
      'a label 提言1-ア',
      firstOf(rows, row => footerOf(row)?.label?.on),
    ),
    other(
      'a legend of 取組区分',
      firstOf(rows, row => legendOf(row, false)?.categories[0]?.name),
    ),
    other(
      'the columns 取組区分 and 担当部',
      firstOf(rows, row => (hasEnd(row) ? filled(row).at(-1)?.on : undefined)),
    ),
  ]
}

const required = (marker: string, found: Printed | undefined): Evidence => ({ marker, required: true, found })
const other = (marker: string, found: Printed | undefined): Evidence => ({ marker, required: false, found })

function firstOf(rows: readonly GridRow[], find: (row: GridRow) => Printed | undefined): Printed | undefined {
  for (const row of rows) {
    const found = find(row)
    if (found) return found
  }
  return undefined
}

function headRow(row: GridRow): Printed | undefined {
  const heads = headsOf(row)
  if (!heads) return undefined
  const asks = (['action', 'progress', 'selfEvaluation', 'nextActions'] as const).every(role => heads.at.has(role))
  return asks ? heads.progress : undefined
}

function hasEnd(row: GridRow): boolean {
  const heads = headsOf(row)
  return ['category', 'departments'].every(role => heads?.at.has(role as Role))
}
