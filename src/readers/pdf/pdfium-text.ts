import type { Rect } from '../../document/model.ts'
import type { Char } from './engine.ts'
import {
  apply,
  boundsOf,
  centreOf,
  compose,
  contains,
  intersect,
  type Matrix,
  transformRect,
  widthOf,
} from './geometry.ts'
import type { Pdfium } from './pdfium.ts'
import type { Frame } from './pdfium-frame.ts'
import { type Memory, stringBytes } from './pdfium-memory.ts'

/** What all characters of a text object share. */
interface TextObject {
  readonly id: number
  readonly fontName: string
  /** From the font's em square to the page as shown, without the place. */
  readonly matrix: Matrix
  readonly hidden: boolean
  /** The rectangles through which it is seen; undefined where nothing is cut off. */
  readonly windows: readonly Rect[] | undefined
}

type Windows = ReadonlyMap<number, readonly Rect[]>

interface Reading {
  readonly library: Pdfium
  readonly memory: Memory
  readonly text: number
  readonly frame: Frame
  readonly objects: Map<number, TextObject>
  readonly windows: Windows
}

const lineEndHyphen = 0x02
const invisible = 3
/** For a glyph of which the file does not say what it is: else the engine would give its number for a character. */
const replacement = '\ufffd'

/** The printed characters of a page in the engine's order; those it made up and those outside the page are left out. */
export function readChars(library: Pdfium, memory: Memory, text: number, frame: Frame, windows: Windows): Char[] {
  const reading = { library, memory, text, frame, windows, objects: new Map() }
  const chars: Char[] = []
  const count = library.FPDFText_CountChars(text)
  const page: Rect = [0, 0, frame.width, frame.height]
  for (let index = 0; index < count; index += 1) {
    if (library.FPDFText_IsGenerated(text, index) === 1) continue
    const code = codeAt(reading, index)
    if (code.length > 1) index += 1
    const char = readChar(reading, code.text, index - code.length + 1)
    if (char && contains(page, centreOf(char.bbox))) chars.push(char)
  }
  return spreadShared(chars)
}

/** A character outside the main plane arrives as two; the hyphen at a line's end as a control character. */
function codeAt({ library, text }: Reading, index: number): { text: string; length: number } {
  const unit = library.FPDFText_GetUnicode(text, index)
  if (unit === lineEndHyphen) return { text: '-', length: 1 }
  if (unit >= 0xd800 && unit < 0xdc00) {
    const low = library.FPDFText_GetUnicode(text, index + 1)
    if (low >= 0xdc00 && low < 0xe000) return { text: String.fromCharCode(unit, low), length: 2 }
  }
  const printed = String.fromCodePoint(unit)
  return { text: /[\s\u0085]/u.test(printed) && printed !== '\u3000' ? ' ' : printed, length: 1 }
}

function readChar(reading: Reading, printed: string, index: number): Char | undefined {
  const { library, memory, text, frame } = reading
  const object = objectAt(reading, index)
  if (!object) return undefined
  const at = memory.scratch
  library.FPDFText_GetCharOrigin(text, index, at, at + 8)
  const origin = apply(frame.matrix, memory.double(0), memory.double(1))
  library.FPDFText_GetLooseCharBox(text, index, at)
  const [left, top, right, bottom] = [memory.float(0), memory.float(1), memory.float(2), memory.float(3)]
  const loose = transformRect(frame.matrix, [left, bottom, right, top])
  const [a, b, c, d] = object.matrix
  const whole = emBox(origin, loose, object.matrix)
  const window = object.windows?.find(each => contains(each, centreOf(whole)))
  const unmapped = library.FPDFText_HasUnicodeMapError(text, index) === 1
  if (printed === '\0' && !unmapped) return undefined
  return {
    text: unmapped ? replacement : printed,
    origin,
    bbox: window ? intersect(whole, window) : whole,
    fontSize: Math.hypot(c, d),
    em: Math.hypot(a, b),
    fontName: object.fontName,
    objectId: object.id,
    angle: angleOf(a, b),
    unmapped,
    hidden: object.hidden,
    cutOff: object.windows !== undefined && !window,
  }
}

function objectAt(reading: Reading, index: number): TextObject | undefined {
  const { library, memory, text, frame, objects, windows } = reading
  const id = library.FPDFText_GetTextObject(text, index)
  if (id === 0) return undefined
  const known = objects.get(id)
  if (known) return known
  library.FPDFText_GetMatrix(text, index, memory.scratch)
  const [a, b, c, d] = [memory.float(0), memory.float(1), memory.float(2), memory.float(3)]
  const size = library.FPDFText_GetFontSize(text, index)
  const object = {
    id,
    matrix: compose([a * size, b * size, c * size, d * size, 0, 0], frame.matrix),
    hidden: library.FPDFTextObj_GetTextRenderMode(id) === invisible,
    fontName: fontName(library, memory, id),
    windows: windows.get(id),
  }
  objects.set(id, object)
  return object
}

function fontName(library: Pdfium, memory: Memory, object: number): string {
  const font = library.FPDFTextObj_GetFont(object)
  if (font === 0 || library.FPDFFont_GetBaseFontName(font, memory.scratch, stringBytes) === 0) return ''
  return memory.string()
}

/** Clockwise on the page as shown, where y grows downward; straight within ten degrees. */
function angleOf(a: number, b: number): number {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI
  const straight = Math.round(degrees / 90) * 90
  return (Math.round(Math.abs(degrees - straight) < 10 ? straight : degrees) + 360) % 360
}

const descent = 0.12

/** The box of a character: from its origin as far as the engine says it advances, one em high. */
function emBox(origin: readonly [number, number], loose: Rect, [a, b, c, d]: Matrix): Rect {
  const em = Math.hypot(a, b) || 1
  const [ux, uy] = [a / em, b / em]
  const corners = [
    loose[0] * ux + loose[1] * uy,
    loose[2] * ux + loose[3] * uy,
    loose[0] * ux + loose[3] * uy,
    loose[2] * ux + loose[1] * uy,
  ]
  const start = origin[0] * ux + origin[1] * uy
  const advance = Math.max(0, Math.max(...corners) - start)
  const point = (along: number, up: number) =>
    [origin[0] + ux * along + c * up, origin[1] + uy * along + d * up] as const
  const box = boundsOf([
    point(0, -descent),
    point(advance, -descent),
    point(0, 1 - descent),
    point(advance, 1 - descent),
  ])
  return isSideways(box, loose, em) ? loose : box
}

/** In vertical writing the origin is above the middle of the character, not at its left: then only the engine's box is right. */
const isSideways = (box: Rect, loose: Rect, em: number): boolean =>
  widthOf(loose) > em * 0.3 && loose[0] < box[0] - em * 0.3

/** Characters that stand for one glyph (a ligature, /ActualText) share its box: each gets its part of it. */
function spreadShared(chars: Char[]): Char[] {
  const spread: Char[] = []
  for (let from = 0; from < chars.length; ) {
    let to = from + 1
    while (to < chars.length && isShared(chars[from] as Char, chars[to] as Char)) to += 1
    const parts = to - from
    for (let index = from; index < to; index += 1)
      spread.push(parts === 1 ? (chars[index] as Char) : part(chars[index] as Char, index - from, parts))
    from = to
  }
  return spread
}

const isShared = (a: Char, b: Char): boolean =>
  a.objectId === b.objectId && a.origin[0] === b.origin[0] && a.origin[1] === b.origin[1] && a.bbox[2] === b.bbox[2]

function part(char: Char, index: number, of: number): Char {
  if (char.angle % 180 !== 0) return char
  const [x0, y0, x1, y1] = char.bbox
  const step = (x1 - x0) / of
  const left = x0 + step * index
  return { ...char, origin: [left, char.origin[1]], bbox: [left, y0, left + step, y1] }
}
