import { linesOfRange, type Page, type PageRange, type SourceDocument } from '../document/model.ts'
import { goesOnBelow } from '../document/table/across-breaks.ts'
import { wordOf } from '../document/words.ts'
import type { Words } from '../messages/words.ts'
import { compact } from '../normalise/whitespace.ts'
import type { AnyLayout, Evidence } from './kit/layout.ts'

/** What one layout found of its marks on some pages. */
export interface Claim {
  readonly layout: AnyLayout
  readonly evidence: readonly Evidence[]
  readonly claims: boolean
}

/** Pages that exactly one layout claims, or none, or several. */
export interface Run {
  readonly range: PageRange
  readonly claims: readonly Claim[]
}

/** A layout claims pages that have all its required marks and at least half of the others. */
const isClaim = (evidence: readonly Evidence[]): boolean => {
  const others = evidence.filter(mark => !mark.required)
  const found = others.filter(mark => mark.found !== undefined)
  return evidence.every(mark => !mark.required || mark.found !== undefined) && found.length * 2 >= others.length
}

const claimsOf = (range: PageRange, layouts: readonly AnyLayout[]): Claim[] =>
  layouts.map(layout => {
    const evidence = layout.recognise(mentions(range, layout.keyword) ? range : { ...range, pages: [] })
    return { layout, evidence, claims: isClaim(evidence) }
  })

const mentions = ({ source, pages }: PageRange, keyword: string | undefined): boolean => {
  if (keyword === undefined) return true
  const texts = pages.map(page => source.text.slice(...page.span))
  // A file may print 提⾔ with the radical ⾔, or set it wide: 提　言.
  if (texts.some(text => text.includes(keyword)) || texts.some(text => compact(text).includes(keyword))) return true
  // A converter may write every character as a number: &#x63d0;&#x8a00;.
  return (
    texts.some(text => text.includes('&#')) &&
    linesOfRange({ source, pages }).some(({ on }) => wordOf(on).includes(keyword))
  )
}

/** Those that claim the pages. */
export const claimants = (claims: readonly Claim[]): Claim[] => claims.filter(claim => claim.claims)

const foundShare = (claim: Claim): number =>
  claim.evidence.filter(mark => mark.found !== undefined).length / Math.max(1, claim.evidence.length)

/** The layout that found most of its marks; undefined where none found any, unless only one was asked for. */
export function closest(claims: readonly Claim[]): Claim | undefined {
  const best = claims.reduce<Claim | undefined>(
    (known, claim) => (known && foundShare(known) >= foundShare(claim) ? known : claim),
    undefined,
  )
  return best && (foundShare(best) > 0 || claims.length === 1) ? best : undefined
}

/** The marks that a layout sought and did not find. */
export const missingMarks = (claim: Claim): Words[] =>
  claim.evidence.filter(mark => mark.found === undefined).map(mark => mark.marker)

/**
 * The runs of pages of a source: a run begins on a page that shows a layout's marks and goes on until a page that shows another's, or
 * that its layout disowns; where the last table of a page goes on at the top of the next, it is not asked. Pages before, between and behind make runs of their own, which nobody claims.
 */
export function layoutRuns(source: SourceDocument, layouts: readonly AnyLayout[]): Run[] {
  const whole = runOf(source, source.pages, layouts)
  if (source.pages.length <= 1 || claimants(whole.claims).length === 0) return [whole]
  const parts = groups(source, layouts)
  return parts.length === 1 ? [whole] : parts.map(pages => runOf(source, pages, layouts))
}

const runOf = (source: SourceDocument, pages: readonly Page[], layouts: readonly AnyLayout[]): Run => {
  const range = { source, pages }
  return { range, claims: claimsOf(range, layouts) }
}

function groups(source: SourceDocument, layouts: readonly AnyLayout[]): Page[][] {
  const runs: { owner: AnyLayout | null; pages: Page[] }[] = []
  for (const page of source.pages) {
    const range = { source, pages: [page] }
    const owner = ownerOf(range, layouts)
    const current = runs.at(-1)
    const above = current?.pages.at(-1)
    if (current && (goesOn(current.owner, owner, range) || (owner === null && above && goesOnBelow(above, page))))
      current.pages.push(page)
    else runs.push({ owner, pages: [page] })
  }
  return runs.map(run => run.pages)
}

const goesOn = (current: AnyLayout | null, owner: AnyLayout | null, page: PageRange): boolean =>
  owner === current || (owner === null && current !== null && (current.continues?.(page) ?? true))

/** The least share of its marks by which a layout prevails on a page that none claims. */
const prevailing = 0.5

/** The one layout whose marks prevail on a page, or null where no layout's do. */
function ownerOf(range: PageRange, layouts: readonly AnyLayout[]): AnyLayout | null {
  const claims = claimsOf(range, layouts)
  const [only, ...others] = claimants(claims)
  if (only && others.length === 0) return only.layout
  const [beginning, ...more] = layouts.filter(layout => layout.begins?.(range))
  if (beginning && more.length === 0) return beginning
  const shares = claims.map(foundShare)
  const best = Math.max(...shares)
  const leaders = claims.filter((_, index) => shares[index] === best)
  return best >= prevailing && leaders.length === 1 ? (leaders[0] as Claim).layout : null
}
