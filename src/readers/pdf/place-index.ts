import RBush from 'rbush'
import type { Rect } from '../../document/model.ts'
import { nothing } from './geometry.ts'

interface Entry<T> {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
  readonly order: number
  readonly item: T
}

/** A part of the tree, as the library gives it out. */
interface Node<T> extends Bounds {
  readonly children: readonly (Node<T> | Entry<T>)[]
}

type Bounds = Pick<Entry<unknown>, 'minX' | 'minY' | 'maxX' | 'maxY'>

const meets = ({ minX, minY, maxX, maxY }: Bounds, [x0, y0, x1, y1]: Rect): boolean =>
  minX <= x1 && minY <= y1 && maxX >= x0 && maxY >= y0

/** Beyond any page, and still a number to reckon with. */
const farthest = 1e30

/** Things by the rectangle that they take up, so that what lies near a place is found without looking at all of them. */
export class PlaceIndex<T> {
  // Made with the first thing: a page has thousands of cells, and few hold any table.
  #tree: RBush<Entry<T>> | undefined
  #count = 0

  constructor(items: Iterable<T> = [], rectOf: (item: T) => Rect = () => nothing) {
    this.add(items, rectOf)
  }

  /** How many things it was given. */
  get size(): number {
    return this.#count
  }

  add(items: Iterable<T>, rectOf: (item: T) => Rect): void {
    const entries: Entry<T>[] = []
    for (const item of items) {
      const entry = entryOf(item, rectOf(item), this.#count)
      if (entry) entries.push(entry)
      this.#count += 1
    }
    if (entries.length === 0) return
    this.#tree ??= new RBush()
    this.#tree.load(entries)
  }

  /** What meets or touches a rectangle, in the order in which it was given. */
  meeting([minX, minY, maxX, maxY]: Rect): T[] {
    const found = this.#tree?.search({ minX, minY, maxX, maxY }) ?? []
    return found.sort((a, b) => a.order - b.order).map(({ item }) => item)
  }

  /** Whether something that meets or touches a rectangle passes a test; looks no further than the first. */
  some(rect: Rect, test: (item: T) => boolean): boolean {
    const open = this.#tree ? [this.#tree.toJSON() as Node<T>] : []
    for (let node = open.pop(); node; node = open.pop())
      for (const child of node.children) {
        if (!meets(child, rect)) continue
        if ('children' in child) open.push(child)
        else if (test(child.item)) return true
      }
    return false
  }
}

/** Undefined for what has no place and so can meet nothing. */
function entryOf<T>(item: T, rect: Rect, order: number): Entry<T> | undefined {
  if (rect.some(Number.isNaN)) return undefined
  const [minX, minY, maxX, maxY] = rect.map(edge => Math.min(Math.max(edge, -farthest), farthest)) as [...Rect]
  return { minX, minY, maxX, maxY, order, item }
}

/** A rectangle with so much more room on every side. */
export const widened = ([x0, y0, x1, y1]: Rect, by: number): Rect => [x0 - by, y0 - by, x1 + by, y1 + by]
