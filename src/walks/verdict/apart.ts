import type { Table } from '../../document/model.ts'
import { type Printed, startOf, textOf } from '../../document/printed.ts'
import { compact } from '../../normalise/whitespace.ts'
import type { Tested, TestedLeaf } from './confirm.ts'
import { type Ground, type Grounds, isAcross } from './grounds.ts'

/** ※ 決算額は速報値である。 */
const isNote = (text: string): boolean => /^(?:[※＊]|（?注[）：:\d])/u.test(text)

/** A title, a date, a name: no part of a value's prose. */
const isShort = (text: string): boolean => text.length < 40 && !text.includes('。')

/**
 * Tells of text that nothing claims whether it is apart from the values of a page, so that none can lack it: before the form
 * and after it, notes, running heads, tables of another kind, rows that only head others. A text without places shows none of this.
 */
export class Apart {
  readonly #tables: ReadonlySet<Table | undefined>
  readonly #first: number
  readonly #firstOfRecords: number
  readonly #last: number
  readonly #running: ReadonlySet<string>
  /** The last value of all, where it may go on behind the form, as when its last line slipped out of a table. */
  readonly #unfinished: TestedLeaf | undefined

  constructor({ leaves, heads, grounds }: Tested, unclaimed: readonly Printed[]) {
    const lines = leaves.flatMap(leaf => leaf.grounds)
    const ofRecords = leaves.filter(leaf => leaf.path !== undefined).flatMap(leaf => leaf.grounds)
    this.#tables = new Set([...lines, ...heads.map(head => head.ground)].map(ground => ground.table))
    this.#first = Math.min(...lines.map(line => line.from))
    this.#firstOfRecords = Math.min(...ofRecords.map(line => line.from))
    this.#last = Math.max(...lines.map(line => line.to))
    const isLast = ({ grounds }: TestedLeaf) => grounds.some(line => line.to === this.#last)
    this.#unfinished = leaves.find(leaf => isLast(leaf) && leaf.isUnfinished)
    this.#running = runningHeads(unclaimed, grounds, lines)
  }

  holds(on: Printed, ground: Ground): boolean {
    if (!ground.bbox) return false
    const text = compact(textOf(on))
    if (ground.cell && !this.#isForeign(ground.table)) return isAcross(ground) && isShort(text)
    const at = startOf(on)
    const isOutside = at < this.#firstOfRecords || at > this.#last
    if (ground.cell) return isOutside || isShort(text)
    return (
      isNote(text) ||
      (isOutside && isShort(text) && !this.unfinishedBefore(on)) ||
      at < this.#first ||
      this.#running.has(keyOf(text))
    )
  }

  /** The pointer of the last value where that ends in mid-sentence and the text is behind it; else undefined. */
  unfinishedBefore(on: Printed): string | undefined {
    return startOf(on) > this.#last ? this.#unfinished?.pointer : undefined
  }

  /** It holds no value and no head, and is not cut like one that does, as the rest of it on another page would be. */
  #isForeign(table: Table | undefined): boolean {
    return !this.#tables.has(table) && [...this.#tables].every(other => other?.columns !== table?.columns)
  }
}

/** 提言1-ア　1/6, 提言1-ア　2/6: the same but for its numbers. */
const keyOf = (text: string): string => text.replace(/\d+/gu, '0')

/** What several pages print above all values or below them. */
function runningHeads(unclaimed: readonly Printed[], grounds: Grounds, lines: readonly Ground[]): Set<string> {
  const pages = new Map<string, Set<number>>()
  for (const on of unclaimed) {
    const [ground] = grounds.of(on)
    if (!ground || !isAtEdge(ground, lines)) continue
    const key = keyOf(compact(textOf(on)))
    pages.set(key, (pages.get(key) ?? new Set()).add(ground.page))
  }
  return new Set([...pages].flatMap(([key, on]) => (on.size > 1 && isShort(key) ? [key] : [])))
}

function isAtEdge({ page, bbox }: Ground, lines: readonly Ground[]): boolean {
  if (!bbox) return false
  const beside = lines.filter(line => line.page === page).flatMap(line => (line.bbox ? [line.bbox] : []))
  return beside.every(each => each[1] >= bbox[3]) || beside.every(each => each[3] <= bbox[1])
}
