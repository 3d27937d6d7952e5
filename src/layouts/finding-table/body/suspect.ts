import type { Note } from '../../../diagnostics/codes.ts'
import { type Printed, textOf } from '../../../document/printed.ts'
import { say, type Words } from '../../../messages/words.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { doubted, suspect, suspicion } from '../../kit/doubts.ts'
import type { In } from '../../kit/fields.ts'
import { type Leaf, printed } from '../../kit/leaves.ts'
import { isUnitName } from '../cells/units.ts'
import type { Legend } from '../page/legend.ts'
import type { RecordShape } from '../record.ts'
import { isCleanName } from '../text/organisations.ts'
import { isUnfinished } from '../text/timing.ts'

/** Every text of a record that may not be in its place. */
export function doubtedRecord(body: In<RecordShape>, why: Words): In<RecordShape> {
  const { no, timing } = body
  const { fiscalYear } = timing
  const all = doubted(body, why)
  return { ...all, no, timing: { ...all.timing, fiscalYear } }
}

/** The cells of prose, of which no form says where they end; as they are where there is no doubt. */
export function doubtedTexts(body: In<RecordShape>, why: Words | undefined): In<RecordShape> {
  return why === undefined
    ? body
    : { ...body, finding: suspect(body.finding, why), response: suspect(body.response, why) }
}

/** 生涯学習部学校教育部: two names on one line, or one. */
const twoNames = /(?:^|\n)[^\n部局課]*[部局課].{2,}[部局課]$/u

/** The name of a unit; what does not end as such names do is to be checked. */
export function unitLeaf(on: Printed): Leaf {
  if (!isCleanName(textOf(on)) && !isUnitName(textOf(on)))
    return printed(on, [suspicion(on, say('NOT_ENDING_AS_UNIT'))])
  return twoNames.test(textOf(on)) ? printed(on, [suspicion(on, say('MAYBE_TWO_UNITS'))]) : printed(on)
}

export const unfinishedNotes = (text: Printed): Note[] =>
  isUnfinished(text) ? [suspicion(text, say('SENTENCE_OPEN'))] : []

/** A timing that says something else than the legend does for its letter. */
export function legendNotes(category: Printed | undefined, text: Printed, legend: Legend): Note[] {
  const entry = category && legend.find(({ letter }) => letter === textOf(category))
  if (!category || legend.length === 0 || (entry && compact(textOf(entry.on)) === compact(textOf(text)))) return []
  const why = say(entry ? 'LEGEND_SAYS_OTHERWISE' : 'LEGEND_HAS_NO', { category: textOf(category) })
  return [suspicion(text, why, { suggestion: entry ? textOf(entry.on) : null })]
}
