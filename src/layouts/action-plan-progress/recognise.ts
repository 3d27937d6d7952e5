import { type Line, linesOfRange, type PageRange } from '../../document/model.ts'
import { match, type Printed, textOf } from '../../document/printed.ts'
import { required, usual } from '../kit/evidence.ts'
import type { Evidence } from '../kit/layout.ts'
import { isKnownHead } from './body/header.ts'
import { asSet, type Row, rowsOf, wholeText } from './cells/rows.ts'
import { type HeadRow, headNamed, headRow, isComplete } from './page/heads.ts'
import { planIn } from './page/lead.ts'
import { initiativeNumber } from './page/numbers.ts'

const directionsLabel = /【[^】]{0,20}(?:における|取組の)[^】]{0,12}方向性】/du
/** Another municipality's plan; 都市…, 市民… and 市政… are no names. */
const otherCity =
  /^(?:第[0-9０-９一二三四五六七八九十]+[次期])?(?!札幌|北海道)(?:東京都|大阪府|京都府|[\p{Script=Han}ぁ-んァ-ヶ]{1,5}(?<!都|本|当)[市町村区県](?![民政場街域役内長営立有]))/u

/**
 * The marks of the progress table. Required is its row of heads (項目, what was done in some years, where it goes from a year on),
 * rows that are numbered as this form numbers them, and that nothing names another city's plan.
 */
export function recognise(range: PageRange): Evidence[] {
  const rows = rowsOf(range, asSet)
  const found = rows.map(headRow).find(heads => heads !== undefined && isComplete(heads))
  const lines = linesOfRange(range)
  const plan = planIn(lines.slice(0, 12))
  const label = firstLabel(lines)
  const initiative = firstInitiative(rows)
  return [
    required('項目 ｜ …年度～…年度の主な取組内容 ｜ …年度以降の取組の方向性', found && headOn(found)),
    required('(1) an initiative, or 【…における取組の方向性】', initiative ?? label),
    required('a plan of Sapporo, where one is named', isOther(plan) ? undefined : headOn(found)),
    usual('「…」 and 全…項目 above the table', plan),
    usual('【…における取組の方向性】', label),
    usual('heads in words that are known', found && knownHead(found)),
    usual('(1), (2) … in the first column', initiative),
  ]
}

const headOn = (row: HeadRow | undefined): Printed | undefined => row?.heads[0]?.on

const knownHead = (row: HeadRow): Printed | undefined => {
  const heads = [headNamed(row, 'progress'), headNamed(row, 'outlook')].filter(head => head !== undefined)
  return heads.every(isKnownHead) ? heads[0]?.on : undefined
}

const isOther = (plan: Printed | undefined): boolean => plan !== undefined && otherCity.test(textOf(plan).trim())

function firstInitiative(rows: readonly Row[]): Printed | undefined {
  for (const { columns, filled } of rows) {
    if (columns <= 2 || filled.length <= 1) continue
    const numbers = filled.slice(0, 2).map(cell => initiativeNumber(wholeText(cell.blocks)))
    const number = numbers.find(found => found !== undefined)
    if (number) return number.token
  }
  return undefined
}

function firstLabel(lines: readonly Line[]): Printed | undefined {
  for (const { on } of lines) {
    const found = textOf(on).includes('方向性】') ? match(on, directionsLabel) : undefined
    if (found) return found.whole
  }
  return undefined
}
