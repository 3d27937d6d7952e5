import type { Printed } from '../../document/printed.ts'
import type { Words } from '../../messages/words.ts'
import type { Evidence } from './layout.ts'

/** A mark without which a document is not of the form. */
export const required = (marker: Words, found: Printed | undefined): Evidence => ({ marker, required: true, found })

/** A mark that most documents of the form show. */
export const usual = (marker: Words, found: Printed | undefined): Evidence => ({ marker, required: false, found })

/** What the first item that shows anything shows; undefined where none does. */
export function firstFound<T, F>(items: readonly T[], find: (item: T, index: number) => F | undefined): F | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index)
    if (found !== undefined) return found
  }
  return undefined
}
