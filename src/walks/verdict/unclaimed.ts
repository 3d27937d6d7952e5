import { type Note, note } from '../../diagnostics/codes.ts'
import { type Printed, startOf, textOf } from '../../document/printed.ts'
import { compact } from '../../normalise/whitespace.ts'
import type { Placed, Tested } from './confirm.ts'
import type { Ground } from './grounds.ts'

/** So long, or with its full stop, a text is a sentence and not a word of the form that is not known. */
const sentence = 12

/** Text that nothing claims, each with the value or record that may lack it. */
export function unclaimedNotes(unclaimed: readonly Printed[], { leaves, grounds }: Tested): Note[] {
  if (unclaimed.length === 0) return []
  const beside = new Beside(leaves)
  return unclaimed.map(on => {
    const text = textOf(on)
    const [ground] = grounds.of(on)
    const pointer = ground ? beside.pointerOf(ground, startOf(on), compact(text)) : null
    return note('TEXT_UNCLAIMED', { text }, { on, actual: text, pointer })
  })
}

/** Which values stand beside a place. */
class Beside {
  readonly #byCell = new Map<unknown, Placed>()
  readonly #extents = new Map<string, { from: number; to: number }>()

  constructor(leaves: readonly Placed[]) {
    for (const leaf of leaves)
      for (const ground of leaf.grounds) {
        if (ground.cell) this.#byCell.set(ground.cell, leaf)
        if (leaf.path !== undefined) this.#extend(leaf.pointer.split('/').slice(0, 3).join('/'), ground)
      }
  }

  /** The value in the same cell; of a sentence that stands among the values of a record, the record. */
  pointerOf({ cell }: Ground, at: number, text: string): string | null {
    const holder = cell && this.#byCell.get(cell)
    if (holder) return holder.pointer
    if (text.length < sentence && !text.endsWith('。')) return null
    const records = [...this.#extents].filter(([, { from, to }]) => from < at && at < to)
    return records.length === 1 ? (records[0]?.[0] ?? null) : null
  }

  #extend(record: string, { from, to }: Ground): void {
    const known = this.#extents.get(record)
    this.#extents.set(record, { from: Math.min(from, known?.from ?? from), to: Math.max(to, known?.to ?? to) })
  }
}
