import type { Note, NoteOf } from '../diagnostics/codes.ts'
import type { Place } from '../document/model.ts'
import type { Printed } from '../document/printed.ts'
import type { Parsed } from './kit/layout.ts'

/** How documents differ from the edition they are nearest to. */
export interface EditionDoubt {
  /** Null where they are of no known edition. */
  readonly edition: string | null
  readonly nearest: string
  /** Labels of that edition which are not printed. */
  readonly missing: readonly string[]
  /** Labels that the edition does not have, with the first place of each where it is known. */
  readonly new: readonly { readonly label: string; readonly place: Place | null }[]
  readonly documents: number
}

/** What speaks against the editions of parsed documents, grouped by the labels missing and new; none where nothing does. */
export function editionDoubts(
  documents: readonly Parsed[],
  placeOf: (on: Printed) => Place | null,
): readonly EditionDoubt[] {
  const known = new Map<string, EditionDoubt>()
  for (const { edition, notes = [] } of documents) {
    const found = editionDoubt(edition, notes, placeOf)
    if (!found) continue
    const key = JSON.stringify([edition, found.nearest, found.missing, found.new.map(each => each.label)])
    const same = known.get(key) ?? { ...found, documents: 0 }
    known.set(key, { ...same, documents: same.documents + 1 })
  }
  return [...known.values()]
}

function editionDoubt(
  edition: string | null,
  notes: readonly Note[],
  placeOf: (on: Printed) => Place | null,
): Omit<EditionDoubt, 'documents'> | undefined {
  const unknown = notes.filter((each): each is NoteOf<'EDITION_UNKNOWN'> => each.code === 'EDITION_UNKNOWN')
  const [first] = unknown
  if (!first) return undefined
  const labels = unknown.flatMap(each => each.args.unexpected)
  return {
    edition,
    nearest: first.args.closest,
    missing: [...new Set(unknown.flatMap(each => each.args.missing))],
    new: [...new Set(labels)].map(label => ({ label, place: placeOfLabel(notes, label, placeOf) })),
  }
}

/** A label reported whole may contain the new words: 成果指標１ 令和6年度目安. */
function placeOfLabel(notes: readonly Note[], label: string, placeOf: (on: Printed) => Place | null): Place | null {
  const told = notes.find(each => each.code === 'LABEL_UNKNOWN' && each.args.label.includes(label))
  return told?.on ? placeOf(told.on) : null
}
