/** The parts of a document that are compared. */
export interface Read {
  readonly layout: string
  readonly verdict: { readonly grade: 'sound' | 'check' | 'doubtful' }
  readonly header: unknown
  readonly records: readonly unknown[]
  readonly diagnostics: readonly { readonly severity: string; readonly pointer: string | null }[]
}

/** A value that is another one, or gone, and nothing says so. */
export interface Loss {
  /** The document and the place in it. */
  readonly pointer: string
  readonly was: unknown
  readonly is: unknown
}

/**
 * What a damaged file lost without a word: every leaf of the undamaged documents that is not the same in those of the damaged file, and at
 * which, or above which, no diagnostic points. A failure tells of all that is missing.
 */
export function silentLosses(was: readonly Read[], is: readonly Read[], hasFailed: boolean): Loss[] {
  if (hasFailed) return []
  if (was.length !== is.length) return [{ pointer: '', was: was.length, is: is.length }]
  return was.flatMap((document, index) =>
    lossesIn(document, is[index] as Read).map(loss => ({ ...loss, pointer: `${index}${loss.pointer}` })),
  )
}

function lossesIn(was: Read, is: Read): Loss[] {
  const told = new Set(
    is.diagnostics.filter(({ severity }) => severity !== 'info').flatMap(({ pointer }) => pointer ?? []),
  )
  const isTold = (pointer: string): boolean =>
    told.has(pointer) || (pointer !== '' && isTold(pointer.slice(0, pointer.lastIndexOf('/'))))
  const [before, after] = [leavesOf(was), leavesOf(is)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(pointer => before.get(pointer) !== after.get(pointer) && !isTold(pointer))
    .map(pointer => ({ pointer, was: before.get(pointer), is: after.get(pointer) }))
}

/** Every leaf by its pointer; an empty list is one. */
function leavesOf({ header, records }: Read): Map<string, unknown> {
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
