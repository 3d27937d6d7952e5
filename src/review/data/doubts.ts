import type { Diagnostic } from '../../diagnostics/codes.ts'
import type { Doc } from '../../envelope.ts'
import { askOf } from '../../walks/decisions/asking.ts'
import { readingAt } from '../../walks/decisions/reading.ts'
import type { Doubt } from '../view/review.ts'
import { placeOf } from './fields.ts'

/** A document told in each language of the page. */
export interface ToldDoc {
  readonly ja: Doc
  readonly en: Doc
}

/** What is said of a document, what asks for a decision first, each kind in the order of the output. */
export function doubtsOf({ ja, en }: ToldDoc): Doubt[] {
  const doubts = en.diagnostics.map((each, index) => doubtOf(each, ja.diagnostics[index]?.message ?? each.message, en))
  return [...doubts.filter(({ isOpen }) => isOpen), ...doubts.filter(({ isOpen }) => !isOpen)]
}

/** How many pointers ask for a decision; what is about no value counts by itself. */
export function countOpen(diagnostics: readonly Diagnostic[]): number {
  const open = diagnostics.filter(isOpen)
  const pointers = new Set(open.flatMap(({ pointer }) => pointer ?? []))
  return pointers.size + open.filter(({ pointer }) => pointer === null).length
}

const isOpen = ({ severity }: Diagnostic): boolean => severity !== 'info'

const doubtOf = (diagnostic: Diagnostic, ja: string, doc: Doc): Doubt => ({
  code: diagnostic.code,
  ask: askOf(diagnostic),
  severity: diagnostic.severity,
  isOpen: isOpen(diagnostic),
  message: { ja, en: diagnostic.message },
  pointer: diagnostic.pointer,
  read: diagnostic.pointer === null ? (diagnostic.actual ?? null) : readingAt(doc, diagnostic.pointer),
  place: diagnostic.place && placeOf(diagnostic.place),
  expected: diagnostic.expected ?? null,
  actual: diagnostic.actual ?? null,
  related: diagnostic.related.map(({ pointer, place, value }) => ({ pointer, place: place && placeOf(place), value })),
})
