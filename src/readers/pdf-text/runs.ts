/** A piece of text as pdf.js gives it: where it begins, which way it runs, how long it is. */
export interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** Text on one line, upright: x to the right, y downwards, in points. */
export interface Run {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly top: number
  readonly bottom: number
  readonly baseline: number
  readonly size: number
}

type Matrix = readonly number[]

/** The printed items of a page in the order of the file, turned so that most of the text is upright. */
export function itemRuns(items: readonly TextItem[], view: Matrix): Run[] {
  const placed = items.filter(isPrinted).map(item => placedOn(item, view))
  const turns = turnsOf(placed)
  return placed.map(item => runOf(turned(item, turns)))
}

// Where pdf.js sees a gap it inserts a space without height; spaces of the file have a height.
const isPrinted = ({ str, height }: TextItem): boolean => str.trim() !== '' || (str !== '' && height > 0)

interface Placed {
  readonly text: string
  readonly size: number
  /** The ends of the text's baseline. */
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
}

/**
 * 〜 and ～ are one sign. A producer that has only the number of its glyph guesses the first, and says beside it which was written
 * (/ActualText), which pdf.js keeps to itself; what Windows writes is the second.
 */
function placedOn({ str, transform, width }: TextItem, view: Matrix): Placed {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform
  const along = Math.hypot(a, b) || 1
  const end = [e + (a / along) * width, f + (b / along) * width] as const
  return { text: str.replaceAll('〜', '～'), size: Math.hypot(c, d), from: shown([e, f], view), to: shown(end, view) }
}

function shown([x, y]: readonly [number, number], [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix) {
  return [a * x + c * y + e, b * x + d * y + f] as const
}

/** By how many quarter turns to the left most of the characters become upright. */
function turnsOf(items: readonly Placed[]): number {
  const counts = [0, 0, 0, 0]
  for (const { text, from, to } of items) {
    const quarter = (Math.round(Math.atan2(to[1] - from[1], to[0] - from[0]) / (Math.PI / 2)) + 4) % 4
    counts[quarter] = (counts[quarter] as number) + text.length
  }
  return counts.indexOf(Math.max(...counts))
}

function turned(item: Placed, turns: number): Placed {
  let { from, to } = item
  for (let done = 0; done < turns; done += 1) [from, to] = [quarterLeft(from), quarterLeft(to)]
  return { ...item, from, to }
}

const quarterLeft = ([x, y]: readonly [number, number]) => [y, -x] as const

/** How far characters reach above and below their baseline, in ems. */
const ascent = 0.8
const descent = 0.1

function runOf({ text, size, from, to }: Placed): Run {
  const [x0, x1] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])]
  const [y0, y1] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])]
  return { text, x0, x1, top: y0 - size * ascent, bottom: y1 + size * descent, baseline: from[1], size }
}
