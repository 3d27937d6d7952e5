import type { PageRange } from '../../document/model.ts'
import type { Printed } from '../../document/printed.ts'
import { match } from '../../document/printed.ts'
import { tableRowsOf } from '../../document/table/pieces.ts'
import { say } from '../../messages/words.ts'
import { required, usual } from '../kit/evidence.ts'
import type { Evidence } from '../kit/layout.ts'
import { type Form, readForm } from './body/read.ts'
import { form } from './cells/form.ts'
import { cutSheet, type Sheet } from './page/cut.ts'
import { isCodeLine } from './text/code.ts'
import { findHeads } from './text/heads.ts'
import type { Row } from './text/rows.ts'
import { isTiming, timingLetter } from './text/timing.ts'
import { columns } from './words/index.ts'

/**
 * The marks of the finding table. Required is what no other document has together: findings of the committee, records that begin
 * with NO, bureau, division and measure code, and their timings. Minutes speak of the findings but have no such records; a budget
 * has records but no timings. As many codes as records are required too: where a converter read the page by columns, the codes
 * are apart from the records, and nothing could be read that is sure.
 */
export function recognise(range: PageRange): Evidence[] {
  const form = readForm(range)
  const { sheet } = form
  const marks = form.rows.some(row => row.cells) ? marksOfCells(form) : marksOfLines(form)
  return [
    required(say('MARK_FINDINGS'), findingsWord(sheet)),
    required(say('MARK_RECORD'), marks.record),
    required(say('MARK_TIMING'), marks.timing),
    required(say('MARK_AS_MANY'), marks.fits ? marks.record : undefined),
    usual(say('MARK_FINDING_TITLE'), sheet.title),
    usual(say('MARK_THREE_HEADS', { heads: Object.keys(columns) }), columnHeads(sheet)),
  ]
}

interface Marks {
  readonly record: Printed | undefined
  readonly timing: Printed | undefined
  readonly fits: boolean
}

function marksOfLines({ sheet: { lines } }: Form): Marks {
  const heads = findHeads(lines)
  const [first] = heads
  const timings = lines.slice(first?.line ?? lines.length).filter(isTiming)
  const codes = lines.filter(isCodeLine)
  const fits = inStep(heads.length, codes.length) && inStep(heads.length, timings.length)
  return { record: first && lines[first.line]?.on, timing: timings[0]?.on, fits }
}

/** In cells the columns are known by their heads, so one record with a unit or a code will do; a missing column may be the timings'. */
function marksOfCells({ sheet, rows }: Form): Marks {
  const records = rows.filter(isRecord)
  const timing = records.flatMap(row => row.timing?.filter(timingLetter) ?? [])[0]
  const isHeaded = new Set(sheet.headerRows.flatMap(row => row.heads.map(head => head.name))).size >= leastHeads
  return {
    record: records[0]?.lines[0]?.on,
    timing: timing?.on ?? (isHeaded ? columnHeads(sheet) : undefined),
    fits: records.length * 2 >= rows.length,
  }
}

const leastHeads = 5

/** Three of the marks that begin a record, or its number, a unit and what its long columns say. */
function isRecord({ head: { no, organisations, hasCode }, upper, response }: Row): boolean {
  const { bureaus, divisions } = organisations
  const marks = [no !== undefined, bureaus.length > 0, divisions.length > 0, hasCode].filter(Boolean).length
  const isFull = [upper.finding, response].every(lines => lines && lines.length > 0)
  return marks >= 3 || (marks === 2 && isFull)
}

const columnHeads = ({ headerRows }: Sheet): Printed | undefined => headerRows[0]?.heads[0]?.on

const findingsWord = ({ title, headerRows }: Sheet): Printed | undefined =>
  headerRows.flatMap(row => row.heads).find(head => head.name === '指摘事項')?.on ??
  (title && match(title, /指摘(?:事項|内容)/du)?.whole)

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
    findHeads(lines).length > 0 ||
    tableRowsOf(page.pages, form) !== undefined ||
    isCutRow(page)
  )
}

/** Nothing but a table as wide as the form's, of one row: what a page break left of a record. */
const isCutRow = ({ pages }: PageRange): boolean =>
  pages
    .flatMap(page => page.blocks)
    .some(block => block.kind === 'table' && block.rows === 1 && block.columns === Object.keys(columns).length)
