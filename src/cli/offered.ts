import type { AnyLayout } from '../layouts/layout.ts'
import { layouts } from '../layouts/registry.ts'
import { usage } from './stderr.ts'

/** The layouts to try: all that are known, or only the one that was named. */
export function layoutsFor(id: string | undefined): readonly AnyLayout[] {
  if (id === undefined) return layouts
  const named = layouts.filter(layout => layout.id === id)
  if (named.length === 0) throw usage('--layout', `there is no layout "${id}"`, `known: ${idsOf(layouts)}`)
  return named
}

export const idsOf = (among: readonly AnyLayout[]): string => among.map(layout => layout.id).join(', ')
