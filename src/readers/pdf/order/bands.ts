import type { Rect } from '../../../document/model.ts'
import { isMostlyTabular, type TabularRows, tabularRows } from './tabular.ts'

/** Something that takes its place on the page: a run, a table, a frame. */
export interface Item {
  readonly rect: Rect
  /** Whether it is a block of its own, as a table is, not a piece of a line. */
  readonly isBlock: boolean
}

/** A horizontal stretch whose content has no gutter in it. */
export type Stretch = readonly [from: number, to: number]

/** In ems: the least gutter between two columns, and the least width of each. */
const leastGutter = 1.5
export const leastColumn = 7

/**
 * The bands of a page and what holds of several that follow one another. It is counted up once: a page of many bands is asked about as
 * many stretches of them as it has pairs.
 */
export class Bands<T extends Item> {
  readonly #bands: readonly (readonly T[])[]
  readonly #em: number
  readonly #stretches: readonly (readonly Stretch[])[]
  /** Up to each band: its rows that are like those of a table, its rows, and its blocks. */
  readonly #upTo: readonly (TabularRows & { readonly blocks: number })[]
  readonly #rest: readonly boolean[]

  constructor(bands: readonly (readonly T[])[], em: number) {
    this.#bands = bands
    this.#em = em
    this.#stretches = bands.map(band => stretchesOf(band, em))
    this.#upTo = countedUp(bands, em)
    this.#rest = this.#widths(bands.length - 1, 0).reverse()
  }

  get count(): number {
    return this.#bands.length
  }

  items(from: number, to: number): T[] {
    return this.#bands.slice(from, to).flat()
  }

  /** Whether a band has a gutter at all; a title that spans both columns has none. */
  isColumned(at: number): boolean {
    return (this.#stretches[at]?.length ?? 0) > 1
  }

  /** Rows of a table without lines, though wide gutters part it. */
  isTable(from: number, to: number): boolean {
    const [before, after] = [this.#upTo[from], this.#upTo[to]]
    if (!before || !after || after.blocks > before.blocks) return false
    return isMostlyTabular({ wide: after.wide - before.wide, rows: after.rows - before.rows })
  }

  /** Whether a gutter parts all bands from one on so that columns have room on both its sides: for one band, for two, and so on. */
  roomFrom(from: number, most: number): boolean[] {
    return this.#widths(from, Math.min(this.count, from + most) - 1)
  }

  /** The same for all bands to the last. */
  hasRoomToEnd(from: number): boolean {
    return this.#rest[from] === true
  }

  #widths(from: number, to: number): boolean[] {
    const step = to < from ? -1 : 1
    let stretches: readonly Stretch[] = []
    return Array.from({ length: this.count === 0 ? 0 : Math.abs(to - from) + 1 }, (_, index) => {
      stretches = together(stretches, this.#stretches[from + index * step] ?? [], this.#em)
      return hasRoom(stretches, this.#em)
    })
  }
}

function countedUp(bands: readonly (readonly Item[])[], em: number) {
  let [wide, rows, blocks] = [0, 0, 0]
  const counts = bands.map(band => {
    const own = tabularRows(
      band.map(item => item.rect),
      em,
    )
    wide += own.wide
    rows += own.rows
    blocks += band.filter(item => item.isBlock).length
    return { wide, rows, blocks }
  })
  return [{ wide: 0, rows: 0, blocks: 0 }, ...counts]
}

/** What lies side by side without a gutter between, from left to right. */
export const stretchesOf = (items: readonly Item[], em: number): Stretch[] =>
  joined(
    items.map(({ rect }): Stretch => [rect[0], rect[2]]).sort((a, b) => a[0] - b[0]),
    em,
  )

function joined(inOrder: Iterable<Stretch>, em: number): Stretch[] {
  const stretches: Stretch[] = []
  for (const [from, to] of inOrder) {
    const last = stretches.at(-1)
    if (last && !(from - last[1] >= leastGutter * em))
      stretches[stretches.length - 1] = [last[0], Math.max(last[1], to)]
    else stretches.push([from, to])
  }
  return stretches
}

const together = (some: readonly Stretch[], more: readonly Stretch[], em: number): Stretch[] =>
  joined(inOrder(some, more), em)

function* inOrder(some: readonly Stretch[], more: readonly Stretch[]): Generator<Stretch> {
  let at = 0
  for (const stretch of some) {
    for (; at < more.length && (more[at] as Stretch)[0] < stretch[0]; at += 1) yield more[at] as Stretch
    yield stretch
  }
  yield* more.slice(at)
}

function hasRoom(stretches: readonly Stretch[], em: number): boolean {
  const [left, right] = [stretches[0]?.[0] ?? 0, stretches.at(-1)?.[1] ?? 0]
  return stretches.slice(1).some(([to], index) => {
    const [, from] = stretches[index] as Stretch
    return isWideEnough(left, right, { at: from, width: to - from }, em)
  })
}

/** A gutter: its left end and how wide it is. */
export interface ColumnGutter {
  readonly at: number
  readonly width: number
}

/** Whether there is room for a column on both sides of a gutter. */
export const isWideEnough = (left: number, right: number, { at, width }: ColumnGutter, em: number): boolean =>
  Math.min(at - left, right - at - width) >= leastColumn * em
