import { type Note, note } from '../../diagnostics/codes.ts'
import type { PageRange } from '../../document/model.ts'
import { say } from '../../messages/words.ts'
import { lostHeader } from '../kit/edition-note.ts'
import type { In } from '../kit/fields.ts'
import type { Parsed } from '../kit/layout.ts'
import { withoutPageNumbers } from '../kit/page-numbers.ts'
import { headerOf } from './body/header.ts'
import { type BodyFound, bodiesOf } from './body/records.ts'
import { rowsOf } from './cells/rows.ts'
import { type Lead, leadOf } from './page/lead.ts'
import { Reading } from './page/reading.ts'
import type { HeaderShape, RecordShape } from './record.ts'
import { vocabulary } from './words/index.ts'

type Found = Parsed<In<HeaderShape>, In<RecordShape>>

/** The progress table as one document: its rows are gathered into initiatives first, then each cell is read. */
export const parse = (range: PageRange): Found[] => [withoutPageNumbers(range, vocabulary, parseTable)]

function parseTable(range: PageRange): Found {
  const isInline = range.source.mediaType === 'text/plain'
  const reading = new Reading(rowsOf(range))
  const lead = leadOf(reading.above)
  const head = headerOf(reading.heads, lead)
  const bodies = bodiesOf(reading.initiatives.found, isInline)
  return {
    edition: null,
    range,
    header: head.header,
    records: bodies.map(({ pages, body }) => ({ pages, body })),
    furniture: [...reading.furniture, ...head.furniture, ...bodies.flatMap(found => found.furniture)],
    notes: [...leadNotes(range, lead), ...head.notes, ...bodies.flatMap(shortRows)],
  }
}

const leadNotes = (range: PageRange, { lead }: Lead): Note[] =>
  lead.kind === 'absent' ? lostHeader(range, '「…」掲載の個別取組（全…項目）', '「…」掲載の個別取組（全…項目）') : []

/** A converter that leaves out a cell moves those behind it to the left. */
const shortRows = ({ isShort }: BodyFound, index: number): Note[] =>
  isShort
    ? (['progress', 'outlook'] as const).map(list =>
        note('ARRANGEMENT_DOUBTED', { what: lostCell }, { pointer: `/records/${index}/${list}` }),
      )
    : []

const lostCell = say('FEWER_CELLS')
