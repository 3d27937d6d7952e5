import { Buffer } from '../../../../platform/index.ts'
import { type FileObjects, nameOf } from '../objects/objects.ts'
import { isArray, isDictionary, Ref, type Value } from '../objects/syntax.ts'
import { contentOf } from './content.ts'

/** What kinds of objects a reference that was changed may have led to before. */
export type Kind = 'content' | 'characters' | 'font'

/** Objects of a kind that nothing in the file refers to: what a reference led to before it was changed. */
export function straysOf(objects: FileObjects, kind: Kind): number[] {
  const numbers = [...new Set(objects.numbers)]
  const named = new Set<number>()
  for (const number of numbers) collectRefs(objects.body(number)?.value, named)
  return numbers.filter(number => !named.has(number) && isOfKind(objects, number, kind))
}

function collectRefs(value: Value | undefined, into: Set<number>): void {
  if (value instanceof Ref) into.add(value.object)
  else if (isArray(value)) for (const item of value) collectRefs(item, into)
  else if (isDictionary(value)) for (const item of value.values()) collectRefs(item, into)
}

function isOfKind(objects: FileObjects, number: number, kind: Kind): boolean {
  const body = objects.body(number)
  if (!isDictionary(body?.value)) return false
  const type = nameOf(body.value.get('Type'))
  if (kind === 'font') return type === 'Font' && body.value.has('Subtype')
  // A stream of a kind of its own says so.
  if (type !== undefined || body.value.has('Subtype')) return false
  const unpacked = objects.dataOf(body)
  return unpacked?.kind === 'data' && (kind === 'content' ? showsText(unpacked.data) : namesCharacters(unpacked.data))
}

function showsText(data: Uint8Array): boolean {
  const { shows, strangers } = contentOf(data)
  return shows > 0 && strangers === 0
}

const namesCharacters = (data: Uint8Array): boolean =>
  Buffer.from(data.buffer, data.byteOffset, data.length).includes('beginbf')
