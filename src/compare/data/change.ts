import type { Cell } from '../../walks/tables/columns.ts'
import type { Row } from './release.ts'

/** What can differ between two releases, the gravest first. */
export const kinds = [
  'disagreement',
  'duplicate',
  'new',
  'ended',
  'recoded',
  'renamed',
  'moved',
  'amount',
  'choice',
  'value',
  'text',
  'form',
  'not_comparable',
] as const
export type Kind = (typeof kinds)[number]

/** Why two values, or two records, are not compared. */
export type Why = 'doubtful' | 'empty' | 'key' | null

/** A run of words that both texts have, or only the old or the new one. */
export interface Part {
  readonly in: 'both' | 'old' | 'new'
  readonly text: string
}

/** One difference between two releases. */
export interface Change {
  readonly kind: Kind
  readonly table: string
  /** The codes of the record, `10/21045`; null where the change is of the form. */
  readonly key: string | null
  readonly name: string | null
  /** What of the record it is about, where it has several: an indicator, a cost of a year. */
  readonly item: string | null
  readonly column: string | null
  readonly old: Cell
  readonly new: Cell
  readonly difference: number | null
  /** Of the old amount; null where that is 0. */
  readonly share: number | null
  readonly why: Why
  /** The words of two texts; empty for all else. */
  readonly parts: readonly Part[]
  readonly oldRow: Row | null
  readonly newRow: Row | null
}

const nothing = { key: null, name: null, item: null, column: null, old: null, new: null, difference: null, share: null }

/** A change of which only some is to be said. */
export const changeOf = (kind: Kind, table: string, more: Partial<Change> = {}): Change => ({
  ...nothing,
  why: null,
  parts: [],
  oldRow: null,
  newRow: null,
  kind,
  table,
  ...more,
})
