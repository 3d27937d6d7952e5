import { encloses, heightOf, widthOf } from '../geometry.ts'
import { type Fill, type Ruling, sidesOf } from './ruling.ts'

/** The rim that one rectangle leaves of another may be so wide, in points, on each side. */
const widest = 3

/** Grounds that are all but covered by another: their rims are lines, and they are no grounds. */
export function rimsOf(fills: readonly Fill[]): { lines: Ruling[]; covered: ReadonlySet<Fill> } {
  const covered = new Set<Fill>()
  const lines: Ruling[] = []
  const light = fills.flatMap((fill, at) => (isDark(fill) ? [] : [{ fill, at }]))
  fills.forEach((fill, index) => {
    if (!isDark(fill)) return
    const over = light.find(other => other.at > index && isWithin(other.fill, fill))
    if (!over) return
    covered.add(fill)
    const [a, b] = [fill.rect, over.fill.rect]
    lines.push(...sidesOf([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2, (a[3] + b[3]) / 2], false))
  })
  return { lines, covered }
}

const isDark = ({ color: [red, green, blue] }: Fill): boolean => Math.max(red, green, blue) < 128

function isWithin({ rect: inner }: Fill, { rect: outer }: Fill): boolean {
  if (!encloses(outer, inner, 0)) return false
  return widthOf(outer) - widthOf(inner) <= widest * 2 && heightOf(outer) - heightOf(inner) <= widest * 2
}
