import type { Place, SourceDocument } from '../document/model.ts'
import { type Printed, spansOf } from '../document/printed.ts'
import { printedOf } from '../layouts/leaves.ts'
import type { Evaluated } from './evaluate.ts'

/** The places of printed text, one a printed line, in reading order. */
export const placesOf = (source: SourceDocument, on: Printed): Place[] =>
  spansOf(on).flatMap(span => source.places(span))

export const firstPlace = (source: SourceDocument, on: Printed | undefined): Place | null =>
  (on && placesOf(source, on)[0]) ?? null

/** The places of every value that is printed somewhere, by JSON Pointer; each answer of a choice also under its own. */
export function provenance(source: SourceDocument, leaves: readonly Evaluated[]): { [pointer: string]: Place[] } {
  const places: { [pointer: string]: Place[] } = {}
  for (const { pointer, leaf, field } of leaves) {
    const found = printedOf(leaf).flatMap(on => placesOf(source, on))
    if (found.length > 0) places[pointer] = found
    if (leaf.kind === 'choice' && field.answers === 'many')
      leaf.options
        .filter(option => option.chosen)
        .forEach((option, index) => {
          places[`${pointer}/${index}`] = [option.mark, option.label].flatMap(on => placesOf(source, on))
        })
  }
  return places
}
