import type { Rect } from '../../../document/model.ts'
import type { Char } from '../engine/engine.ts'
import { areaOf, intersect } from '../geometry.ts'
import type { Run } from '../lines/runs.ts'
import { once } from '../once.ts'
import { PlaceIndex } from '../place-index.ts'

/** Print that is this much larger than what it lies on is a watermark: 見本, 写. */
const larger = 2.5
/** At so many places, at least, it lies on other print. */
const leastCovered = 2

/** The runs of the text, and those that lie across it: slanting ones, and large ones upon smaller. */
export function partedAcross(runs: readonly Run[]): { text: Run[]; across: Run[] } {
  const text: Run[] = []
  const across: Run[] = []
  const least = runs.reduce((size, run) => Math.min(size, run.fontSize), Infinity) * larger
  const places = once(() => new PlaceIndex(runs, run => run.bbox))
  for (const run of runs) (isAcross(run, places, least) ? across : text).push(run)
  return { text, across }
}

function isAcross(run: Run, places: () => PlaceIndex<Run>, least: number): boolean {
  if (run.angle % 90 !== 0) return true
  if (run.fontSize < least) return false
  const isUnder = (other: Run) => other.fontSize * larger <= run.fontSize && run.chars.some(liesOn(other.bbox))
  let covered = 0
  return places().some(run.bbox, other => {
    if (isUnder(other)) covered += 1
    return covered >= leastCovered
  })
}

const liesOn =
  (rect: Rect) =>
  ({ bbox }: Char): boolean =>
    areaOf(intersect(bbox, rect)) > 0
