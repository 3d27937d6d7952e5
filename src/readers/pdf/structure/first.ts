import type { Words } from '../../../messages/words.ts'
/** The first answer that a look at some items gives; undefined where none does. */
export function first<T>(items: Iterable<T>, look: (item: T) => Words | undefined): Words | undefined {
  for (const item of items) {
    const found = look(item)
    if (found !== undefined) return found
  }
  return undefined
}
