import type { Rect } from '../../document/model.ts'
import type { Char, Picture } from './engine/engine.ts'

/** A character that a picture does not show, and where it should stand. */
export interface Inkless {
  readonly text: string
  readonly box: Rect
}

/**
 * The characters of a page that its picture leaves blank: their font is not in the file, and there is no other to draw them with. None
 * where every letter is drawn.
 */
export function inklessIn(chars: readonly Char[], picture: Picture, pageWidth: number): Inkless[] {
  const scale = picture.width / pageWidth
  const blank = chars.filter(char => isMeantToShow(char) && !hasInk(picture, inner(char.bbox), scale))
  return blank.some(({ text }) => /[\p{L}\p{N}]/u.test(text))
    ? blank.map(({ text, bbox }) => ({ text, box: bbox }))
    : []
}

/** Of each colour: lighter ink is none on paper. */
const lightest = 230

const isMeantToShow = ({ text, hidden, cutOff, ink }: Char): boolean =>
  text.trim() !== '' && !hidden && !cutOff && ink !== null && !ink?.slice(0, 3).every(part => part > lightest)

/** The share of a box on each side where lines of a table may pass. */
const rim = 0.15

function inner([x0, y0, x1, y1]: Rect): Rect {
  const [across, down] = [(x1 - x0) * rim, (y1 - y0) * rim]
  return [x0 + across, y0 + down, x1 - across, y1 - down]
}

/** The least difference of brightness between a stroke and its ground. */
const contrast = 24

function hasInk({ width, height, stride, bgrx }: Picture, box: Rect, scale: number): boolean {
  const [x0, y0, x1, y1] = box.map(side => Math.round(side * scale)) as [number, number, number, number]
  let [darkest, brightest] = [255, 0]
  for (let y = Math.max(0, y0); y <= Math.min(height - 1, y1); y += 1)
    for (let x = Math.max(0, x0); x <= Math.min(width - 1, x1); x += 1) {
      const green = bgrx[y * stride + 4 * x + 1] as number
      darkest = Math.min(darkest, green)
      brightest = Math.max(brightest, green)
      if (brightest - darkest >= contrast) return true
    }
  return false
}
