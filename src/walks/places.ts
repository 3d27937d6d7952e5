import type { PageRange, Pages, Place, SourceDocument } from '../document/model.ts'
import { type Printed, type Span, spansOf, startOf } from '../document/printed.ts'
import type { Parsed } from '../layouts/kit/layout.ts'
import { answersOf, printedOf } from '../layouts/kit/leaves.ts'
import { type Evaluated, printedWhole } from './evaluate.ts'
import { recordNoOf } from './record-no.ts'

/** The places of printed text, one a printed line, in reading order. */
const placesOf = (source: SourceDocument, on: Printed): Place[] => spansOf(on).flatMap(span => source.places(span))

/** Where printed text begins, or null where there is none or the source does not hold it. */
export const firstPlace = (source: SourceDocument, on: Printed | undefined): Place | null =>
  (on && placesOf(source, on)[0]) ?? null

/** The places that a person looked at for a value that is theirs; where nothing is printed, a place of no page. */
const handPlaces = (printed: readonly Place[]): Place[] =>
  (printed.length > 0 ? printed : [{ page: null, line: null, offset: null, bbox: null }]).map(place => ({
    ...place,
    byHand: true,
  }))

/** The places of every value that is printed somewhere, by JSON Pointer; each of any number of answers also under its own. */
export function provenance(source: SourceDocument, leaves: readonly Evaluated[]): { [pointer: string]: Place[] } {
  const places: { [pointer: string]: Place[] } = {}
  for (const { pointer, leaf, field, byHand } of leaves) {
    const printed = printedOf(leaf).flatMap(on => placesOf(source, on))
    const found = byHand === undefined || byHand === 'accepted' ? printed : handPlaces(printed)
    if (found.length > 0) places[pointer] = found
    if (field.answers !== 'many') continue
    for (const [index, ons] of answersOf(leaf).entries())
      places[`${pointer}/${index}`] = ons.flatMap(on => placesOf(source, on))
  }
  return places
}

/**
 * The values whose places are told: all, or those without which the rows of tables would not know their pages. What is in a record of one
 * page is there, unless an item of its lists is elsewhere, as a heading of several records on the page before.
 */
export function toPlace(
  leaves: readonly Evaluated[],
  which: true | 'rows',
  { records, range }: Parsed,
): readonly Evaluated[] {
  if (which !== 'rows') return leaves
  const spans = records.map(({ pages }) => spansOfPage(range, pages))
  const isOn = ([from, to]: Span, at: number) => at < 0 || (from <= at && at < to)
  const kept = new Set<number | null>([null])
  for (const leaf of leaves) {
    const recordNo = recordNoOf(leaf.pointer)
    const own = recordNo === null ? [] : (spans[recordNo - 1] ?? [])
    const isElsewhere = !own.some(span => isOn(span, startOf(printedWhole(leaf))))
    if (own.length === 0 || (isElsewhere && ofListInRecord.test(leaf.pointer))) kept.add(recordNo)
  }
  return leaves.filter(({ pointer }) => kept.has(recordNoOf(pointer)))
}

/** Only items of lists have rows of their own: /records/0/points/1/text. */
const ofListInRecord = /^\/records\/\d+\/.*\/\d+(?:\/|$)/u

/** The characters of the page that a record is on; of a record on several pages none, of one without pages all. */
function spansOfPage({ pages }: PageRange, on: Pages | null): Span[] {
  if (on === null) return [[0, Number.POSITIVE_INFINITY]]
  if (on.from < on.to) return []
  return pages.flatMap(({ number, span }) => (number === on.from ? [span] : []))
}
