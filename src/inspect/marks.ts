import type { Rect } from '../document/model.ts'
import type { Doc } from '../envelope.ts'
import { isField, isList, type Shape } from '../layouts/kit/fields.ts'
import type { AnyLayout } from '../layouts/kit/layout.ts'
import { present } from '../walks/tables/paths.ts'

/** A field that has something on the page: its pointer, its name on the form, its value and its rectangles. */
export interface FieldMark {
  readonly pointer: string
  readonly name: string
  readonly value: unknown
  readonly rects: readonly Rect[]
}

/** A field without a value, and what the diagnostics say about it. */
export interface EmptyField {
  readonly pointer: string
  readonly name: string
  readonly why: readonly string[]
}

/** Text that no field took. */
export interface UnclaimedText {
  readonly text: string
  readonly rect: Rect
}

type Form = Pick<AnyLayout, 'header' | 'record'>

/** The fields of a document that are on a page. Needs the document's provenance. */
export function fieldsOn(page: number, doc: Doc, form: Form): FieldMark[] {
  return Object.entries(doc.provenance ?? {}).flatMap(([pointer, places]) => {
    const rects = places.flatMap(place => (place.page === page && place.bbox ? [place.bbox] : []))
    return rects.length === 0
      ? []
      : [{ pointer, name: nameOf(pointer, form), value: valueAt(doc, tokensOf(pointer)), rects }]
  })
}

export const unclaimedOn = (page: number, { coverage }: Doc): UnclaimedText[] =>
  coverage.unclaimedTexts.flatMap(({ text, place }) =>
    place.page === page && place.bbox ? [{ text, rect: place.bbox }] : [],
  )

/** The empty fields of the records on a page, and of the header where the document begins there; those with a reason first. */
export function emptyFields(page: number, doc: Doc, form: Form): EmptyField[] {
  const records = doc.records.map((record, index) => [`/records/${index}`, record, doc.recordPages[index]] as const)
  const header = [
    '/header',
    doc.header,
    doc.source.pages && { ...doc.source.pages, to: doc.source.pages.from },
  ] as const
  return [header, ...records]
    .filter(([, , pages]) => pages && pages.from <= page && page <= pages.to)
    .flatMap(([pointer, value]) => emptyIn(value, pointer))
    .map(pointer => ({ pointer, name: nameOf(pointer, form), why: reasonsFor(pointer, doc) }))
    .sort((a, b) => Number(b.why.length > 0) - Number(a.why.length > 0))
}

function emptyIn(value: unknown, pointer: string): string[] {
  if (value === null || (Array.isArray(value) && value.length === 0)) return [pointer]
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) => emptyIn(part, `${pointer}/${key}`))
}

/** The diagnostics of the field itself, or of the group it belongs to. */
const reasonsFor = (pointer: string, { diagnostics }: Doc): string[] =>
  diagnostics
    .filter(each => each.pointer !== null && (each.pointer === pointer || pointer.startsWith(`${each.pointer}/`)))
    .map(each => `${each.code}: ${each.message}`)

/** The name on the form; of a group that is empty as a whole, its key. */
function nameOf(pointer: string, form: Form): string {
  const [root, ...tokens] = tokensOf(pointer)
  const isHeader = root === 'header'
  const name = nameIn(isHeader ? form.header : form.record, isHeader ? tokens : tokens.slice(1))
  return name ?? tokens.at(-1) ?? pointer
}

function nameIn(shape: Shape | undefined, [token, ...rest]: readonly string[]): string | undefined {
  if (!shape) return undefined
  const inner = present(shape)
  if (isField(inner)) return inner.ja
  if (token === undefined) return isList(inner) ? nameIn(inner[0], []) : undefined
  return nameIn(isList(inner) ? inner[0] : (inner as { readonly [key: string]: Shape })[token], rest)
}

const tokensOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map(token => token.replaceAll('~1', '/').replaceAll('~0', '~'))

const valueAt = (value: unknown, tokens: readonly string[]): unknown =>
  tokens.reduce<unknown>((at, token) => (at as { [key: string]: unknown } | null)?.[token], value)
