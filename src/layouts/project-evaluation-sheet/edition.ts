import { type Note, note } from '../../diagnostics/codes.ts'
import type { Line } from '../../document/model.ts'
import { textOf } from '../../document/printed.ts'
import { compact } from '../../normalise/whitespace.ts'
import { allLabels, cellLabelsOf, type Label, labelsOf } from './labels.ts'
import { type Edition, type EditionId, editions } from './old-editions.ts'
import { bookOf, type LabelBook } from './words/label-lines.ts'
import { isKind } from './words/token.ts'
import { tokensOf } from './words/tokens.ts'

/** Which edition of the form some lines are, and what speaks for or against it. */
export interface KnownEdition {
  /** Null where nothing only one edition prints is there, or what several print. */
  readonly id: EditionId | null
  /** The edition by whose labels the sheet is read. */
  readonly closest: Edition
  readonly book: LabelBook
  readonly notes: readonly Note[]
}

const books = new Map(editions.map(edition => [edition.id, bookOf(labelsOf(edition.id), cellLabelsOf(edition.id))]))
/** The labels of all editions. */
export const wholeBook = bookOf(allLabels)

/** The edition whose own words the lines print, most of them first. */
export function editionOf(lines: readonly Line[]): KnownEdition {
  const printed = new Set(
    tokensOf(wholeBook, lines).flatMap(token => {
      if (isKind('label')(token)) return [compact(token.label.printed)]
      return token.kind === 'section' ? [compact(textOf(token.on))] : []
    }),
  )
  const isPrinted = (mark: string) => printed.has(compact(mark))
  const found = editions
    .map(edition => ({ edition, marks: edition.marks.filter(isPrinted) }))
    .sort((a, b) => b.marks.length / b.edition.marks.length - a.marks.length / a.edition.marks.length)
  const [{ edition: closest, marks }, ...others] = found as [(typeof found)[number], ...typeof found]
  const unexpected = others.flatMap(other => other.marks)
  const isKnown = marks.length > 0 && unexpected.length === 0
  const missing = closest.marks.filter(mark => !isPrinted(mark))
  return {
    id: isKnown ? closest.id : null,
    closest,
    book: books.get(closest.id) as LabelBook,
    notes: isKnown ? [] : [note('EDITION_UNKNOWN', { closest: closest.id, missing, unexpected })],
  }
}

/** A label that every sheet of the edition prints and this one lacks: what stands beside it is lost, or in another field. */
export function missingLabels({ closest, book }: KnownEdition, labels: readonly Label[]): Note[] {
  const fields = new Set(labels.flatMap(label => label.field ?? []))
  return closest.always
    .filter(({ field }) => !fields.has(field))
    .map(({ field, pointer }) => {
      const label = [...book.byWord.values()].find(each => each.field === field)?.printed ?? field
      const args = { closest: closest.id, missing: [label], unexpected: [] }
      return note('EDITION_UNKNOWN', args, { pointer: `/records/0/${pointer}`, expected: label })
    })
}
