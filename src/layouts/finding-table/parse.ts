import type { Line, PageRange, Pages } from '../../document/model.ts'
import { spansOf } from '../../document/printed.ts'
import type { In } from '../kit/fields.ts'
import type { Parsed } from '../kit/layout.ts'
import { absent, printedOr } from '../kit/leaves.ts'
import { withoutPageNumbers } from '../kit/page-numbers.ts'
import { recordOf } from './body.ts'
import { columnOf } from './cells.ts'
import { readForm } from './read.ts'
import type { HeaderShape, RecordShape } from './record.ts'
import type { Sheet } from './text/cut.ts'
import { columnNotes } from './text/header-row.ts'
import type { Row } from './text/rows.ts'
import { vocabulary } from './words.ts'
import { yearLeaf } from './years.ts'

type Found = Parsed<In<HeaderShape>, In<RecordShape>>

/** The finding table as one document: what stands between the records is taken out first, then each record is parted in cells. */
export const parse = (range: PageRange): Found[] => [withoutPageNumbers(range, vocabulary, parseTable)]

function parseTable(range: PageRange): Found {
  const { sheet, rows } = readForm(range)
  const base = baseOf(range, rows)
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
  }
  const records = rows.map((row, index) => recordOf(row, `/records/${index}`, table))
  return {
    edition: null,
    range,
    header: headerOf(sheet),
    records: records.map(({ body }, index) => ({ pages: pagesOfLines(range, rows[index]?.lines ?? []), body })),
    furniture: [...sheet.furniture, ...records.flatMap(found => found.furniture)],
    notes: [...columnNotes(sheet.headerRows), ...records.flatMap(found => found.notes)],
  }
}

/** In a text every line begins at one margin; on a page each column has its own. */
const baseOf = ({ source }: PageRange, rows: readonly Row[]): number | undefined =>
  source.mediaType === 'text/plain' ? Math.min(...rows.flatMap(row => row.lines.map(line => line.indent))) : undefined

const headerOf = ({ title, attachment }: Sheet): In<HeaderShape> => ({
  title: printedOr(title),
  fiscalYear: title ? yearLeaf(title) : absent,
  attachment: printedOr(attachment),
})

/** The pages that a record stands on. */
function pagesOfLines({ source }: PageRange, lines: readonly Line[]): Pages | null {
  const pages = [lines[0], lines.at(-1)].map(line => {
    const [span] = line ? spansOf(line.on) : []
    return (span && source.places(span)[0]?.page) ?? null
  })
  const [from, to] = pages
  return from == null || to == null ? null : { from, to }
}
