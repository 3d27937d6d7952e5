import type { Body } from './body.ts'
import { type Dictionary, Lexer, SyntaxFault, type Value, Word } from './syntax.ts'

/** The members of a group: pairs of number and offset, then the objects. */
export function membersOf(
  data: Uint8Array,
  dictionary: Dictionary,
  at: (value: Value | undefined) => Value,
): ReadonlyMap<number, Body> {
  const members = new Map<number, Body>()
  const [count, first] = [Number(at(dictionary.get('N'))), Number(at(dictionary.get('First')))]
  const head = new Lexer(data)
  for (let index = 0; index < count; index += 1) {
    const [object, offset] = [head.next(), head.next()]
    if (typeof object !== 'number' || typeof offset !== 'number') return members
    const value = valueAt(data, first + offset)
    if (value !== undefined) members.set(object, { object, value })
  }
  return members
}

function valueAt(data: Uint8Array, offset: number): Value | undefined {
  try {
    const value = new Lexer(data, offset).value()
    return value instanceof Word ? undefined : value
  } catch (error) {
    if (error instanceof SyntaxFault) return undefined
    throw error
  }
}
