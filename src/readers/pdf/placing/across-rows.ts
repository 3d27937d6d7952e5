import type { Rect, Suspicion } from '../../../document/model.ts'
import { overlap } from '../geometry.ts'
import { refuseAbove } from '../limits.ts'
import type { Run } from '../lines/runs.ts'
import { PlaceIndex } from '../place-index.ts'
import { type PlacedRun, type Slot, slotHolding } from './places.ts'

/** In ems: text whose box reaches further over a border above or below it lies on the border. */
const over = { above: 0.2, below: 0.15 }
/** In ems: lines of one text are this far apart. */
const step = { least: 0.8, most: 2 }

/**
 * Text on a border between two rows, as where a row is too low for its lines, with the lines above and below it in the two cells: any
 * of them may belong to either.
 */
export function acrossRows(root: Slot, places: readonly PlacedRun[]): Map<Run, Suspicion> {
  const found = new Map<Run, Suspicion>()
  const besideOf = linesBesides()
  for (const { run, slot } of places) {
    const other = run.angle === 0 && !run.vertical ? acrossFrom(root, run, slot) : undefined
    if (!other) continue
    const why = other.runs.length > 0 ? 'on-border' : 'beside-empty'
    for (const line of besideOf(run, slot, other)) found.set(line, why)
  }
  return found
}

/** The lines that go on in another cell from one that is printed over: it may be there because its own row was too low. */
export function goingOnFrom(printedOver: ReadonlySet<Run>, places: readonly PlacedRun[]): Run[] {
  const over = places.filter(({ run }) => printedOver.has(run))
  if (over.length === 0) return []
  const near = new PlaceIndex(over, ({ run }) => nextToRect(run, run.bbox[0] - run.em, run.bbox[0] + run.em))
  const isFrom = (each: PlacedRun) => (from: PlacedRun) =>
    each.slot !== from.slot && isNextTo(from.run, each.run) && hasEdgeOf(from.run, each.run)
  return places.filter(each => near.some(placeOf(each.run), isFrom(each))).map(({ run }) => run)
}

/** Where a line begins. */
const placeOf = ({ bbox: [x], origin: [, y] }: Run): Rect => [x, y, x, y]

/** The heights of the lines next to one, between two horizontal positions. */
const nextToRect = ({ origin: [, y], fontSize }: Run, from: number, to: number): Rect => [
  from,
  y - fontSize * step.most * 1.1,
  to,
  y + fontSize * step.most * 1.1,
]

const hasEdgeOf = (a: Run, b: Run): boolean => Math.abs(a.bbox[0] - b.bbox[0]) < a.em / 2

/** The cell into which text reaches from its own. */
function acrossFrom(root: Slot, { bbox, fontSize }: Run, slot: Slot): Slot | undefined {
  const [top, bottom] = [bbox[1] + over.above * fontSize, bbox[3] - over.below * fontSize]
  if (slot.cell && slot.holders.length === 0 && top >= slot.rect[1] && bottom <= slot.rect[3]) return undefined
  const x = Math.min(Math.max((bbox[0] + bbox[2]) / 2, slot.rect[0] + 1), slot.rect[2] - 1)
  return [top, bottom].map(y => slotHolding(root, x, y)).find(each => each !== slot)
}

/** The lines of two cells that follow on one another from one of them. */
function linesBesides(): (run: Run, slot: Slot, other: Slot) => Run[] {
  const indices = new Map<Slot, PlaceIndex<Run>>()
  const linesIn = (slot: Slot): PlaceIndex<Run> => {
    const index = indices.get(slot) ?? new PlaceIndex(slot.cell ? slot.runs : [], heightsOf)
    indices.set(slot, index)
    return index
  }
  let pairs = 0
  return (run, slot, other) => {
    const seen = new Set([run])
    for (const line of seen) {
      const near = [slot, other].flatMap(each => linesIn(each).meeting(nextToRect(line, line.bbox[0], line.bbox[2])))
      pairs += near.length
      refuseAbove('texts over one another', pairs)
      for (const each of near) if (isNextTo(line, each)) seen.add(each)
    }
    return [...seen]
  }
}

const heightsOf = ({ bbox: [x0, , x1], origin: [, y] }: Run): Rect => [x0, y, x1, y]

function isNextTo(a: Run, b: Run): boolean {
  const apart = Math.abs(a.origin[1] - b.origin[1]) / a.fontSize
  if (apart < step.least || apart > step.most || Math.abs(a.fontSize - b.fontSize) > a.fontSize * 0.1) return false
  return overlap(a.bbox[0], a.bbox[2], b.bbox[0], b.bbox[2]) > 0
}
