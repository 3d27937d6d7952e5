import { type Note, note } from '../../diagnostics/codes.ts'
import { groupBy } from '../../document/group-by.ts'
import { isList, type Shape } from '../../layouts/kit/fields.ts'
import { say } from '../../messages/words.ts'
import type { Tested, TestedLeaf } from './confirm.ts'
import type { Head } from './heads.ts'

/** The share of a list, or of a part of a record, that must be under other heads for the whole of it to be doubted. */
const leastForeign = 0.3

/** Parts of records whose values are under the heads of other parts, and heads under which nothing is read. */
export const arrangementNotes = (record: Shape, tested: Tested): Note[] => {
  const misplaced = misplacedNotes(tested.leaves)
  const known = new Set(misplaced.map(each => each.pointer))
  return [...misplaced, ...emptyNotes(record, tested).filter(each => !known.has(each.pointer))]
}

function misplacedNotes(leaves: readonly TestedLeaf[]): Note[] {
  return [...groupBy(leaves.filter(isJudged), partOf)].flatMap(([pointer, members]) => {
    const strangers = members.filter(leaf => leaf.foreign.length > 0)
    const [first] = strangers
    const [head] = first?.foreign ?? []
    if (!first || !head || strangers.length < 2 || strangers.length < leastForeign * members.length) return []
    const what = say('UNDER_OTHER_HEAD', { strangers: strangers.length, members: members.length, head: head.word })
    return [note('ARRANGEMENT_DOUBTED', { what }, { pointer, actual: head.word })]
  })
}

/** Only a page shows which head a value is under: the order of a text may be the converter's. */
const isJudged = ({ path, isHeaded, grounds }: TestedLeaf): boolean =>
  path !== undefined && isHeaded && grounds[0]?.bbox !== undefined

/** /records/0/needs/1/items/2: /records/0/needs. */
const partOf = ({ pointer }: TestedLeaf): string => pointer.split('/').slice(0, 4).join('/')

/** Lists that a heading outside of tables announces, and that have nothing of what is below it. */
function emptyNotes(record: Shape, { leaves, heads }: Tested): Note[] {
  const used = new Set(leaves.flatMap(leaf => leaf.head ?? []))
  const lists = new Set(Object.entries(record).flatMap(([key, part]) => (isList(part as Shape) ? [key] : [])))
  return heads.flatMap(head => {
    const [path] = head.paths
    if (used.has(head) || head.ground.cell || !head.ground.bbox || path === undefined || !lists.has(path)) return []
    const index = recordAt(head, leaves)
    if (index === undefined) return []
    const what = say('HEAD_WITHOUT_VALUES', { head: head.word })
    return [note('ARRANGEMENT_DOUBTED', { what }, { pointer: `/records/${index}/${path}`, actual: head.word })]
  })
}

/** The record whose values are last before a head, or first after it where none is. */
function recordAt({ at }: Head, leaves: readonly TestedLeaf[]): string | undefined {
  const ofRecords = leaves.filter(leaf => leaf.path !== undefined && leaf.grounds.length > 0)
  const start = (leaf: TestedLeaf) => leaf.grounds[0]?.from ?? 0
  const before = ofRecords.filter(leaf => start(leaf) < at).toSorted((a, b) => start(b) - start(a))[0]
  return (before ?? ofRecords[0])?.pointer.split('/')[2]
}
