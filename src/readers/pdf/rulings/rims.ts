import type { Rect } from '../../../document/model.ts'
import { encloses, heightOf, widthOf } from '../geometry.ts'
import { refuseAbove } from '../limits.ts'
import { PlaceIndex } from '../place-index.ts'
import { type Fill, type Ruling, sidesOf } from './ruling.ts'

/** The rim that one rectangle leaves of another may be so wide, in points, on each side. */
const widest = 3

/** Grounds that are all but covered by another: their rims are lines, and they are no grounds. */
export function rimsOf(fills: readonly Fill[]): { lines: Ruling[]; covered: ReadonlySet<Fill> } {
  const covered = new Set<Fill>()
  const lines: Ruling[] = []
  const lightBegins = new PlaceIndex(
    [...fills.keys()].filter(at => !isDark(fills[at] as Fill)),
    at => cornerOf(fills[at] as Fill),
  )
  let pairs = 0
  fills.forEach((fill, index) => {
    if (!isDark(fill)) return
    const [x0, y0] = fill.rect
    const near = lightBegins.meeting([x0, y0, x0 + widest * 3, y0 + widest * 3])
    pairs += near.length
    refuseAbove('grounds over one another', pairs)
    const over = near.find(at => at > index && isWithin(fills[at] as Fill, fill))
    if (over === undefined) return
    covered.add(fill)
    lines.push(...sidesOf(between(fill.rect, (fills[over] as Fill).rect), false))
  })
  return { lines, covered }
}

const cornerOf = ({ rect: [x0, y0] }: Fill): Rect => [x0, y0, x0, y0]

const between = (a: Rect, b: Rect): Rect => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2, (a[3] + b[3]) / 2]

const isDark = ({ color: [red, green, blue] }: Fill): boolean => Math.max(red, green, blue) < 128

function isWithin({ rect: inner }: Fill, { rect: outer }: Fill): boolean {
  if (!encloses(outer, inner, 0)) return false
  return widthOf(outer) - widthOf(inner) <= widest * 2 && heightOf(outer) - heightOf(inner) <= widest * 2
}
