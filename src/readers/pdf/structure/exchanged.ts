import type { FileObjects } from './objects/objects.ts'
import type { Slot } from './page-tree.ts'

/**
 * Two pages that may be in each other's place: with them exchanged the pages would follow one another as their objects do in the file,
 * which every producer writes so. Undefined where none are, and where pages were arranged otherwise throughout.
 */
export function exchangedPages(objects: FileObjects, slots: readonly Slot[]): readonly [number, number] | undefined {
  const pages = slots.flatMap(({ object }) => object ?? [])
  const byNumber = displacedIn(pages)
  const isInOrder = byNumber.length === 0 || displacedIn(pages.map(page => placeOf(objects, page))).length === 0
  const [one, other] = byNumber.map(at => at + 1)
  return isInOrder || byNumber.length !== 2 || one === undefined || other === undefined ? undefined : [one, other]
}

/** Where the order from small to large is broken. */
function displacedIn(numbers: readonly number[]): number[] {
  const sorted = [...numbers].sort((a, b) => a - b)
  return numbers.flatMap((number, at) => (number === sorted[at] ? [] : [at]))
}

/** Objects in a group have no place of their own. */
function placeOf({ xref }: FileObjects, object: number): number {
  const entry = xref?.entries.get(object)
  return entry?.kind === 'at' ? entry.offset : object
}
