import type { Rect, Suspicion } from '../../../document/model.ts'
import type { Char } from '../engine/engine.ts'
import { encloses, holds } from '../geometry.ts'
import { refuseAbove } from '../limits.ts'
import type { Run } from '../lines/runs.ts'
import { PlaceIndex, widened } from '../place-index.ts'
import type { RuledTable, TableCell } from '../rulings/tables.ts'

/** A table with what is in each of its cells. */
export interface Holder {
  readonly table: RuledTable
  readonly slots: readonly Slot[]
}

/** What a cell, or the page outside all tables, holds. */
export interface Slot {
  readonly rect: Rect
  readonly cell: TableCell | null
  readonly runs: Run[]
  readonly holders: Holder[]
  /** The cells of all its holders. */
  readonly inner: PlaceIndex<Inner>
}

/** A cell within another, and the table that it is of. */
interface Inner {
  readonly table: RuledTable
  readonly slot: Slot
}

/** How far beyond its cell a nested table or a glyph's box may reach. */
const slack = 2

/** Puts each table into the smallest cell that holds it; the slot returned stands for the page. */
export function slotsOf(page: Rect, tables: readonly RuledTable[]): Slot {
  const root = slotFor(page, null)
  for (const table of tables) {
    const holder = { table, slots: table.cells.map(cell => slotFor(cell.rect, cell)) }
    const slot = innermost(root, table.rect)
    slot.holders.push(holder)
    slot.inner.add(
      holder.slots.map(each => ({ table, slot: each })),
      each => each.slot.rect,
    )
  }
  return root
}

const slotFor = (rect: Rect, cell: TableCell | null): Slot => ({
  rect,
  cell,
  runs: [],
  holders: [],
  inner: new PlaceIndex(),
})

function innermost(root: Slot, held: Rect): Slot {
  const isAround = ({ table, slot }: Inner) => encloses(table.rect, held, slack) && encloses(slot.rect, held, slack)
  let depth = 0
  let slot = root
  for (let inner: Inner | undefined; ; slot = inner.slot) {
    refuseAbove('frames in one another', depth)
    depth += 1
    inner = slot.inner.meeting(widened(held, slack * 2)).find(isAround)
    if (!inner) return slot
  }
}

/** A run in its cell, and what makes that doubtful. */
export interface PlacedRun {
  readonly run: Run
  readonly slot: Slot
  readonly doubt?: Suspicion
}

/** The smallest cell that holds the middle of a character. */
export const slotAt = (root: Slot, { bbox }: Char): Slot =>
  slotHolding(root, (bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2)

export function slotHolding(root: Slot, x: number, y: number): Slot {
  let slot = root
  for (let inner = slotIn(slot, x, y); inner; inner = slotIn(slot, x, y)) slot = inner
  return slot
}

/** So many cells are gone through one by one; more are looked for by their places. */
const few = 24

// Asked several times for every character: without a list or a function for each where there are few cells.
function slotIn({ holders, inner }: Slot, x: number, y: number): Slot | undefined {
  if (inner.size > few)
    return inner.meeting([x, y, x, y]).find(({ table, slot }) => holds(table.rect, x, y) && holds(slot.rect, x, y))
      ?.slot
  for (const { table, slots } of holders) {
    if (!holds(table.rect, x, y)) continue
    for (const each of slots) if (holds(each.rect, x, y)) return each
  }
  return undefined
}

/** In ems: where one object goes on in the next cell, it leaves at least so much room for the border. */
const roomForBorder = 0.12

/** In ems: a character may reach so far over a border that it does not lie across; more where the next keeps off: a number too long. */
const touching = 0.12
const overflow = 0.3

/**
 * Whether a border lies between two characters and neither lies across it: then they belong to two cells, however near they are.
 * Some producers write what is at one height as one object, with a gap where a cell ends; without a gap it spills over.
 */
export function partedBy(root: Slot): (before: Char, after: Char) => boolean {
  return (before, after) => {
    if (before.angle !== 0 || hanging.test(after.text)) return false
    if (before.objectId === after.objectId && !leavesRoom(before, after)) return false
    const [a, b] = [slotAt(root, before), slotAt(root, after)]
    if (a === b || ((a === root || b === root) && touches(before, after))) return false
    const spill = before.em * touching
    const over = before.em * (before.objectId !== after.objectId && leavesRoom(before, after) ? overflow : touching)
    return before.bbox[2] <= a.rect[2] + over && after.bbox[0] >= b.rect[0] - spill
  }
}

/** A mark that ends a sentence begins no cell: it hangs over the border of the one before. */
const hanging = /^[、。，．､｡]$/u

/** In ems: where each glyph is an object of its own, those of one text have no gap between them, even beyond the edge of a table. */
const noGap = 0.02

const touches = (before: Char, after: Char): boolean =>
  !before.clipped && Math.abs(after.origin[0] - before.bbox[2]) < before.em * noGap

const leavesRoom = (before: Char, after: Char): boolean =>
  !before.clipped && after.origin[0] - before.bbox[2] >= before.em * roomForBorder
