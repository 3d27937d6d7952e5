import { type Note, note } from '../../../diagnostics/codes.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { isList } from '../../kit/fields.ts'
import { record } from '../record.ts'
import { bookFor, type LabelBook } from './book.ts'
import type { Edition } from './editions.ts'
import { form } from './form.ts'
import type { Label } from './rows.ts'

/** Which edition of the form a sheet is, and what speaks for or against it. */
export interface KnownEdition {
  /** Null where nothing that tells editions apart is printed, or what no edition prints together. */
  readonly id: string | null
  /** The edition by whose labels the sheet is read. */
  readonly closest: Edition
  readonly book: LabelBook
  readonly notes: readonly Note[]
}

/** The edition that a sheet is, from the words of labels and headings on it, without spaces. */
export function editionOf(printed: ReadonlySet<string>): KnownEdition {
  const { closest, isKnown, missing, unexpected } = closestOf(form.editions, printed)
  return {
    id: isKnown ? closest.id : null,
    closest,
    book: bookFor(closest),
    notes: isKnown ? [] : [note('EDITION_UNKNOWN', { closest: closest.id, missing, unexpected })],
  }
}

/** How well an edition fits what is printed. */
interface Fit {
  readonly closest: Edition
  /** The part of its marks that is printed, from 0 to 1. */
  readonly share: number
  readonly missing: readonly string[]
  /** Marks of other editions. */
  readonly unexpected: readonly string[]
}

/**
 * The edition that fits best. It is known where it is the only one that prints all the marks that are there; of editions that have
 * them all, the one that lacks none of its own.
 */
export function closestOf(editions: readonly Edition[], printed: ReadonlySet<string>): Fit & { isKnown: boolean } {
  const marks = new Set(editions.flatMap(edition => edition.marks))
  const found = [...marks].filter(mark => printed.has(compact(mark)))
  const fits = editions.map(edition => fitOf(edition, found))
  const explaining = fits.filter(fit => fit.share > 0 && fit.unexpected.length === 0)
  const whole = explaining.filter(fit => fit.missing.length === 0)
  const [known, ...rivals] = explaining.length > 1 ? whole : explaining
  if (known && rivals.length === 0) return { ...known, isKnown: true }
  const [best] = fits.sort((a, b) => b.share - a.share || a.unexpected.length - b.unexpected.length)
  return { ...(best as Fit), isKnown: false }
}

function fitOf(edition: Edition, found: readonly string[]): Fit {
  const missing = edition.marks.filter(mark => !found.includes(mark))
  const unexpected = found.filter(mark => !edition.marks.includes(mark))
  return { closest: edition, share: 1 - missing.length / Math.max(1, edition.marks.length), missing, unexpected }
}

/**
 * The labels that every sheet of the edition prints and this one lacks: what is beside them is lost, or in another field. A text
 * may lack heads and choices that the page has; it is asked for the others alone.
 */
export function missingLabels({ closest }: KnownEdition, labels: readonly Label[], on: 'page' | 'text'): Note[] {
  const fields = new Set(labels.map(label => label.field))
  const words = new Set(labels.map(label => label.printed))
  const texts = closest.always.filter(isKeptInText).filter(label => !fields.has(label.field))
  const others = closest.always.filter(label => !isKeptInText(label) && !words.has(label.printed))
  return [...texts, ...(on === 'page' ? others : [])].map(label =>
    missingLabel(closest, label.printed, pointerOf(label)),
  )
}

const keptInText: readonly Label['kind'][] = ['prose', 'amounts', 'saving', 'year']
const isKeptInText = ({ kind }: Label): boolean => keptInText.includes(kind)

/** A label that is missing, with the pointer of what is beside it, from the record on. */
export const missingLabel = (closest: Edition, label: string, pointer: string): Note =>
  note(
    'EDITION_UNKNOWN',
    { closest: closest.id, missing: [label], unexpected: [] },
    { pointer: `/records/0/${pointer}`, expected: label },
  )

/** Where all that is beside a label is in the record: `nextYear/project` for a choice and its text; of a list, the list. */
export function pointerOf({ field, choices }: Label): string {
  const [first = [], ...others] = [...(field ? [field] : []), ...choices.map(each => each.field)].map(path =>
    path.split('.'),
  )
  const shared = first.findIndex((step, at) => !others.every(other => other[at] === step))
  const [top = '', ...steps] = shared < 0 ? first : first.slice(0, shared)
  const isOfList = Object.entries(record).some(([key, shape]) => key === top && isList(shape))
  return (isOfList ? [top] : [top, ...steps]).join('/')
}
