import { type Printed, textOf } from '../../../document/printed.ts'
import { joinLines } from '../../../document/prose/prose.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { type Filled, linesIn, type Row } from '../cells/rows.ts'
import { headWords, isItemHead, outlookHeads, progressHeads } from '../words/index.ts'
import { type HeadYears, headYears } from './years.ts'

export type ColumnName = 'item' | 'progress' | 'outlook'

/** One head of a column: where it is, and what is printed. */
export interface Head {
  readonly name: ColumnName | undefined
  readonly from: number
  readonly to: number
  readonly on: Printed
  readonly years: HeadYears | undefined
}

/** 項目｜令和元年度～令和4年度の主な取組内容｜令和5年度以降に向けた取組の方向性 */
export interface HeadRow {
  readonly heads: readonly Head[]
  readonly columns: number
}

const longestHead = 40
/** What the words of a head may be in a year whose wording is not known. */
const progressLike =
  /^(?:の|における|まで|中|期間).{0,60}(?:取組|進捗|実績|成果|実施)(?:の?(?:内容|状況|実績|概要|結果|成果|進捗))*$/u
const outlookLike =
  /^(?:以降|以後|からの?|に向け|の?今後).*(?:方向性|方針|予定|取組|内容|展望|見通し)$|(?:方向性|展望|見通し)$/u
/** A row that begins with a number is one of the table's own. */
const numbered = /^[（(]?\s*[0-9０-９①-⑳⑴-⒇]/u

/** The heads of the three columns, where a row prints them; one may be damaged or worded anew if the two others are sure. */
export function headRow(row: Row): HeadRow | undefined {
  if (row.columns < 3 || row.filled.length < 3 || numbered.test(row.filled[0]?.text ?? '')) return undefined
  // Years are looked for only in a row that may be one of heads: every table of every document comes by here.
  if (row.filled.filter(mayBeHead).length < 2) return undefined
  const heads = row.filled.map(headOf)
  const names = heads.flatMap(head => head.name ?? [])
  if (new Set(names).size !== names.length || names.length < 2) return undefined
  return { heads: names.length === 3 ? heads : withThird(heads), columns: row.columns }
}

function mayBeHead({ text }: Filled): boolean {
  if (text.length > longestHead) return false
  const word = compact(text)
  return isItemHead(word) || headWords.test(word)
}

function headOf({ column, span, blocks, text }: Filled): Head {
  const on = joinLines(linesIn(blocks).map(line => line.on))
  const years = headYears(on)
  const name = text.length > longestHead ? undefined : nameOf(compact(text), years)
  return { name, from: column, to: column + span, on, years }
}

function nameOf(text: string, years: HeadYears | undefined): ColumnName | undefined {
  if (isItemHead(text)) return 'item'
  const words = years ? compact(textOf(years.rest)) : text
  if (progressHeads.includes(words) && (years || words !== '取組')) return 'progress'
  if (outlookHeads.includes(words)) return 'outlook'
  if (!years || words.length > 25) return undefined
  if (outlookLike.test(words)) return 'outlook'
  return progressLike.test(words) ? 'progress' : undefined
}

/** Of exactly three heads the one that is not known is what the others leave. */
function withThird(heads: readonly Head[]): Head[] {
  const left = (['item', 'progress', 'outlook'] as const).filter(name => heads.every(head => head.name !== name))
  const isOnly = heads.length === 3 && left.length === 1
  return heads.map(head => (head.name === undefined && isOnly ? { ...head, name: left[0] } : head))
}

/** Whether all three columns are known. */
export const isComplete = ({ heads }: HeadRow): boolean => heads.filter(head => head.name !== undefined).length === 3

/** The head of a column, or undefined where the table has none of that name. */
export const headNamed = ({ heads }: HeadRow, name: ColumnName): Head | undefined =>
  heads.find(head => head.name === name)
