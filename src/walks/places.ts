import type { Place, SourceDocument } from '../document/model.ts'
import { type Printed, spansOf } from '../document/printed.ts'
import { answersOf, printedOf } from '../layouts/kit/leaves.ts'
import type { Evaluated } from './evaluate.ts'

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
