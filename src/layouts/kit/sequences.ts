import { type Note, type NoteOf, note } from '../../diagnostics/codes.ts'
import type { Text } from '../../messages/arguments.ts'
import { say } from '../../messages/words.ts'

/** A value and its place. */
export interface Operand<V = string | number | null> {
  readonly pointer: string
  readonly value: V
  /** The value as the sentence names it, where that is not as it is. */
  readonly said?: Text
}

type More = Omit<NoteOf<'SEQUENCE_GAP'>, 'code' | 'args' | 'pointer' | 'actual'>

/** A note on a value that does not continue the sequence before it. `expected` is for the sentence; `more.expected` for the data. */
export function gap(what: Text, expected: Text, { pointer, value, said }: Operand, more: More = {}): Note {
  const actual = said ?? (value === null ? say('NONE') : String(value))
  return note('SEQUENCE_GAP', { what, expected, actual }, { pointer, expected, actual: value, ...more })
}

/** Numbers that count from 1 without a gap; a single wrong one is reported once, not again at the next. */
export function* counted(what: Text, numbers: readonly Operand<number | null>[]): Generator<Note> {
  let expected = 1
  for (const [index, number] of numbers.entries()) {
    if (number.value !== null && number.value !== expected) {
      const above = numbers[index - 1]
      yield gap(what, String(expected), number, { expected, related: above ? [above] : [] })
      if (numbers[index + 1]?.value !== expected + 1) expected = number.value
    }
    expected += 1
  }
}
