import type { Rect, Suspicion } from '../../../document/model.ts'
import type { Char } from '../engine/engine.ts'
import { encloses, holds } from '../geometry.ts'
import type { Run } from '../lines/runs.ts'
import type { RuledTable, TableCell } from '../rulings/tables.ts'

/** A table with what stands in each of its cells. */
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
}

/** How far beyond its cell a nested table or a glyph's box may reach. */
const slack = 2

/** Puts each table into the smallest cell that holds it; the slot returned stands for the page. */
export function slotsOf(page: Rect, tables: readonly RuledTable[]): Slot {
  const root: Slot = { rect: page, cell: null, runs: [], holders: [] }
  for (const table of tables) {
    const slots = table.cells.map(cell => ({ rect: cell.rect, cell, runs: [], holders: [] }))
    innermost(root, table.rect).holders.push({ table, slots })
  }
  return root
}

function innermost(slot: Slot, held: Rect): Slot {
  for (const { table, slots } of slot.holders) {
    if (!encloses(table.rect, held, slack)) continue
    for (const inner of slots) if (encloses(inner.rect, held, slack)) return innermost(inner, held)
  }
  return slot
}

/** A run in its cell, and what makes that doubtful. */
export interface Placed {
  readonly run: Run
  readonly slot: Slot
  readonly doubt?: Suspicion
}

/** The smallest cell in which the middle of a character stands. */
export const slotAt = (root: Slot, { bbox }: Char): Slot =>
  slotHolding(root, (bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2)

export function slotHolding(root: Slot, x: number, y: number): Slot {
  let slot = root
  for (let inner = slotIn(slot, x, y); inner; inner = slotIn(slot, x, y)) slot = inner
  return slot
}

// Asked several times for every character: without a list or a function for each.
function slotIn({ holders }: Slot, x: number, y: number): Slot | undefined {
  for (const { table, slots } of holders) {
    if (!holds(table.rect, x, y)) continue
    for (const inner of slots) if (holds(inner.rect, x, y)) return inner
  }
  return undefined
}

/** In ems: where one object goes on in the next cell, it leaves at least so much room for the border. */
const roomForBorder = 0.12

/** In ems: a character may reach so far over a border that it does not lie across; more where the next keeps off: a number too long. */
const touching = 0.12
const overflow = 0.3

/**
 * Whether a border stands between two characters and neither lies across it: then they belong to two cells, however near they are.
 * Some producers write what stands on one height as one object, with a gap where a cell ends; without a gap it spills over.
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

/** In ems: where each glyph is an object of its own, those of one text stand without any gap, also beyond the edge of a table. */
const noGap = 0.02

const touches = (before: Char, after: Char): boolean =>
  !before.clipped && Math.abs(after.origin[0] - before.bbox[2]) < before.em * noGap

const leavesRoom = (before: Char, after: Char): boolean =>
  !before.clipped && after.origin[0] - before.bbox[2] >= before.em * roomForBorder
