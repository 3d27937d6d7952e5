import { type Note, note } from '../../diagnostics/codes.ts'
import type { Line, PageRange, Pages } from '../../document/model.ts'
import { spansOf, textOf } from '../../document/printed.ts'
import { say } from '../../messages/words.ts'
import { lostHeader } from '../kit/edition-note.ts'
import type { In } from '../kit/fields.ts'
import type { Parsed } from '../kit/layout.ts'
import { absent, printedOr } from '../kit/leaves.ts'
import { withoutPageNumbers } from '../kit/page-numbers.ts'
import { columnOf } from './body/cells.ts'
import { type LackName, neverPrinted } from './body/missing.ts'
import { readForm } from './body/read.ts'
import { recordOf } from './body/records.ts'
import { yearLeaf } from './body/years.ts'
import type { Sheet } from './page/cut.ts'
import { columnNotes } from './page/header-row.ts'
import type { HeaderShape, RecordShape } from './record.ts'
import type { Row } from './text/rows.ts'
import { vocabulary } from './words/index.ts'

type Found = Parsed<In<HeaderShape>, In<RecordShape>>

/** The finding table as one document: what is between the records is taken out first, then each record is parted in cells. */
export const parse = (range: PageRange): Found[] => [withoutPageNumbers(range, vocabulary, parseTable)]

function parseTable(range: PageRange): Found {
  const { sheet, rows } = readForm(range)
  const base = baseOf(range, rows)
  const never = neverOf(range, sheet, rows)
  const table = {
    findings: columnOf(
      rows.map(row => row.upper.finding ?? []),
      base,
    ),
    responses: columnOf(
      rows.map(row => row.response ?? []),
      base,
    ),
    legend: sheet.legend,
    never,
  }
  const records = rows.map((row, index) => recordOf(row, `/records/${index}`, table))
  return {
    edition: null,
    range,
    header: headerOf(sheet),
    records: records.map(({ body }, index) => ({ pages: pagesOfLines(range, rows[index]?.lines ?? []), body })),
    furniture: [...sheet.furniture, ...records.flatMap(found => found.furniture)],
    notes: [
      ...titleNotes(range, sheet),
      ...columnNotes(sheet.headerRows, rows.every(row => row.cells) ? 'cells' : 'lines', never),
      ...records.flatMap(found => found.notes),
      ...movedResponses(rows),
    ],
  }
}

/** Where a text prints the last column behind the rows, nothing shows to which of them a response belongs. */
function movedResponses(rows: readonly Row[]): Note[] {
  const isLost = ({ cells, response }: Row) => !cells && (response ?? []).length === 0
  const last = rows.at(-1)
  const others = rows.slice(0, -1)
  // One record without a response is told by itself; where half of them lack theirs, the column is elsewhere.
  const isMoved = others.some(isLost) && 2 * others.filter(isLost).length >= others.length
  if (!last?.response?.length || last.cells || !isMoved) return []
  const what = say('RESPONSES_MOVED')
  return [note('ARRANGEMENT_DOUBTED', { what }, { pointer: '/records' })]
}

/** In a text every line begins at one margin; on a page each column has its own. */
const baseOf = ({ source }: PageRange, rows: readonly Row[]): number | undefined =>
  source.mediaType === 'text/plain' ? Math.min(...rows.flatMap(row => row.lines.map(line => line.indent))) : undefined

const headerOf = ({ title, attachment }: Sheet): In<HeaderShape> => ({
  title: printedOr(title),
  fiscalYear: title ? yearLeaf(title) : absent,
  attachment: printedOr(attachment),
})

/** What the document does not print; of a table that its paper cuts off nobody knows it. */
function neverOf({ pages }: PageRange, { headerRows }: Sheet, rows: readonly Row[]): LackName[] {
  const isCut = pages.some(({ blocks }) => blocks.some(block => block.kind === 'table' && block.cutAt))
  return isCut ? [] : neverPrinted(rows, new Set(headerRows.flatMap(row => row.heads.map(head => head.name))))
}

/** A line above the table may be the title, in words that no other had. */
function titleNotes(range: PageRange, { title, untitled = [] }: Sheet): Note[] {
  const [line] = untitled
  if (title) return []
  if (!line) return lostHeader(range, '指摘事項', '表題')
  const args = { field: '表題', expected: say('FINDING_TITLE'), printed: textOf(line.on) }
  return [note('FIELD_UNREADABLE', args, { pointer: '/header', on: line.on, expected: args.expected })]
}

/** The pages that a record is on. */
function pagesOfLines({ source }: PageRange, lines: readonly Line[]): Pages | null {
  const pages = [lines[0], lines.at(-1)].map(line => {
    const [span] = line ? spansOf(line.on) : []
    return (span && source.places(span)[0]?.page) ?? null
  })
  const [from, to] = pages
  return from == null || to == null ? null : { from, to }
}
