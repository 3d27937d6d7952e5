import type { Rect } from '../../../document/model.ts'
import { apply, compose, intersect, type Matrix, transformRect } from '../geometry.ts'
import type { Color, Path, Point, Subpath } from './engine.ts'
import type { Pdfium } from './library/pdfium-library.ts'
import type { Memory } from './library/pdfium-memory.ts'
import { type ClipOf, clipsOf, type DrawnText } from './pdfium-clips.ts'

enum Kind {
  text = 1,
  path = 2,
  image = 3,
  shading = 4,
  form = 5,
}

enum Step {
  line = 0,
  curve = 1,
  move = 2,
}

interface Found {
  readonly paths: Path[]
  readonly images: Rect[]
  readonly shadings: Rect[]
  readonly texts: DrawnText[]
}

interface Reading extends Found {
  readonly library: Pdfium
  readonly memory: Memory
  readonly clipOf: ClipOf
  readonly isOff: (object: number) => boolean
  /** How many objects were met: the order in which they are drawn. */
  met: number
}

/** Lines, rectangles and images of a page, also those inside forms within forms, each through all its matrices; `isOff`: not seen. */
export function readObjects(
  library: Pdfium,
  memory: Memory,
  page: number,
  frame: Matrix,
  isOff: (object: number) => boolean,
): Found {
  const clipOf = clipsOf(library, memory)
  const reading = { library, memory, clipOf, isOff, paths: [], images: [], shadings: [], texts: [], met: 0 }
  const count = library.FPDFPage_CountObjects(page)
  for (let index = 0; index < count; index += 1)
    readObject(reading, library.FPDFPage_GetObject(page, index), frame, null, false)
  return reading
}

/** `within`: what the clips of the forms around it leave; `inOff`: one of these is switched off. Of what is, only text is of interest. */
function readObject(reading: Reading, object: number, outer: Matrix, within: Rect | null, inOff: boolean): void {
  const { library } = reading
  const kind = library.FPDFPageObj_GetType(object)
  const clip = narrower(within, reading.clipOf(object, outer))
  const off = inOff || reading.isOff(object)
  reading.met += 1
  if (kind === Kind.text) reading.texts.push({ object, clip, order: reading.met, off })
  if (off && kind !== Kind.form) return
  if (kind === Kind.shading) reading.shadings.push(clip ?? everywhere)
  if (kind !== Kind.path && kind !== Kind.image && kind !== Kind.form) return
  const matrix = compose(matrixOf(reading, object), outer)
  if (kind === Kind.path) readPath(reading, object, matrix, clip)
  else if (kind === Kind.image) reading.images.push(transformRect(matrix, [0, 0, 1, 1]))
  else {
    const count = library.FPDFFormObj_CountObjects(object)
    for (let index = 0; index < count; index += 1)
      readObject(reading, library.FPDFFormObj_GetObject(object, index), matrix, clip, off)
  }
}

/** Of a shading without a clip. */
const everywhere: Rect = [-Infinity, -Infinity, Infinity, Infinity]

const narrower = (a: Rect | null, b: Rect | null): Rect | null => (a && b ? intersect(a, b) : (a ?? b))

function matrixOf({ library, memory }: Reading, object: number): Matrix {
  if (!library.FPDFPageObj_GetMatrix(object, memory.scratch)) return [1, 0, 0, 1, 0, 0]
  return [memory.float(0), memory.float(1), memory.float(2), memory.float(3), memory.float(4), memory.float(5)]
}

function readPath(reading: Reading, object: number, matrix: Matrix, clip: Rect | null): void {
  const { library, memory } = reading
  const at = memory.scratch
  if (!library.FPDFPath_GetDrawMode(object, at, at + 4)) return
  const [fills, strokes] = [memory.int(0) !== 0, memory.int(1) !== 0]
  const stroke = strokes ? color(memory, library.FPDFPageObj_GetStrokeColor(object, at, at + 4, at + 8, at + 12)) : null
  const isKnown = fills && Boolean(library.FPDFPageObj_GetFillColor(object, at, at + 4, at + 8, at + 12))
  const fill = fills ? color(memory, isKnown) : null
  if (!stroke && !fill) return
  library.FPDFPageObj_GetStrokeWidth(object, at)
  const width = memory.float(0) * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
  const dashed = strokes && library.FPDFPageObj_GetDashCount(object) > 0
  const subpaths = readSubpaths(reading, object, matrix, strokes)
  const solid = fill?.[3] === 255 && isKnown && !library.FPDFPageObj_HasTransparency(object)
  reading.paths.push({ subpaths, stroke, fill, width, dashed, clip, order: reading.met, solid })
}

/** Null for what leaves no mark; black where the engine does not say. */
export function color(memory: Memory, known: unknown): Color | null {
  if (!known) return [0, 0, 0, 255]
  const alpha = memory.int(3)
  return alpha === 0 ? null : [memory.int(0), memory.int(1), memory.int(2), alpha]
}

/** Whether a subpath is closed says something of its strokes only, and is asked for these. */
function readSubpaths(reading: Reading, object: number, matrix: Matrix, strokes: boolean): Subpath[] {
  const { library, memory } = reading
  const subpaths: { points: Point[]; closed: boolean; curved: boolean }[] = []
  const count = library.FPDFPath_CountSegments(object)
  let controls = 0
  for (let index = 0; index < count; index += 1) {
    const segment = library.FPDFPath_GetPathSegment(object, index)
    const step = library.FPDFPathSegment_GetType(segment)
    if (step === Step.move || subpaths.length === 0) subpaths.push({ points: [], closed: false, curved: false })
    const current = subpaths.at(-1) as (typeof subpaths)[number]
    if (step === Step.curve) current.curved = true
    // A curve comes as two control points and its end.
    controls = step === Step.curve ? (controls + 1) % 3 : 0
    if (controls !== 0) continue
    library.FPDFPathSegment_GetPoint(segment, memory.scratch, memory.scratch + 4)
    current.points.push(apply(matrix, memory.float(0), memory.float(1)))
    if (strokes && library.FPDFPathSegment_GetClose(segment)) current.closed = true
  }
  return subpaths
}
