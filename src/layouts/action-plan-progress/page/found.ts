import type { Note } from '../../../diagnostics/codes.ts'
import type { Block } from '../../../document/model.ts'
import type { Printed } from '../../../document/printed.ts'
import type { Leaf } from '../../kit/leaves.ts'
import type { Other } from '../cells/rows.ts'
import type { Numbered } from './numbers.ts'

/** A section while its rows are read. */
export interface Section {
  readonly number: Numbered | undefined
  readonly no: Leaf
  title: Printed | undefined
  body: readonly Block[]
  hasLabel: boolean
  /** Whether an initiative follows: then nothing more is said of the section. */
  isOver: boolean
}

/** A row of the table, as one record, while the rows it was cut into are read. */
export interface Initiative {
  readonly section: Section | undefined
  readonly number: Numbered | undefined
  title: readonly Printed[]
  progress: readonly Block[]
  outlook: readonly Block[]
  others: readonly Other[]
  readonly pages: number[]
  readonly notes: readonly Note[]
  /** Its row has fewer cells than there are heads, so that what it prints may be under another. */
  readonly isShort: boolean
}
