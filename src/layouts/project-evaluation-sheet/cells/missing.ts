import type { Note } from '../../../diagnostics/codes.ts'
import type { Line } from '../../../document/model.ts'
import { editionNote } from '../../kit/edition-note.ts'
import { type KnownEdition, missingLabel, missingLabels } from '../words/edition.ts'
import { moneyUnits } from '../words/units.ts'
import type { Slot } from './labels/slots.ts'

/**
 * What the sheet lacks of its edition and what it has besides. Each field whose label is not printed has its note; a new label or
 * option is told once for the sheet, beside what is missing, as the form may have been renamed.
 */
export function editionNotes(edition: KnownEdition, slots: readonly Slot[], newWords: readonly string[]): Note[] {
  const labels = slots.filter(isPrintedWhole).flatMap(slot => slot.head.label ?? [])
  const missed = missingLabels(edition, labels, 'page')
  if (newWords.length + edition.notes.length === 0) return missed
  const missing = unique([...edition.notes, ...missed].flatMap(each => unknownOf(each)?.missing ?? []))
  const marks = edition.notes.flatMap(each => unknownOf(each)?.unexpected ?? [])
  const unexpected = unique([...marks, ...newWords])
  return [editionNote({ closest: edition.closest.id, missing, unexpected }), ...missed]
}

const unknownOf = (each: Note) => (each.code === 'EDITION_UNKNOWN' ? each.args : undefined)

const unique = (words: readonly string[]): string[] => [...new Set(words)]

/** Without an amount the costs are missing as a whole; without （単位：千円） nothing on the page says what the amounts count; the edition is known by its other words. */
export function unitNotes({ closest }: KnownEdition, costs: readonly unknown[], lines: readonly Line[]): Note[] {
  if (costs.length === 0) return [missingLabel(closest, '事業費', 'costs')]
  return moneyUnits(lines).length > 0 ? [] : [missingLabel(closest, '（単位：千円）', 'costs')]
}

/** 事業内容 beside a block of other labels is none of its own. */
const isPrintedWhole = ({ head, values }: Slot): boolean => head.label?.printed !== '事業内容' || values.length > 0
