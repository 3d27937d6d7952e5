import type { Rect, Suspicion } from '../../../document/model.ts'
import type { Char, EnginePage, Subpath } from '../engine/engine.ts'
import { boundsOf, encloses, heightOf, widthOf } from '../geometry.ts'
import type { Run } from '../lines/runs.ts'
import { PlaceIndex } from '../place-index.ts'

/** In points: a smaller circle marks an option, a larger one is a picture. */
const smallest = 24
const largest = 120
/** How much wider than high a stamp may be, or the other way round. */
const mostOblong = 1.5

/** The characters that are wholly within a circle, as the words of a stamp do: 収受 7.10.20. */
export function stampedOn({ paths }: EnginePage, runs: readonly Run[]): Map<Char, Suspicion> {
  const circles = paths.flatMap(({ subpaths, stroke }) => (stroke ? subpaths.flatMap(circlesOf) : []))
  if (circles.length === 0) return new Map()
  const places = new PlaceIndex(circles, circle => circle)
  const inside = runs.filter(run => places.some(run.bbox, circle => encloses(circle, run.bbox, 0)))
  return new Map(inside.flatMap(run => run.chars.map(char => [char, 'stamped'])))
}

function circlesOf({ points, curved }: Subpath): Rect[] {
  if (!curved) return []
  const bounds = boundsOf(points)
  const [width, height] = [widthOf(bounds), heightOf(bounds)]
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const isStamp = short >= smallest && long <= largest && long <= short * mostOblong
  return isStamp && !points.some(point => isAtCorner(point, bounds)) ? [bounds] : []
}

/** A circle keeps clear of the corners of its bounds; a frame, also with round corners, does not. */
function isAtCorner([x, y]: readonly [number, number], [x0, y0, x1, y1]: Rect): boolean {
  const [toX, toY] = [Math.min(x - x0, x1 - x) / (x1 - x0), Math.min(y - y0, y1 - y) / (y1 - y0)]
  return toX + toY < 0.25
}
