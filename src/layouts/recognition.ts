import { type Page, type Pages, type Place, pagesOf, type SourceDocument } from '../document/model.ts'
import { type Printed, spansOf } from '../document/printed.ts'
import type { Words } from '../messages/words.ts'
import { type Claim, claimants, layoutRuns, type Run } from './choose.ts'
import { type EditionDoubt, editionDoubts } from './edition-doubts.ts'
import type { AnyLayout, Evidence } from './kit/layout.ts'

/** A run of pages and what every layout found on it. */
export interface Recognised {
  readonly pages: Pages | null
  /** The one layout that claims the pages; null where none does, or several do. */
  readonly layout: string | null
  readonly editions: readonly string[]
  /** What speaks against every known edition; documents that lack and add the same labels are grouped. */
  readonly editionDoubts: readonly EditionDoubt[]
  readonly documents: number
  readonly candidates: readonly Candidate[]
}

export interface Candidate {
  readonly layout: string
  readonly claims: boolean
  readonly evidence: readonly Mark[]
}

export interface Mark {
  readonly marker: Words
  readonly required: boolean
  readonly found: boolean
  readonly place: Place | null
}

/** Which layout owns which pages of a document, and by what marks. Those that found the most come first. */
export const recogniseAll = (document: SourceDocument, layouts: readonly AnyLayout[]): Recognised[] =>
  layoutRuns(document, layouts).map(run => recognised(run))

function recognised({ range, claims }: Run): Recognised {
  const owners = claimants(claims)
  const owner = owners.length === 1 ? owners[0] : undefined
  const parsed = owner ? owner.layout.parse(range) : []
  return {
    pages: pagesOf(range.pages as Page[]),
    layout: owner?.layout.id ?? null,
    editions: [...new Set(parsed.flatMap(each => each.edition ?? []))],
    editionDoubts: editionDoubts(parsed, on => placeOn(on, range.source)),
    documents: parsed.length,
    candidates: claims.map(claim => candidateOf(claim, range.source)).sort((a, b) => foundIn(b) - foundIn(a)),
  }
}

const candidateOf = ({ layout, claims, evidence }: Claim, document: SourceDocument): Candidate => ({
  layout: layout.id,
  claims,
  evidence: evidence.map(mark => markOf(mark, document)),
})

const markOf = ({ marker, required, found }: Evidence, document: SourceDocument): Mark => ({
  marker,
  required,
  found: found !== undefined,
  place: found ? placeOn(found, document) : null,
})

function placeOn(on: Printed, document: SourceDocument): Place | null {
  const [span] = spansOf(on)
  const [place] = span ? document.places(span) : []
  return place ?? null
}

const foundIn = ({ claims, evidence }: Candidate): number =>
  (claims ? 1 : 0) + evidence.filter(mark => mark.found).length / Math.max(1, evidence.length)
