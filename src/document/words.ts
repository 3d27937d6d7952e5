import { compact } from '../normalise/whitespace.ts'
import { type Printed, textOf } from './printed.ts'

const words = new WeakMap<Printed, string>()

/**
 * Printed text for comparison with the words of a form: width folded, without spaces. Every form needs it of every line, some
 * for each of their words, so it is worked out once.
 */
export function wordOf(on: Printed): string {
  const known = words.get(on)
  if (known !== undefined) return known
  const word = compact(textOf(on))
  words.set(on, word)
  return word
}
