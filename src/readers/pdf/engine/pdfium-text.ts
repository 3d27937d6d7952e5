import type { Rect } from '../../../document/model.ts'
import { apply, centreOf, contains, intersect } from '../geometry.ts'
import { refuseAbove } from '../limits.ts'
import { emBox } from './em-box.ts'
import type { Char, Color } from './engine.ts'
import type { Pdfium } from './library/pdfium-library.ts'
import { type Memory, stringBytes } from './library/pdfium-memory.ts'
import type { DrawnText } from './pdfium-clips.ts'
import { type Frame, isOnPage, straightBox } from './pdfium-frame.ts'
import { color } from './pdfium-objects.ts'
import { type Setting, settingAt } from './pdfium-setting.ts'
import { spreadShared } from './shared-glyphs.ts'

/** What all characters of a text object share. */
interface TextObject {
  readonly id: number
  readonly fontName: string
  readonly setting: Setting
  readonly hidden: boolean
  readonly ink: Color | null | undefined
  readonly order: number
  readonly off: boolean
  /** Undefined where nothing is cut off. */
  readonly windows: readonly Rect[] | undefined
}

/** Of text objects the rectangles through which each is seen, and what was met of it on the page. */
interface Known {
  readonly windows: ReadonlyMap<number, readonly Rect[]>
  readonly drawn: ReadonlyMap<number, DrawnText>
}

interface Reading {
  readonly library: Pdfium
  readonly memory: Memory
  readonly text: number
  readonly frame: Frame
  readonly objects: Map<number, TextObject>
  readonly fontNames: Map<number, string>
  readonly known: Known
  /** Of the text object read last: where every glyph is an object of its own, most are set like the one before. */
  setting: Setting | undefined
}

export interface Chars {
  readonly chars: readonly Char[]
  /** The text objects of which the engine told anything. */
  readonly objects: { has(object: number): boolean }
}

const lineEndHyphen = 0x02
const [filled, invisible] = [0, 3]
/** For a glyph of which the file does not say what it is. */
const replacement = '\ufffd'

/** The printed characters of a page in the engine's order; those it made up and those outside the page are left out. */
export function readChars(library: Pdfium, memory: Memory, text: number, frame: Frame, known: Known): Chars {
  const [objects, fontNames] = [new Map(), new Map()]
  const reading: Reading = { library, memory, text, frame, known, objects, fontNames, setting: undefined }
  const chars: Char[] = []
  const count = library.FPDFText_CountChars(text)
  refuseAbove('characters', count)
  for (let index = 0; index < count; index += 1) {
    if (library.FPDFText_IsGenerated(text, index) === 1) continue
    const code = codeAt(reading, index)
    if (code.length > 1) index += 1
    const char = readChar(reading, code.text, index - code.length + 1)
    if (char) chars.push(isOnPage(frame, centreOf(char.bbox)) ? char : { ...char, cutOff: true })
  }
  return { chars: spreadShared(chars), objects }
}

/** A character outside the main plane arrives as two; the hyphen at a line's end as a control character. */
function codeAt({ library, text }: Reading, index: number): { text: string; length: number } {
  const unit = library.FPDFText_GetUnicode(text, index)
  if (unit === lineEndHyphen) return { text: '-', length: 1 }
  if (unit >= 0xd800 && unit < 0xdc00) {
    const low = library.FPDFText_GetUnicode(text, index + 1)
    if (low >= 0xdc00 && low < 0xe000) return { text: String.fromCharCode(unit, low), length: 2 }
  }
  return { text: printedUnit(unit), length: 1 }
}

const printedUnits = new Map<number, string>()

/** A code unit as text, spaces of every width but the ideographic as one; beyond all characters are codes of several bytes. */
function printedUnit(unit: number): string {
  const known = printedUnits.get(unit)
  if (known !== undefined) return known
  const text = unit >= 0 && unit <= 0x10ffff ? String.fromCodePoint(unit) : replacement
  const printed = /[\s\u0085]/u.test(text) && text !== '\u3000' ? ' ' : text
  printedUnits.set(unit, printed)
  return printed
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
  const loose = straightBox(frame, [left, bottom, right, top])
  const { matrix, fontSize, em, angle } = object.setting
  const whole = emBox(origin, loose, matrix, em)
  const window = object.windows?.find(each => contains(each, centreOf(whole)))
  const unmapped = library.FPDFText_HasUnicodeMapError(text, index) === 1
  if (printed === '\0' && !unmapped) return undefined
  return {
    text: unmapped ? replacement : printed,
    origin,
    bbox: window ? intersect(whole, window) : whole,
    fontSize,
    em,
    fontName: object.fontName,
    objectId: object.id,
    angle,
    unmapped,
    code: unmapped ? library.FPDFText_GetUnicode(text, index) >>> 0 : undefined,
    ink: object.ink,
    order: object.order,
    hidden: object.hidden,
    off: object.off,
    cutOff: object.windows !== undefined && !window,
    cutTo: window ? undefined : object.windows,
    clipped: window !== undefined && window[2] < whole[2],
  }
}

function objectAt(reading: Reading, index: number): TextObject | undefined {
  const { library, text, objects, known: about } = reading
  const id = library.FPDFText_GetTextObject(text, index)
  if (id === 0) return undefined
  const known = objects.get(id)
  if (known) return known
  const mode = library.FPDFTextObj_GetTextRenderMode(id)
  const drawn = about.drawn.get(id)
  const object = {
    id,
    setting: settingAt(reading, index),
    hidden: mode === invisible,
    ink: mode === filled ? inkOf(reading, id) : undefined,
    order: drawn?.order ?? 0,
    off: drawn?.off ?? false,
    fontName: fontName(reading, id),
    windows: about.windows.get(id),
  }
  objects.set(id, object)
  return object
}

function inkOf({ library, memory }: Reading, object: number): Color | null | undefined {
  const at = memory.scratch
  const isKnown = library.FPDFPageObj_GetFillColor(object, at, at + 4, at + 8, at + 12)
  return isKnown ? color(memory, isKnown) : undefined
}

/** Asked once for each font: where every glyph is an object of its own they are many. */
function fontName({ library, memory, fontNames }: Reading, object: number): string {
  const font = library.FPDFTextObj_GetFont(object)
  const known = fontNames.get(font)
  if (known !== undefined) return known
  const isNamed = font !== 0 && library.FPDFFont_GetBaseFontName(font, memory.scratch, stringBytes) !== 0
  const name = isNamed ? memory.string() : ''
  fontNames.set(font, name)
  return name
}
