import type { PageRange } from '../../document/model.ts'
import type { Printed } from '../../document/printed.ts'
import { match } from '../../document/printed.ts'
import type { Evidence } from '../layout.ts'
import { isCodeLine } from './code.ts'
import { cutSheet, type Sheet } from './cut.ts'
import { findHeads, type Head } from './heads.ts'
import { isTiming } from './timing.ts'
import { columns } from './vocabulary.ts'

/**
 * The marks of the finding table. Required is what no other document has together: findings of the committee, records that begin
 * with NO, bureau, division and measure code, and their timings. Minutes speak of the findings but have no such records; a budget
 * has records but no timings. As many codes as records are required too: where a converter read the page by columns, the codes
 * stand apart from the records, and nothing could be read that is sure.
 */
export function recognise(range: PageRange): Evidence[] {
  const sheet = cutSheet(range)
  const heads = findHeads(sheet.lines)
  const [first] = heads
  const timings = sheet.lines.slice(first?.line ?? sheet.lines.length).filter(isTiming)
  const codes = sheet.lines.filter(isCodeLine)
  const fits = inStep(heads.length, codes.length) && inStep(heads.length, timings.length)
  return [
    required('指摘事項 in the title or as a column', findingsWord(sheet)),
    required('a record: NO, 局, 所管部, 施策 (1 ○○局 ○○部 2-2)', first && topOf(sheet, first)),
    required('取組の実施時期 of a record (A:…)', timings[0]?.on),
    required('as many records as codes and timings', fits && first ? topOf(sheet, first) : undefined),
    { marker: 'the title (行政評価委員会 指摘事項 …)', required: false, found: sheet.title },
    {
      marker: `three of the column heads (${Object.keys(columns).join(' ')})`,
      required: false,
      found: columnHeads(sheet),
    },
  ]
}

const required = (marker: string, found: Printed | undefined): Evidence => ({ marker, required: true, found })

const columnHeads = ({ headerRows }: Sheet): Printed | undefined => headerRows[0]?.heads[0]?.on

const findingsWord = ({ title, headerRows }: Sheet): Printed | undefined =>
  headerRows.flatMap(row => row.heads).find(head => head.name === '指摘事項')?.on ??
  (title && match(title, /指摘(?:事項|内容)/du)?.whole)

const topOf = ({ lines }: Sheet, { line }: Head): Printed | undefined => lines[line]?.on

/** Marks that nearly every record has once; where there are more of them than records, the columns have run into each other. */
const inStep = (records: number, marks: number): boolean =>
  marks - records <= (records > 1 ? Math.max(1, records * 0.25) : 0)

/** How many lines the end of a last response may fill on a page of its own. */
const shortPage = 15

/** A page goes on the table where it shows a mark of one, or is the end of a response and no more. */
export function continues(page: PageRange): boolean {
  const { lines, title, headerRows } = cutSheet(page)
  return (
    title !== undefined ||
    headerRows.length > 0 ||
    lines.some(isTiming) ||
    lines.length <= shortPage ||
    findHeads(lines).length > 0
  )
}
