import type { Doc } from '../../envelope.ts'

const known = new WeakMap<Doc, ReadonlyMap<string, number>>()

/** The page on which what is at or below a pointer begins, as far as the document tells its places; null where it does not. */
export function firstPage(doc: Doc, pointer: string): number | null {
  const pages = known.get(doc) ?? firstPages(doc)
  known.set(doc, pages)
  return pages.get(pointer) ?? null
}

function firstPages({ provenance = {} }: Doc): Map<string, number> {
  const pages = new Map<string, number>()
  for (const [pointer, places] of Object.entries(provenance)) {
    const page = places[0]?.page
    if (page == null) continue
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/')))
      pages.set(at, Math.min(page, pages.get(at) ?? page))
  }
  return pages
}
