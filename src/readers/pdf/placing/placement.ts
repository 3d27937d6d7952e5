import type { Suspicion } from '../../../document/model.ts'
import type { Char } from '../engine/engine.ts'
import { overlap, widthOf } from '../geometry.ts'
import type { Run } from '../lines/runs.ts'
import { PlaceIndex } from '../place-index.ts'
import { acrossRows, goingOnFrom } from './across-rows.ts'
import { partedAtObjects } from './objects-apart.ts'
import { overprinted } from './overprinted.ts'
import { type PlacedRun, type Slot, slotAt } from './places.ts'

interface Placing {
  readonly runs: Run[]
  readonly doubts: Map<Char, Suspicion>
}

/** Puts each run into its cell, and says of which characters it is not sure where they belong. */
export function placedRuns(root: Slot, given: readonly Run[], stamped: ReadonlyMap<Char, Suspicion>): Placing {
  const doubts = new Map(stamped)
  const doubted = (run: Run, why: Suspicion | undefined) => {
    if (why) for (const char of run.chars) doubts.set(char, why)
  }
  const runs: Run[] = []
  for (const each of given) {
    const { runs: parts, doubt } = partedAtObjects(root, each)
    for (const part of parts) doubted(part, doubt)
    for (const part of parts) runs.push(part)
  }
  const upon = overprinted(runs, stamped)
  const printedOver = new Set(runs.filter(run => run.chars.every(char => upon.has(char))))
  const places = placed(root, runs)
  for (const run of goingOnFrom(printedOver, places)) if (!doubts.has(run.chars[0] as Char)) doubted(run, 'on-border')
  for (const char of upon) doubts.set(char, 'overprinted')
  for (const { run, doubt } of places) doubted(run, doubt)
  for (const [run, why] of acrossRows(root, places)) doubted(run, why)
  return { runs, doubts }
}

/** The cell of each run: the one it is in, or where it spills over a border that which it belongs to. */
function placed(root: Slot, runs: readonly Run[]): PlacedRun[] {
  const crossing: Crossing[] = []
  const found = runs.map(run => {
    const { chars } = run
    const first = slotAt(root, chars.find(isPrinted) ?? (chars[0] as Char))
    const last = slotAt(root, chars.findLast(isPrinted) ?? (chars[0] as Char))
    if (first === last) first.runs.push(run)
    else crossing.push({ run, chars: chars.filter(isPrinted), first, last })
    return { run, slot: first }
  })
  if (crossing.length === 0) return found
  // What is in one cell says where there is room for the others.
  const isFilled = filledSlots()
  const owned = new Map(crossing.map(each => [each.run, ownedBy(root, each, isFilled)]))
  for (const { run, slot } of owned.values()) slot.runs.push(run)
  return found.map(each => owned.get(each.run) ?? each)
}

const isPrinted = ({ text }: Char): boolean => text.trim() !== ''

/** Text that begins in one cell and ends in another. */
interface Crossing {
  readonly run: Run
  readonly chars: readonly Char[]
  readonly first: Slot
  readonly last: Slot
}

/** Text that begins at its cell's left edge spills to the right; one that ends at a right edge, to the left; else it is centred. */
function ownedBy(root: Slot, { run, chars, first, last }: Crossing, isFilled: IsFilled): PlacedRun {
  const atLeft = (chars[0] as Char).bbox[0] - first.rect[0] < run.em || first.cell === null
  const atRight = last.rect[2] - (chars.at(-1) as Char).bbox[2] < run.em
  if (atLeft && atRight) return inEither(run, first, last, isFilled)
  if (atLeft) return { run, slot: first }
  if (atRight) return { run, slot: last }
  return centred(root, run, chars, isFilled)
}

/** It fills both cells: it belongs to the one that has nothing else at its height. */
function inEither(run: Run, first: Slot, last: Slot, isFilled: IsFilled): PlacedRun {
  const [slot, other] = isFilled(first, run) && !isFilled(last, run) ? [last, first] : [first, last]
  return { run, slot, doubt: isFilled(other, run) ? 'on-border' : 'beside-empty' }
}

/** In ems: what is set in the middle of its cell is off it by no more. */
const mostOff = 0.6

function centred(root: Slot, run: Run, chars: readonly Char[], isFilled: IsFilled): PlacedRun {
  const middle = (run.bbox[0] + run.bbox[2]) / 2
  const crossed = [...new Set(chars.map(char => slotAt(root, char)))]
  const offCentre = ({ rect }: Slot) =>
    Math.abs((rect[0] + rect[2]) / 2 - middle) + (widthOf(rect) < run.em ? run.em : 0)
  const slot = crossed.reduce((a, b) => (offCentre(b) < offCentre(a) - 0.5 ? b : a))
  if (offCentre(slot) <= mostOff * run.em) return { run, slot }
  return { run, slot, doubt: crossed.every(each => isFilled(each, run)) ? 'on-border' : 'beside-empty' }
}

/** Whether a cell holds something else at the height of a run. */
type IsFilled = (slot: Slot, run: Run) => boolean

/** So long as nothing is put into the cells. */
function filledSlots(): IsFilled {
  const heights = new Map<Slot, PlaceIndex<Run>>()
  return (slot, run) => {
    const index = heights.get(slot) ?? new PlaceIndex(slot.runs, ({ bbox }) => [0, bbox[1], 0, bbox[3]])
    heights.set(slot, index)
    const [, top, , bottom] = run.bbox
    return index.some([0, top, 0, bottom], ({ bbox }) => overlap(bbox[1], bbox[3], top, bottom) > run.fontSize / 2)
  }
}
