import type { Note } from '../../../diagnostics/codes.ts'
import { say } from '../../../messages/words.ts'
import { mapLeaves, suspicion } from '../../kit/doubts.ts'
import type { In } from '../../kit/fields.ts'
import { type Leaf, open } from '../../kit/leaves.ts'
import type { RecordShape } from '../record.ts'
import type { Row } from '../text/rows.ts'
import type { ColumnName } from '../words/index.ts'

const asMixed = (leaf: Leaf): Leaf => (leaf.kind === 'printed' ? open([leaf.on], say('UNPARTED_FROM_RECORD')) : leaf)

/** A record some of whose columns hold the text of others too: nothing of them is a value. */
export function mixedRecord(body: In<RecordShape>, mixed: ReadonlySet<ColumnName> | undefined): In<RecordShape> {
  if (!mixed || mixed.size === 0) return body
  const unless = <T>(column: ColumnName, found: T): T => (mixed.has(column) ? mapLeaves(found, asMixed) : found)
  return {
    no: body.no,
    bureaus: unless('局', body.bureaus),
    divisions: unless('所管部', body.divisions),
    measure: unless('施策', body.measure),
    project: unless('指摘対象', body.project),
    finding: unless('指摘事項', body.finding),
    timing: unless('取組の実施時期', body.timing),
    response: unless('今後の取組の方向性', body.response),
    // Of a row that is mixed as a whole.
    other: unless('NO', body.other),
  }
}

/** On a row that only a blank stretch parts from its neighbours. */
export const blankNotes = ({ byBlank: isSo, head: { no } }: Row, at: string): Note[] =>
  isSo && no ? [{ ...suspicion(no, say('PARTED_BY_BLANK')), pointer: at }] : []
