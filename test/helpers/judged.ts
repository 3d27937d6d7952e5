import type { Doc } from '../../src/envelope.ts'

/** What is known of a document without reading it. */
export interface Truth {
  readonly header: unknown
  readonly records: readonly unknown[]
}

export interface Verdict {
  readonly pointer: string
  /** Told: wrong or missing, and a diagnostic points at it or at what holds it. */
  readonly fate: 'right' | 'told' | 'silent'
  readonly actual: unknown
  readonly wanted: unknown
}

/** What became of every leaf, those included that should not be there. */
export function judged(doc: Doc, truth: Truth): Verdict[] {
  const [found, wanted] = [leavesOf(doc), leavesOf(truth)]
  const pointers = new Set(doc.diagnostics.flatMap(each => each.pointer ?? []))
  const isTold = (pointer: string): boolean =>
    pointer !== '' && (pointers.has(pointer) || isTold(pointer.slice(0, pointer.lastIndexOf('/'))))
  return [...new Set([...wanted.keys(), ...found.keys()])].map(pointer => {
    const both = { pointer, actual: found.get(pointer), wanted: wanted.get(pointer) }
    if (both.actual === both.wanted) return { ...both, fate: 'right' }
    return { ...both, fate: isTold(pointer) ? 'told' : 'silent' }
  })
}

export const silentIn = (doc: Doc, truth: Truth): Verdict[] => judged(doc, truth).filter(each => each.fate === 'silent')

/** Every leaf of the values by its pointer; an empty list is one. */
export function leavesOf({ header, records }: Truth): Map<string, unknown> {
  const found = new Map<string, unknown>()
  const walk = (value: unknown, pointer: string): void => {
    const parts = value !== null && typeof value === 'object' ? Object.entries(value) : undefined
    if (!parts) found.set(pointer, value)
    else if (parts.length === 0) found.set(pointer, '[]')
    for (const [key, part] of parts ?? []) walk(part, `${pointer}/${key}`)
  }
  walk({ header, records }, '')
  return found
}
