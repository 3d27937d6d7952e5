import type { Rect } from '../../../document/model.ts'
import { apply, boundsOf, intersect, type Matrix } from '../geometry.ts'
import type { Point } from './engine.ts'
import type { Pdfium } from './library/pdfium-library.ts'
import type { Memory } from './library/pdfium-memory.ts'

/** What all clip paths of an object leave of it, or null where it has none; `matrix` leads from its coordinates to the page. */
export type ClipOf = (object: number, matrix: Matrix) => Rect | null

/**
 * Asks for the clips of a page's objects. A clip is cut by one path more each time, and every object carries them all: those up to a
 * path are told by that path, which the engine keeps once for all objects, and are looked at once.
 */
export function clipsOf(library: Pdfium, memory: Memory): ClipOf {
  const known = new Map<number, { rect: Rect; matrix: Matrix }>()
  return (object, matrix) => {
    const clip = library.FPDFPageObj_GetClipPath(object)
    const paths = clip === 0 ? -1 : library.FPDFClipPath_CountPaths(clip)
    const fresh: { key: number; bounds: Rect }[] = []
    let shown: Rect | null = null
    for (let path = paths - 1; path >= 0; path -= 1) {
      const key = library.FPDFClipPath_GetPathSegment(clip, path, 0)
      const before = known.get(key)
      shown = before && isSame(before.matrix, matrix) ? before.rect : null
      if (shown) break
      fresh.push({ key, bounds: boundsOf(pointsOf(library, memory, clip, path, matrix)) })
    }
    for (const { key, bounds } of fresh.reverse()) {
      shown = shown ? intersect(shown, bounds) : bounds
      if (key !== 0) known.set(key, { rect: shown, matrix })
    }
    return shown
  }
}

const isSame = (a: Matrix, b: Matrix): boolean => a.every((number, index) => number === b[index])

function pointsOf(library: Pdfium, memory: Memory, clip: number, path: number, matrix: Matrix): Point[] {
  const points: Point[] = []
  const count = library.FPDFClipPath_CountPathSegments(clip, path)
  for (let index = 0; index < count; index += 1) {
    const segment = library.FPDFClipPath_GetPathSegment(clip, path, index)
    if (!library.FPDFPathSegment_GetPoint(segment, memory.scratch, memory.scratch + 4)) continue
    points.push(apply(matrix, memory.float(0), memory.float(1)))
  }
  return points
}

/** A text object and the clip that it is drawn through; null where all of it is seen. */
export interface DrawnText {
  readonly object: number
  readonly clip: Rect | null
  /** When it is drawn. */
  readonly order: number
  /** It is optional content that is switched off. */
  readonly off: boolean
}

/**
 * For each text object the rectangles through which it is seen. A producer may draw one text several times, each time through the
 * clip of another cell; the engine then names the characters of one of them only, so all of one place share their clips.
 */
export function windowsOf(
  library: Pdfium,
  memory: Memory,
  texts: readonly DrawnText[],
): ReadonlyMap<number, readonly Rect[]> {
  if (texts.every(text => text.clip === null)) return new Map()
  const places = new Map<string, DrawnText[]>()
  for (const text of texts) {
    const place = placeOf(library, memory, text.object)
    const same = places.get(place)
    if (same) same.push(text)
    else places.set(place, [text])
  }
  const windows = new Map<number, readonly Rect[]>()
  for (const same of places.values()) {
    const clips = same.map(text => text.clip).filter(clip => clip !== null)
    if (clips.length < same.length) continue
    const distinct = [...new Map(clips.map(clip => [clip.join(' '), clip])).values()]
    for (const { object } of same) windows.set(object, distinct)
  }
  return windows
}

function placeOf(library: Pdfium, memory: Memory, object: number): string {
  const at = memory.scratch
  library.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)
  const tenths = (index: number) => Math.round(memory.float(index) * 10)
  return `${tenths(0)} ${tenths(1)} ${tenths(2)} ${tenths(3)}`
}
