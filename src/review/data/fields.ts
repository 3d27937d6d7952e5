import type { Place } from '../../document/model.ts'
import type { ChoiceMade, Doc } from '../../envelope.ts'
import { type Field, isField, isList, isMaybe, type Shape } from '../../layouts/kit/fields.ts'
import type { AnyLayout } from '../../layouts/kit/layout.ts'
import { token } from '../../walks/evaluate.ts'
import type { ReviewField, ReviewPlace } from '../view/review.ts'

/** The part of a layout that names the fields of its documents. */
export type Form = Pick<AnyLayout, 'id' | 'title' | 'header' | 'record'>

/** Every field of a document in the order of the paper. Needs the document's provenance. */
export function fieldsOf(doc: Doc, form: Form): ReviewField[] {
  const book = bookOf(doc)
  const header = nodeOf(form.header, doc.header, { pointer: '/header', within: [] }, book)
  const records = doc.records.map((record, index) => {
    const within = doc.records.length > 1 ? [`${index + 1}`] : []
    return nodeOf(form.record, record, { pointer: `/records/${index}`, within }, book)
  })
  return [header, ...records].flatMap(inOrder)
}

/** What is known of the document by pointer. */
interface Book {
  readonly places: { readonly [pointer: string]: readonly Place[] }
  readonly choices: ReadonlyMap<string, ChoiceMade>
  readonly byHand: ReadonlyMap<string, ReviewField['byHand']>
}

const bookOf = ({ provenance = {}, choices, decisions = [] }: Doc): Book => ({
  places: provenance,
  choices: new Map(choices.map(choice => [choice.pointer, choice])),
  byHand: new Map(decisions.flatMap(({ pointer, decision }) => (pointer === null ? [] : [[pointer, decision]]))),
})

/** A field, or a group of them. */
type Node = ReviewField | readonly Node[]

interface At {
  readonly pointer: string
  readonly within: readonly string[]
}

function nodeOf(shape: Shape, value: unknown, at: At, book: Book): Node {
  if (isField(shape)) return fieldOf(shape, value, at, book)
  if (value === null || value === undefined) return []
  if (isMaybe(shape)) return nodeOf(shape.shape, value, at, book)
  if (isList(shape)) return itemsOf(shape[0], value as readonly unknown[], at, book)
  return Object.entries(shape as { readonly [key: string]: Shape }).map(([key, part]) => {
    const within = isField(part) ? at.within : [...at.within, key]
    const inner = (value as { readonly [key: string]: unknown })[key]
    return nodeOf(part, inner, { pointer: `${at.pointer}/${token(key)}`, within }, book)
  })
}

/** The items of a list, numbered behind its name: `costs 1`. */
const itemsOf = (item: Shape, values: readonly unknown[], { pointer, within }: At, book: Book): Node =>
  values.map((value, index) => {
    const numbered = [...within.slice(0, -1), `${within.at(-1) ?? ''} ${index + 1}`.trim()]
    return nodeOf(item, value, { pointer: `${pointer}/${index}`, within: numbered }, book)
  })

function fieldOf(field: Field<unknown>, value: unknown, { pointer, within }: At, book: Book): ReviewField {
  return {
    pointer,
    name: field.ja,
    key: pointer.slice(pointer.lastIndexOf('/') + 1),
    within,
    value: value ?? null,
    label: field.labels?.[String(value)] ?? null,
    unit: field.unit ?? null,
    options: book.choices.get(pointer)?.options ?? [],
    places: (book.places[pointer] ?? []).map(placeOf),
    byHand: book.byHand.get(pointer) ?? null,
    isCounted: field.counted === true,
  }
}

/** A place as the page shows it. */
export const placeOf = ({ page, bbox, offset }: Place): ReviewPlace => ({ page, box: bbox, span: bbox ? null : offset })

/** The fields of a node as they stand on the paper; what has no place stays behind what it follows in the form. */
function inOrder(node: Node): readonly ReviewField[] {
  if (!isParts(node)) return [node]
  let before: Rank = [0, 0, 0]
  const ranked = node.map(part => {
    const fields = inOrder(part)
    before = rankOf(fields) ?? before
    return { fields, rank: before }
  })
  return ranked.toSorted((a, b) => compared(a.rank, b.rank)).flatMap(({ fields }) => fields)
}

const isParts = (node: Node): node is readonly Node[] => Array.isArray(node)

type Rank = readonly [page: number, down: number, across: number]

/** Where the first of some fields stands; undefined where none has a place. */
function rankOf(fields: readonly ReviewField[]): Rank | undefined {
  const ranks = fields.flatMap(({ places }) => places.slice(0, 1).map(rankOfPlace))
  return ranks.toSorted(compared)[0]
}

/** Points that lines of one row may differ by. */
const rowHeight = 6

const rankOfPlace = ({ page, box, span }: ReviewPlace): Rank => [
  page ?? 0,
  box ? Math.round(box[1] / rowHeight) : (span?.[0] ?? 0),
  box?.[0] ?? 0,
]

const compared = (a: Rank, b: Rank): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
