import { groupBy } from '../../../document/group-by.ts'
import { shownValue } from '../dom.ts'
import type { Doubt, ReviewDocument, ReviewField, ReviewPlace } from '../review.ts'

/** What one decision settles: the doubts of one pointer, or a doubt about no value. */
export interface Question {
  readonly pointer: string | null
  /** What a decision says was read. */
  readonly read: unknown
  /** The field itself; null where it is about several, or none. */
  readonly field: ReviewField | null
  readonly doubts: readonly Doubt[]
  /** Readings to choose from: options, or candidates that the doubts name. */
  readonly candidates: readonly string[]
}

/** The questions of a document, in the order of its doubts. */
export function questionsOf({ doubts, fields }: ReviewDocument): Question[] {
  const byPointer = new Map(fields.map(field => [field.pointer, field]))
  const open = doubts.filter(({ isOpen }) => isOpen)
  const groups = groupBy(open, ({ pointer, read }) => pointer ?? JSON.stringify(['', read]))
  return [...groups.values()].map(group => {
    const [{ pointer, read }] = group as [Doubt, ...Doubt[]]
    const field = pointer === null ? null : (byPointer.get(pointer) ?? null)
    return { pointer, read, field, doubts: group, candidates: candidatesOf(field, group) }
  })
}

/** The question that a person asks about a field of which nothing is said. */
export const questionAbout = (field: ReviewField): Question => ({
  pointer: field.pointer,
  read: field.value,
  field,
  doubts: [],
  candidates: field.options,
})

function candidatesOf(field: ReviewField | null, doubts: readonly Doubt[]): string[] {
  if (!field) return []
  const named = doubts.flatMap(({ related }) =>
    related.filter(({ pointer }) => pointer === null).map(({ value }) => value),
  )
  const texts = [...field.options, ...named].filter(value => typeof value === 'string')
  return [...new Set(texts)].slice(0, 9)
}

/** Whether a person can say what the value should be. */
export const isCorrectable = ({ field }: Question): boolean => field !== null && !field.isCounted

/** What the checks behind some doubts compare a value with, where each stands. */
export const operandsOf = (doubts: readonly Doubt[]): { readonly place: ReviewPlace; readonly label: string }[] =>
  doubts
    .flatMap(({ related }) => related.filter(({ pointer }) => pointer !== null))
    .flatMap(({ place, value }) => (place ? [{ place, label: shownValue(value) }] : []))
