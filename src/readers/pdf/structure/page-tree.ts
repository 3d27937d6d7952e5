import type { Body } from './objects/body.ts'
import { type FileObjects, nameOf } from './objects/objects.ts'
import { type Dictionary, isArray, isDictionary, Ref, type Value } from './objects/syntax.ts'

/** A place in the list of pages: the page that is there, or what was found instead. */
export interface Slot {
  readonly object: number | null
  readonly dictionary: Dictionary | null
  /** What a page takes from the nodes above it where it says nothing itself. */
  readonly inherited: Dictionary
  readonly what?: string
}

export interface PageTree {
  readonly slots: readonly Slot[]
  /** So many pages the list says that it has; null where it says nothing. */
  readonly count: number | null
  /** Some count in it is not that of the pages below. */
  readonly isMiscounted: boolean
}

interface Walk {
  readonly objects: FileObjects
  readonly seen: Set<number>
  readonly slots: Slot[]
  isMiscounted: boolean
}

/** The pages in the order of the file's own list; undefined where there is no list. */
export function pageTreeOf(objects: FileObjects): PageTree | undefined {
  const top = objects.root?.get('Pages')
  const node = objects.at(top)
  if (!isDictionary(node)) return undefined
  const walk: Walk = { objects, seen: new Set(), slots: [], isMiscounted: false }
  walkNode(walk, objects.bodyOf(top), node, new Map())
  const count = objects.at(node.get('Count'))
  const slots = withoutTwins(objects, walk.slots)
  return { slots, count: typeof count === 'number' ? count : null, isMiscounted: walk.isMiscounted }
}

function walkNode(walk: Walk, body: Body | undefined, node: Dictionary, above: Dictionary): void {
  if (body) walk.seen.add(body.object)
  const kids = walk.objects.at(node.get('Kids'))
  const inherited = new Map([...above, ...node])
  const before = walk.slots.length
  if (isArray(kids)) for (const kid of kids) walkKid(walk, kid, inherited)
  else walk.slots.push(lost('a list of pages is missing'))
  const count = walk.objects.at(node.get('Count'))
  if (count !== walk.slots.length - before) walk.isMiscounted = true
}

function walkKid(walk: Walk, kid: Value, inherited: Dictionary): void {
  const value = walk.objects.at(kid)
  const body = walk.objects.bodyOf(kid)
  const name = kid instanceof Ref ? `object ${kid.object}` : 'an entry of the list of pages'
  if (!isDictionary(value)) walk.slots.push(lost(`${name}, which the list of pages names, is ${missing(walk, kid)}`))
  else if (value.has('Kids') || nameOf(walk.objects.at(value.get('Type'))) === 'Pages')
    walkBranch(walk, body, value, inherited)
  else if (!isPage(walk, value)) walk.slots.push(lost(`${name}, which the list of pages names, is no page`))
  else walk.slots.push({ object: body?.object ?? null, dictionary: value, inherited })
}

function walkBranch(walk: Walk, body: Body | undefined, value: Dictionary, inherited: Dictionary): void {
  if (body && walk.seen.has(body.object)) walk.slots.push(lost('the list of pages leads in a circle'))
  else walkNode(walk, body, value, inherited)
}

const missing = ({ objects }: Walk, kid: Value): string =>
  kid instanceof Ref && objects.broken.has(kid.object) ? 'broken' : kid instanceof Ref ? 'missing' : 'no page'

const isPage = ({ objects }: Walk, value: Dictionary): boolean => nameOf(objects.at(value.get('Type'))) === 'Page'

const lost = (what: string): Slot => ({ object: null, dictionary: null, inherited: new Map(), what })

/** A page that is listed twice may be meant; where another page is listed nowhere, it takes the place of that. */
function withoutTwins(objects: FileObjects, slots: readonly Slot[]): Slot[] {
  const listed = new Set(slots.map(slot => slot.object))
  if (listed.size === slots.length) return [...slots]
  const forgotten = unlistedPages(objects, listed)[0]
  if (forgotten === undefined) return [...slots]
  const met = new Set<number | null>()
  return slots.map(slot => {
    const isTwin = slot.object !== null && met.has(slot.object)
    met.add(slot.object)
    return isTwin
      ? lost(`the list of pages names object ${slot.object} twice and the page of object ${forgotten} not at all`)
      : slot
  })
}

/** The pages of the file that its list does not name. */
export function unlistedPages(objects: FileObjects, listed: ReadonlySet<number | null>): number[] {
  const known = objects.xref ? [...objects.xref.entries].flatMap(([object, entry]) => (entry ? [object] : [])) : []
  const candidates = (known.length > 0 ? known : [...objects.scanned.keys()]).filter(object => !listed.has(object))
  return candidates.filter(object => {
    const value = objects.body(object)?.value
    return isDictionary(value) && nameOf(objects.at(value.get('Type'))) === 'Page' && value.has('Contents')
  })
}
