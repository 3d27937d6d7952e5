import { compose, type Matrix } from '../geometry.ts'
import type { Pdfium } from './library/pdfium-library.ts'
import type { Memory } from './library/pdfium-memory.ts'
import type { Frame } from './pdfium-frame.ts'

/** How a font is set: its em square on the page as shown. `given`: a, b, c and d of the text's matrix, and the size of the font. */
export interface Setting {
  readonly given: readonly [a: number, b: number, c: number, d: number, size: number]
  /** From the font's em square to the page as shown, without the place. */
  readonly matrix: Matrix
  readonly fontSize: number
  readonly em: number
  readonly angle: number
}

interface Reading {
  readonly library: Pdfium
  readonly memory: Memory
  readonly text: number
  readonly frame: Frame
  /** Of the text object read last: where every glyph is an object of its own, most are set like the one before. */
  setting: Setting | undefined
}

/** How the text object of a character is set. */
export function settingAt(reading: Reading, index: number): Setting {
  const { library, memory, text, frame } = reading
  library.FPDFText_GetMatrix(text, index, memory.scratch)
  const [a, b, c, d] = [memory.float(0), memory.float(1), memory.float(2), memory.float(3)]
  const size = library.FPDFText_GetFontSize(text, index)
  const last = reading.setting
  if (last && isGiven(last, a, b, c, d, size)) return last
  const matrix = compose([a * size, b * size, c * size, d * size, 0, 0], frame.matrix)
  const [fontSize, em] = [Math.hypot(matrix[2], matrix[3]), Math.hypot(matrix[0], matrix[1])]
  reading.setting = { given: [a, b, c, d, size], matrix, fontSize, em, angle: angleOf(matrix[0], matrix[1]) }
  return reading.setting
}

const isGiven = ({ given }: Setting, a: number, b: number, c: number, d: number, size: number): boolean =>
  given[0] === a && given[1] === b && given[2] === c && given[3] === d && given[4] === size

/** Clockwise on the page as shown, where y grows downward; straight within ten degrees. */
function angleOf(a: number, b: number): number {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI
  const straight = Math.round(degrees / 90) * 90
  return (Math.round(Math.abs(degrees - straight) < 10 ? straight : degrees) + 360) % 360
}
