import { isList, type Shape } from '../../layouts/kit/fields.ts'
import type { Tested, TestedLeaf } from './confirm.ts'
import type { Ground } from './grounds.ts'
import type { Head, PrintedHeads } from './heads.ts'

/** So long, or with its full stop, a text is a sentence and not a word of the form that is not known. */
const sentence = 12

/** A sentence or a figure is a value's; a word may be the form's. */
const isContent = (text: string): boolean =>
  text.length >= sentence || text.endsWith('。') || /^[\d,.]+[%％]?$/u.test(text)

/** Which values are beside a place. */
export class Beside {
  readonly #byCell = new Map<unknown, TestedLeaf>()
  readonly #extents = new Map<string, { from: number; to: number }>()
  readonly #used: ReadonlySet<Head>
  readonly #heads: PrintedHeads
  readonly #record: Shape

  constructor({ leaves, governing }: Tested, record: Shape) {
    this.#heads = governing
    this.#record = record
    this.#used = new Set(leaves.flatMap(leaf => leaf.head ?? []))
    for (const leaf of leaves)
      for (const ground of leaf.grounds) {
        if (ground.cell) this.#byCell.set(ground.cell, leaf)
        if (leaf.path !== undefined) this.#extend(leaf.pointer.split('/').slice(0, 3).join('/'), ground)
      }
  }

  /** The value in the same cell; else the one whose head governs the place and has nothing; of a sentence or figure among the values of a record, the record. */
  pointerOf(ground: Ground, at: number, text: string): string | null {
    const holder = ground.cell && this.#byCell.get(ground.cell)
    if (holder) return holder.pointer
    const around = [...this.#extents].filter(([, { from, to }]) => from < at && at < to)
    const [record] = around.length === 1 ? (around[0] ?? []) : []
    const path = record && this.#emptyPath(ground)
    if (path) return `${record}/${path}`
    return record && isContent(text) ? record : null
  }

  /** What a head that governs a place is a word for, where no value is under it; of a list, the list. */
  #emptyPath(ground: Ground): string | undefined {
    const [head] = this.#heads.governing(ground).filter(each => !this.#used.has(each))
    const [first, ...steps] = head?.paths[0]?.split('.') ?? []
    if (first === undefined) return undefined
    return isList((this.#record as { [key: string]: Shape })[first] as Shape) ? first : [first, ...steps].join('/')
  }

  #extend(record: string, { from, to }: Ground): void {
    const known = this.#extents.get(record)
    this.#extents.set(record, { from: Math.min(from, known?.from ?? from), to: Math.max(to, known?.to ?? to) })
  }
}
