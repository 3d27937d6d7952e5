import type { Rect } from '../../../document/model.ts'
import { heightOf, unite, widthOf } from '../geometry.ts'
import type { Char, Point } from './engine.ts'

/** Characters that stand for one glyph (a ligature, /ActualText) begin at one place: each gets its part of the box of all. */
export function spreadShared(chars: Char[]): Char[] {
  const spread: Char[] = []
  for (let from = 0; from < chars.length; ) {
    let to = from + 1
    while (to < chars.length && isShared(chars[from] as Char, chars[to] as Char)) to += 1
    if (to - from === 1) spread.push(chars[from] as Char)
    else spread.push(...partsOf(chars.slice(from, to)))
    from = to
  }
  return spread
}

// The right edge says nothing: of a ligature's letters each may reach further than the one before.
const isShared = (a: Char, b: Char): boolean =>
  a.objectId === b.objectId && a.origin[0] === b.origin[0] && a.origin[1] === b.origin[1] && hasExtent(a)

const hasExtent = ({ bbox }: Char): boolean => widthOf(bbox) > 0 && heightOf(bbox) > 0

function partsOf(chars: readonly Char[]): Char[] {
  const whole = unite(chars.map(char => char.bbox))
  return chars.map((char, index) => {
    const bbox = partOf(whole, char.angle, index, chars.length)
    return { ...char, bbox, origin: startOf(bbox, char) }
  })
}

/** One of equal parts along the direction of writing; all of it where that is oblique. */
function partOf([x0, y0, x1, y1]: Rect, angle: number, index: number, of: number): Rect {
  const [width, height] = [(x1 - x0) / of, (y1 - y0) / of]
  if (angle === 0) return [x0 + width * index, y0, x0 + width * (index + 1), y1]
  if (angle === 180) return [x1 - width * (index + 1), y0, x1 - width * index, y1]
  if (angle === 90) return [x0, y0 + height * index, x1, y0 + height * (index + 1)]
  if (angle === 270) return [x0, y1 - height * (index + 1), x1, y1 - height * index]
  return [x0, y0, x1, y1]
}

/** Where a part begins: a letter that begins where the same one does would be taken for that one printed twice. */
function startOf([x0, y0, x1, y1]: Rect, { angle, origin: [x, y] }: Char): Point {
  if (angle === 0) return [x0, y]
  if (angle === 180) return [x1, y]
  if (angle === 90) return [x, y0]
  return angle === 270 ? [x, y1] : [x, y]
}
