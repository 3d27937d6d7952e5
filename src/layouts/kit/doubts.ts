import { type NoteOf, note } from '../../diagnostics/codes.ts'
import { concat, type Printed, textOf } from '../../document/printed.ts'
import { type Leaf, printed } from './leaves.ts'

/** How doubtful it is, and what would be right. */
interface More {
  readonly severity?: 'warning' | 'info'
  readonly suggestion?: string | null
}

/** A note on printed text that may be wrong, and why: a warning by default. */
export function suspicion(on: Printed, why: string, { severity = 'warning', suggestion = null }: More = {}) {
  return note('SUSPECT_TEXT', { printed: textOf(on), suggestion, why }, { on, severity })
}

export type Suspicion = NoteOf<'SUSPECT_TEXT'>

/** A leaf that may be wrong, with the reason; one that is not printed stays as it is, since it has no text to doubt. */
export const suspect = (leaf: Leaf, why: string, more: More = {}): Leaf =>
  leaf.kind === 'printed' ? printed(leaf.on, [...(leaf.notes ?? []), suspicion(leaf.on, why, more)]) : leaf

const isLeaf = (found: object): found is Leaf => 'kind' in found && typeof found.kind === 'string'

/** Leaves in any arrangement, each of them mapped. */
export function mapLeaves<T>(found: T, change: (leaf: Leaf) => Leaf): T {
  if (typeof found !== 'object' || found === null) return found
  if (Array.isArray(found)) return found.map(part => mapLeaves(part, change)) as T
  if (isLeaf(found)) return change(found) as T
  return Object.fromEntries(Object.entries(found).map(([key, part]) => [key, mapLeaves(part, change)])) as T
}

/** Every printed leaf of some part of a record as one that 〃 is printed for: its places are both. */
export const dittoed = <T>(found: T, on: Printed): T => {
  const mark: Printed = { pieces: on.pieces.map(({ at }) => ({ text: '', at })) }
  const told = note('DITTO', { printed: textOf(on) }, { on })
  return mapLeaves(found, leaf =>
    leaf.kind === 'printed' ? printed(concat(mark, leaf.on), [...(leaf.notes ?? []), told]) : leaf,
  )
}

/** Every printed leaf of some part of a record as one that may be wrong. */
export const doubted = <T>(found: T, why: string, more: More = {}): T =>
  mapLeaves(found, leaf => suspect(leaf, why, more))
