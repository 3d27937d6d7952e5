import type { Rect } from '../document/model.ts'
import { type Attributes, element, escaped } from './xml.ts'

/** A rectangle as SVG has it. */
export const rectOf = ([x0, y0, x1, y1]: Rect): Attributes => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 })

/** How far the baseline lies above the bottom of the rectangle, as a part of its height. */
const descent = 0.14

/** Text that fills a rectangle, whatever font draws it: along its longer side, so that a vertical line stands upright. */
export function textIn(rect: Rect, text: string, name?: string): string {
  const [x0, y0, x1, y1] = rect
  const [width, height] = [x1 - x0, y1 - y0]
  if (text.trim() === '' || width <= 0 || height <= 0) return ''
  const characters = [...text]
  if (characters.length > 1 && height > width * 1.5) return stackedIn(rect, characters, name)
  const size = { 'font-size': height * 0.92, textLength: width, lengthAdjust: 'spacingAndGlyphs' }
  return element('text', { class: name, x: x0, y: y1 - height * descent, ...size }, escaped(text))
}

function stackedIn([x0, y0, x1, y1]: Rect, characters: readonly string[], name: string | undefined): string {
  const step = (y1 - y0) / characters.length
  return characters
    .map((character, index) => {
      const y = y0 + step * (index + 1 - descent)
      const middle = { x: (x0 + x1) / 2, 'text-anchor': 'middle' }
      return element('text', { class: name, ...middle, y, 'font-size': Math.min(step, x1 - x0) }, escaped(character))
    })
    .join('')
}
