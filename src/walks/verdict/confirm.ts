import type { PageRange } from '../../document/model.ts'
import { isBlank, startOf, textOf } from '../../document/printed.ts'
import { mayEndParagraph } from '../../document/prose/sentences.ts'
import type { AnyLayout, Furniture } from '../../layouts/kit/layout.ts'
import { type Evaluated, printedWhole } from '../evaluate.ts'
import { type Ground, Grounds, isSameColumn, sharesColumn } from './grounds.ts'
import { type Head, holdersOf, PrintedHeads } from './heads.ts'

/** What the tests of a value's place came to. */
export interface TestedLeaf {
  readonly pointer: string
  /** In the record, without the numbers of items; undefined in the header. */
  readonly path: string | undefined
  readonly grounds: readonly Ground[]
  /** The document prints a head for its field. */
  readonly isHeaded: boolean
  /** The head that governs it and is a word for it. */
  readonly head: Head | undefined
  /** Heads of other fields that govern it, where none of its own does though one is printed. */
  readonly foreign: readonly Head[]
  /** All its lines are in one cell or column. */
  readonly isTogether: boolean
  /** Running text that ends in mid-sentence: more of it may be printed elsewhere. */
  readonly isUnfinished: boolean
}

export interface Tested {
  /** Every leaf that is on printed text, in the order of the record. */
  readonly leaves: readonly TestedLeaf[]
  readonly heads: readonly Head[]
  readonly governing: PrintedHeads
  readonly grounds: Grounds
}

/** Where each value of a document is, and whether what it is read under governs that place. */
export function testPlaces(
  layout: Pick<AnyLayout, 'heads'>,
  range: PageRange,
  leaves: readonly Evaluated[],
  furniture: readonly Furniture[],
): Tested {
  const grounds = new Grounds(range)
  const heads = new PrintedHeads(furniture, layout.heads ?? {}, grounds)
  const found = leaves.flatMap(leaf => placed(leaf, grounds, heads))
  return { leaves: inOrder(found), heads: heads.all, governing: heads, grounds }
}

/** 活動指標１ 達成率: the label of a column that the form does not know is put together of the heads over it. */
const joinedLabel = 'other.label'

/** In characters: what is shorter is a name or a word, and ends as it likes. */
const runningText = 20

function placed(leaf: Evaluated, grounds: Grounds, heads: PrintedHeads): TestedLeaf[] {
  const on = printedWhole(leaf)
  if (startOf(on) < 0 || isBlank(on)) return []
  const path = pathOf(leaf.pointer)
  const lines = grounds.of(on)
  const [first] = lines
  const holders = path === undefined ? [] : holdersOf(path)
  const isHeaded = first !== undefined && heads.isHeaded(holders)
  const own = {
    pointer: leaf.pointer,
    path,
    grounds: lines,
    isTogether: path === joinedLabel || isTogether(lines),
    isHeaded,
    isUnfinished: textOf(on).length >= runningText && !mayEndParagraph(on),
  }
  if (!isHeaded) return [{ ...own, head: undefined, foreign: [] }]
  const governing = [...heads.on(on), ...heads.governing({ ...first, from: startOf(on) })]
  const head = governing.find(each => isFor(each, holders))
  return [{ ...own, head, foreign: head ? [] : governing }]
}

const isFor = ({ paths }: Head, holders: readonly string[]): boolean => holders.some(holder => paths.includes(holder))

/** /records/0/costs/1/kind: costs.kind. */
export function pathOf(pointer: string): string | undefined {
  if (!pointer.startsWith('/records/')) return undefined
  const steps = pointer.split('/').slice(3)
  return steps.length === 0 ? undefined : steps.filter(step => !isNumber.test(step)).join('.')
}

const isNumber = /^\d+$/u

/** In a text, those values lose their head that are before a value of an earlier head of the same record. */
function inOrder(leaves: readonly TestedLeaf[]): TestedLeaf[] {
  const furthest = new Map<string, number>()
  const outOfOrder = new Set<TestedLeaf>()
  const start = (leaf: TestedLeaf) => leaf.grounds[0]?.from ?? 0
  const ofText = leaves.filter(({ head, grounds }) => head && !grounds[0]?.bbox && !grounds[0]?.cell)
  for (const leaf of ofText.toSorted((a, b) => start(a) - start(b))) {
    const record = leaf.pointer.split('/')[2] as string
    const at = leaf.head?.at ?? 0
    if (at < (furthest.get(record) ?? 0)) outOfOrder.add(leaf)
    furthest.set(record, Math.max(at, furthest.get(record) ?? 0))
  }
  return leaves.map(leaf => (outOfOrder.has(leaf) ? { ...leaf, head: undefined } : leaf))
}

/** Whether each line goes on where the one before it ends: in its cell or column, or at the head of the next page or column. */
const isTogether = (lines: readonly Ground[]): boolean =>
  lines.every((line, index) => index === 0 || goesOn(lines[index - 1] as Ground, line))

function goesOn(above: Ground, below: Ground): boolean {
  if (above.cell !== below.cell) return isSameColumn(above, below)
  if (above.cell || above.page !== below.page || !above.bbox || !below.bbox) return true
  const isNextColumn = below.bbox[1] < above.bbox[1] && below.bbox[0] > above.bbox[0]
  const isLevel = below.bbox[1] < above.bbox[3]
  return isNextColumn || isLevel || sharesColumn(above.bbox, below.bbox)
}
