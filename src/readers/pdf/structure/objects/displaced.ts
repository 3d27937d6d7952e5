import type { Buffer } from '../../../../platform/index.ts'
import type { FileObjects } from './objects.ts'

/** More steps than this are no bytes put in or taken out: the list was never right. */
const mostSteps = 3

/**
 * The objects whose length changed after the file was written: from them on all others lie elsewhere than the list says, by the same
 * number of bytes. None where the list agrees with the file or is wrong throughout.
 */
export function alteredObjects(objects: FileObjects, file: Buffer): ReadonlySet<number> {
  const { xref } = objects
  if (!xref) return new Set()
  const listed = [...xref.entries]
    .flatMap(([object, entry]) => (entry?.kind === 'at' ? [{ object, told: entry.offset }] : []))
    .sort((a, b) => a.told - b.told)
  const placed = listed.map(({ object, told }) => {
    const found = objects.scanned.get(object)
    return { object, told, off: found === undefined ? null : found - xref.base - told }
  })
  const end = { object: -1, told: xref.start.told, off: xref.start.found - xref.start.told }
  const inOrder = xref.isAstray && xref.start.told > (placed.at(-1)?.told ?? 0) ? [...placed, end] : placed
  return stepsOf(inOrder, file, xref.base)
}

interface Placed {
  readonly object: number
  readonly told: number
  /** Null where it is not there at all. */
  readonly off: number | null
}

function stepsOf(placed: readonly Placed[], file: Buffer, base: number): Set<number> {
  const steady = placed.filter((each, at) => !isAlone(placed, each, at))
  const steps = new Set<number>()
  steady.forEach((each, at) => {
    const next = steady[at + 1]
    if (!next || each.off === null || next.off === null || next.off === each.off) return
    if (!isLineEnds(file, base, each.told + each.off, next.told + next.off, next.off - each.off)) steps.add(each.object)
  })
  return steps.size > mostSteps ? new Set() : steps
}

/** An entry that is wrong by itself: those before and after it agree. */
function isAlone(placed: readonly Placed[], { off }: Placed, at: number): boolean {
  const [before, after] = [placed[at - 1], placed[at + 1]]
  return before !== undefined && after !== undefined && before.off === after.off && before.off !== off
}

/** The file was sent as a text, and its line ends were changed on the way. */
function isLineEnds(file: Buffer, base: number, from: number, to: number, more: number): boolean {
  const text = file.toString('latin1', from + base, to + base)
  return Math.abs(more) === text.split('\n').length - 1
}
