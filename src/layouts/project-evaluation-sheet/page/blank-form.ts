import { textOf } from '../../../document/printed.ts'
import { compact } from '../../../normalise/whitespace.ts'
import type { Furniture } from '../../kit/layout.ts'
import type { Leaf } from '../../kit/leaves.ts'

type Part = Leaf | readonly Part[] | { readonly [key: string]: Part } | null

/** What the form itself prints beside the fields: the heads of columns, numbers, labels. */
const ownKeys = new Set(['fiscalYear', 'kind', 'no', 'label', 'item', 'question'])
/** A unit that is printed where nothing is filled in. */
const unitAlone = /^(?:年度|年|月|千円|円|人工)?$/u

const isLeaf = (part: Part): part is Leaf => part !== null && 'kind' in part && typeof part.kind === 'string'

/** Whether anything is filled in: in a list only what is no head of it, and of choices an option that is marked. */
export function isFilledIn(part: Part, isInList = false): boolean {
  if (part === null) return false
  if (isLeaf(part)) return isEntry(part)
  if (Array.isArray(part)) return part.some(item => isFilledIn(item, true))
  return Object.entries(part as { readonly [key: string]: Part }).some(
    ([key, inner]) => !(isInList && ownKeys.has(key)) && isFilledIn(inner, isInList),
  )
}

function isEntry(leaf: Leaf): boolean {
  if (leaf.kind === 'printed') return !unitAlone.test(compact(textOf(leaf.on)))
  return leaf.kind === 'choice' ? leaf.options.some(option => option.chosen) : leaf.kind === 'open'
}

/** What a blank form prints where values would be, as its own words. */
export function formWords(part: Part): Furniture[] {
  if (part === null) return []
  if (!isLeaf(part)) return Object.values(part as { readonly [key: string]: Part }).flatMap(formWords)
  if (part.kind === 'printed') return [{ on: part.on, as: 'label' }]
  if (part.kind !== 'choice') return []
  return part.options.flatMap(({ mark, label }): Furniture[] => [
    { on: mark, as: 'mark' },
    { on: label, as: 'label' },
  ])
}
