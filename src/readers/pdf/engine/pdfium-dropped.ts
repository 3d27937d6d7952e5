import type { Char } from './engine.ts'
import type { Pdfium } from './library/pdfium-library.ts'
import type { Memory } from './library/pdfium-memory.ts'
import type { DrawnText } from './pdfium-clips.ts'
import type { Chars } from './pdfium-text.ts'

/** So often, at most, the engine is asked again: each time the first of some that it takes for one comes to light. */
const mostPasses = 8
/** In points: out of the way of everything on the page. */
const away = 100_000

/**
 * The engine leaves out a text that it takes for the one before, printed again; of a font that is not in the file it knows no heights,
 * and so takes the same words in the next rows of a table for one. It names them when the others are out of the way.
 */
export function readDropped(
  library: Pdfium,
  memory: Memory,
  page: number,
  texts: readonly DrawnText[],
  first: Chars,
  read: (text: number) => Chars,
): Char[] {
  const found: Char[] = []
  let { objects } = first
  let left = texts.map(text => text.object)
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const { seen, dropped } = parted(library, memory, left, objects)
    if (seen.length === 0 || dropped.length === 0) return found
    for (const object of seen) library.FPDFPageObj_Transform(object, 1, 0, 0, 1, 0, away)
    const text = library.FPDFText_LoadPage(page)
    if (text === 0) return found
    const again = read(text)
    library.FPDFText_ClosePage(text)
    const wanted = new Set(dropped)
    found.push(...again.chars.filter(char => wanted.has(char.objectId)))
    objects = again.objects
    left = dropped
  }
  return found
}

/** The objects that the engine told of, and those that are elsewhere and that it did not. */
function parted(library: Pdfium, memory: Memory, texts: readonly number[], objects: Chars['objects']) {
  const seen: number[] = []
  const missing: number[] = []
  for (const object of texts) (objects.has(object) ? seen : missing).push(object)
  if (missing.length === 0) return { seen, dropped: [] }
  const places = new Set(seen.map(object => placeOf(library, memory, object)))
  const dropped = missing.filter(object => {
    const place = placeOf(library, memory, object)
    return place !== undefined && !places.has(place)
  })
  return { seen, dropped }
}

/** Of a text without any width there is nothing to read. */
function placeOf(library: Pdfium, memory: Memory, object: number): string | undefined {
  const at = memory.scratch
  if (!library.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return undefined
  const [left, bottom, right, top] = [memory.float(0), memory.float(1), memory.float(2), memory.float(3)]
  return right > left ? [left, bottom, right, top].map(edge => edge.toFixed(1)).join(' ') : undefined
}
