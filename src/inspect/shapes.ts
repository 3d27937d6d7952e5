import type { Rect } from '../document/model.ts'
import { type Attributes, element, escaped } from './xml.ts'

/** A rectangle with SVG's attributes. */
export const rectOf = ([x0, y0, x1, y1]: Rect): Attributes => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 })

/** The height of the baseline above the bottom of the rectangle, as a share of the rectangle's height. */
const descent = 0.14

/** A part of a printed line and its place. */
export interface Part {
  readonly text: string
  readonly rect: Rect
}

/**
 * The parts of a line, each at its own place, so that every viewer shows them where they are printed, whatever its font. A part
 * that is taller than wide is written vertically.
 */
export function textIn(parts: readonly Part[], name?: string): string {
  const written = parts.map(part => (isUpright(part) ? stacked(part) : [part]))
  const [first] = written.flat()
  if (!first) return ''
  const content = written.map(letters => letters.map(drawnPart).join('')).join(' ')
  return element('text', { class: name, 'font-size': sizeOf(first) }, content)
}

const drawnPart = (part: Part): string => element('tspan', placeOf(part), escaped(part.text))

const isUpright = ({ text, rect: [x0, y0, x1, y1] }: Part): boolean => text.length > 1 && y1 - y0 > (x1 - x0) * 1.5

function stacked({ text, rect: [x0, y0, x1, y1] }: Part): Part[] {
  const characters = [...text]
  const step = (y1 - y0) / characters.length
  return characters.map((character, index) => ({
    text: character,
    rect: [x0, y0 + step * index, x1, y0 + step * (index + 1)],
  }))
}

/** A single character keeps its shape; several are spread over the width that they have on the page. */
function placeOf({ text, rect: [x0, y0, x1, y1] }: Part): Attributes {
  const place = { x: x0, y: y1 - (y1 - y0) * descent }
  return [...text].length > 1 ? { ...place, textLength: x1 - x0, lengthAdjust: 'spacingAndGlyphs' } : place
}

const sizeOf = ({ rect: [, y0, , y1] }: Part): number => y1 - y0
