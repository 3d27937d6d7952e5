import { into } from './paths.ts'

/** Something that a row of a table is about: `along` holds the value after each step of the way to it, `pointers` where that is. */
export interface Item {
  readonly along: readonly unknown[]
  /** Its number in the innermost list, from 1. */
  readonly no: number | null
  readonly pointers: readonly string[]
}

/** The items at the end of a row source's path; a group that is missing has none. */
export function itemsAt(root: unknown, steps: readonly string[], pointer: string): Item[] {
  let items: Item[] = [{ along: [root], no: null, pointers: [pointer] }]
  for (const step of steps) items = items.flatMap(item => (step === into ? entered(item) : [keyed(item, step)]))
  return items.filter(({ along }) => steps.at(-1) === into || along.at(-1) != null)
}

function entered({ along, pointers }: Item): Item[] {
  const list = along.at(-1)
  if (!Array.isArray(list)) return []
  return list.map((value, index) => ({
    along: [...along, value],
    no: index + 1,
    pointers: [...pointers, `${pointers.at(-1)}/${index}`],
  }))
}

const keyed = ({ along, no, pointers }: Item, key: string): Item => ({
  along: [...along, valueAt(along.at(-1), key)],
  no,
  pointers: [...pointers, `${pointers.at(-1)}/${key}`],
})

/** What a group holds under a key; null of what is no group. */
export const valueAt = (value: unknown, key: string): unknown =>
  value !== null && typeof value === 'object' ? (value as { readonly [key: string]: unknown })[key] : null
