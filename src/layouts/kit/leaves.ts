import type { Note } from '../../diagnostics/codes.ts'
import { isBlank, nothing, type Printed } from '../../document/printed.ts'
import type { Words } from '../../messages/words.ts'

export interface Option {
  readonly mark: Printed
  readonly label: Printed
  readonly chosen: boolean
}

/** What the page has for one field. Parsing only finds and arranges leaves; values come later, one by one. */
export type Leaf =
  | { readonly kind: 'printed'; readonly on: Printed; readonly notes?: readonly Note[] }
  | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly notes?: readonly Note[] }
  /** Not printed as text: `spread`, or a mark that means yes. */
  | { readonly kind: 'counted'; readonly value: number | boolean; readonly from: Printed }
  /** The cell is there and empty. */
  | { readonly kind: 'blank'; readonly on: Printed }
  /** This edition, or this text, has no such field. */
  | { readonly kind: 'absent' }
  /** Several readings are possible: the value is null, the candidates are named; without candidates, `near` is where to look. */
  | { readonly kind: 'open'; readonly candidates: readonly Printed[]; readonly why: Words; readonly near?: Printed }

export const absent: Leaf = { kind: 'absent' }
export const blank = (on: Printed = nothing): Leaf => ({ kind: 'blank', on })
export const printed = (on: Printed, notes: readonly Note[] = []): Leaf =>
  notes.length > 0 ? { kind: 'printed', on, notes } : { kind: 'printed', on }
export const counted = (value: number | boolean, from: Printed = nothing): Leaf => ({ kind: 'counted', value, from })
export const open = (candidates: readonly Printed[], why: Words, near?: Printed): Leaf =>
  near ? { kind: 'open', candidates, why, near } : { kind: 'open', candidates, why }

/** A printed leaf where something was found, else an absent one. */
export const printedOr = (on: Printed | undefined, otherwise: Leaf = absent): Leaf => (on ? printed(on) : otherwise)

/** The source characters of a leaf; of a choice, the marked options only. */
export function printedOf(leaf: Leaf): Printed[] {
  if (leaf.kind === 'printed' || leaf.kind === 'blank') return [leaf.on]
  if (leaf.kind === 'counted') return [leaf.from]
  if (leaf.kind === 'open') return [...leaf.candidates]
  if (leaf.kind === 'choice') return leaf.options.filter(option => option.chosen).flatMap(o => [o.mark, o.label])
  return []
}

/** The answers of a field that may have any number of them, each with its source characters. */
export function answersOf(leaf: Leaf): Printed[][] {
  if (leaf.kind === 'printed') return isBlank(leaf.on) ? [] : [[leaf.on]]
  if (leaf.kind !== 'choice') return []
  return leaf.options.filter(option => option.chosen).map(option => [option.mark, option.label])
}
