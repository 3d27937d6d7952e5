import type { Doc, Failure, Result } from '../../envelope.ts'
import { toldDoc, toldFailure } from '../../told.ts'
import { Numbering } from '../../walks/decisions/about.ts'
import type { Failed, Listed, Review, ReviewDocument, ReviewPage, ReviewText } from '../view/review.ts'
import { countOpen, doubtsOf } from './doubts.ts'
import { type Form, fieldsOf, placeOf } from './fields.ts'

/** What is to be seen of a source: its pages, or of a text its characters. */
export interface Seen {
  readonly pages: readonly ReviewPage[]
  readonly text: string | null
}

/** A document of a result, and its number among those of the source on the same pages. */
export interface Numbered {
  readonly doc: Doc
  readonly no: number
}

/**
 * The review of some results, which hold provenance. What their sentences are made of is best still in them: then the page tells them in
 * both languages.
 */
export function reviewOf(
  results: readonly Result[],
  forms: readonly Form[],
  seenOf: (doc: Doc) => Seen | Promise<Seen>,
): Review {
  const numbered = results.flatMap(numberedIn)
  return {
    key: keyOf(results),
    documents: numbered.map(({ doc }) => listedOf(doc, forms)),
    failures: results.flatMap(({ failures }) => failures.map(failedOf)),
    open: async index => {
      const each = numbered[index]
      if (!each) throw new RangeError(`no document ${index}`)
      return reviewDocumentOf(each, forms, await seenOf(each.doc))
    },
  }
}

/** The documents of one source with their numbers. */
export function numberedIn({ documents }: Result): Numbered[] {
  const numbering = new Numbering()
  return documents.map(doc => ({ doc, no: numbering.add(doc.source.pages) }))
}

/** Names the sources, in their order. */
export const keyOf = (results: readonly Result[]): string =>
  results.map(({ input }) => input?.sha256.slice(0, 8) ?? '').join('')

/** A document as the list shows it. */
export function listedOf(doc: Doc, forms: readonly Form[]): Listed {
  const { source, verdict, coverage } = doc
  return {
    name: nameOf(doc),
    form: formOf(doc, forms).title,
    pages: source.pages,
    grade: verdict.grade,
    doubts: countOpen(doc.diagnostics),
    byHand: (doc.decisions ?? []).length,
    coverage: coverage.ratio,
  }
}

/** A document as it is reviewed. */
export function reviewDocumentOf({ doc, no }: Numbered, forms: readonly Form[], seen: Seen): ReviewDocument {
  const { source, verdict, coverage } = doc
  const told = { ja: toldDoc(doc, 'ja'), en: toldDoc(doc, 'en') }
  const [ja, en] = [told.ja.verdict.reasons, told.en.verdict.reasons]
  const unclaimed = coverage.unclaimedTexts.map(({ text, place }) => ({ text, place: placeOf(place) }))
  const fields = fieldsOf(doc, formOf(doc, forms))
  const isOwn = ({ number }: ReviewPage) => !source.pages || (source.pages.from <= number && number <= source.pages.to)
  return {
    name: nameOf(doc),
    source: { ...source, no },
    grade: verdict.grade,
    reasons: en.map(({ message }, index) => ({ ja: ja[index]?.message ?? message, en: message })),
    coverage: coverage.ratio,
    fields,
    doubts: doubtsOf(told),
    unclaimed,
    pages: seen.pages.filter(isOwn),
    text:
      seen.text === null
        ? null
        : partOf(seen.text, [...fields.flatMap(({ places }) => places), ...unclaimed.map(({ place }) => place)]),
  }
}

const nameOf = ({ source }: Doc): string => source.path.slice(source.path.lastIndexOf('/') + 1)

function formOf({ layout }: Doc, forms: readonly Form[]): Form {
  const form = forms.find(({ id }) => id === layout)
  if (!form) throw new RangeError(`no layout ${layout}`)
  return form
}

/** The lines of a text from the first place to the last. */
function partOf(text: string, places: ReviewDocument['fields'][number]['places']): ReviewText {
  const spans = places.flatMap(({ span }) => (span ? [span] : []))
  if (spans.length === 0) return { from: 0, text }
  const first = spans.reduce((least, [from]) => Math.min(least, from), text.length)
  const last = spans.reduce((most, [, to]) => Math.max(most, to), 0)
  const from = text.lastIndexOf('\n', first - 1) + 1
  const end = text.indexOf('\n', last)
  return { from, text: text.slice(from, end < 0 ? text.length : end) }
}

/** What could not be read, as the page shows it. */
export const failedOf = (failure: Failure): Failed => ({
  path: failure.path,
  code: failure.code,
  message: { ja: toldFailure(failure, 'ja').message, en: toldFailure(failure, 'en').message },
})
