import type { Colour, Run } from './model.ts'
import type { Line } from './wrap.ts'

/** Something drawn on a page, in points from its top left corner. */
export type Item =
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly size: number
      readonly text: string
      readonly run: Run
    }
  | { readonly kind: 'line'; readonly from: readonly [number, number]; readonly to: readonly [number, number] }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | {
      readonly kind: 'fill'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly colour: Colour
    }

const badgeColour: Colour = [0.8, 0.1, 0.1]
const white: Colour = [1, 1, 1]

/** Lines of text below one another, the first at the given top. */
export function linesAt(lines: readonly Line[], x: number, top: number): Item[] {
  let y = top
  return lines.flatMap(line => {
    const baseline = y + (line.height - line.size) / 2 + line.size * 0.88
    const items = line.pieces
      .filter(({ text }) => text.trim() !== '')
      .flatMap((piece): Item[] => {
        const at = { x: x + piece.x, y: piece.run.raised ? baseline - line.size * 0.4 : baseline, size: piece.size }
        const text: Item = {
          kind: 'text',
          ...at,
          text: piece.text,
          run: piece.run.badge ? { ...piece.run, colour: white } : piece.run,
        }
        if (!piece.run.badge) return [text]
        const ground = { x: at.x - 1, y: at.y - piece.size, width: piece.width + 2, height: piece.size * 1.2 }
        return [{ kind: 'fill', ...ground, colour: badgeColour }, text]
      })
    y += line.height
    return items
  })
}

/** A frame around each series of lines that are boxed. */
export function boxesAt(lines: readonly Line[], x: number, top: number, width: number): Item[] {
  const boxes: Item[] = []
  let y = top
  let from: number | undefined
  for (const [index, line] of lines.entries()) {
    if (line.boxed) from ??= y
    y += line.height
    if (from === undefined || lines[index + 1]?.boxed) continue
    boxes.push({ kind: 'box', x, y: from, width, height: y - from })
    from = undefined
  }
  return boxes
}
