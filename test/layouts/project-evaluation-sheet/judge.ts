import type { Doc } from '../../../src/envelope.ts'
import type { Truth } from './sheet.ts'

export type Fate = 'right' | 'told' | 'silent'

export interface Verdict {
  readonly pointer: string
  readonly fate: Fate
  readonly actual: unknown
  readonly wanted: unknown
}

/**
 * What became of every value of a sheet: right; null, and a diagnostic points at it or at what holds it (told); or neither (silent).
 * Rows of lists are paired by what they are: most by their place.
 */
export function judge(doc: Doc, truth: Truth): Verdict[] {
  const record = doc.records[0] as Truth | undefined
  const pointers = new Set(doc.diagnostics.flatMap(each => each.pointer ?? []))
  const isTold = (pointer: string): boolean =>
    pointer !== '' && (pointers.has(pointer) || isTold(pointer.slice(0, pointer.lastIndexOf('/'))))
  return [...pairs(record, truth, '/records/0')].map(({ pointer, actual, wanted }) => {
    if (JSON.stringify(actual) === JSON.stringify(wanted)) return { pointer, fate: 'right', actual, wanted }
    const isEmpty = actual === null || actual === undefined || (Array.isArray(actual) && actual.length === 0)
    return { pointer, fate: isEmpty && isTold(pointer) ? 'told' : 'silent', actual, wanted }
  })
}

interface Pair {
  readonly pointer: string
  readonly actual: unknown
  readonly wanted: unknown
}

/** What a row of a list is known by: an indicator by kind and number, a 内訳 by its year; undefined where only its place tells. */
function identityOf(value: unknown): string | undefined {
  const { kind, no, name, fiscalYear, items } = (value ?? {}) as { readonly [key: string]: unknown }
  if (kind !== undefined && name !== undefined) return `${kind}${no}`
  return items !== undefined ? `${fiscalYear}${kind}` : undefined
}

function* pairs(actual: unknown, wanted: unknown, pointer: string): Generator<Pair> {
  if (Array.isArray(wanted) && wanted.some(item => typeof item === 'object')) yield* rows(actual, wanted, pointer)
  else if (Array.isArray(wanted) || wanted === null || typeof wanted !== 'object') yield { pointer, actual, wanted }
  else
    for (const [key, value] of Object.entries(wanted)) {
      const own = (actual as { [key: string]: unknown } | null | undefined)?.[key]
      yield* pairs(own, value, `${pointer}/${key}`)
    }
}

function* rows(actual: unknown, wanted: readonly unknown[], pointer: string): Generator<Pair> {
  const found = Array.isArray(actual) ? actual : []
  const used = new Set<number>()
  for (const [index, item] of wanted.entries()) {
    const identity = identityOf(item)
    const at = identity === undefined ? index : found.findIndex(each => identityOf(each) === identity)
    used.add(at)
    yield* pairs(found[at], item, `${pointer}/${at}`)
  }
  for (const [index, item] of found.entries())
    if (!used.has(index)) yield { pointer: `${pointer}/${index}`, actual: item, wanted: undefined }
}
