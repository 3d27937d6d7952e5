import type { Note } from '../../../diagnostics/codes.ts'
import type { Printed } from '../../../document/printed.ts'
import type { In } from '../../kit/fields.ts'
import type { Furniture } from '../../kit/layout.ts'
import type { Leaf } from '../../kit/leaves.ts'
import type { RecordShape } from '../record.ts'

type Body = In<RecordShape>

/** Code and name of one thing, printed beside one label. */
export interface Coded {
  readonly code: Leaf
  readonly name: Leaf
}

/**
 * A sheet as one kind of document prints it, asked for its fields by their paths in the record. Where the sheet has no label for a
 * field its leaf is absent; where nothing is beside the label, blank.
 */
export interface Source {
  readonly title: Printed | undefined
  /** Running text. */
  text(field: string): Leaf
  /** A short value: a year, a name, a number. */
  one(field: string): Leaf
  /** A short value that is a code; two of them are open. */
  code(field: string): Leaf
  /** Null where the sheet prints neither. */
  coded(field: string): Coded | null
  choice(field: string): Leaf
  /** The choices of 対象 and 対象外, each with its label. */
  targets(): Body['targets']
  /** An amount that is alone beside its label. */
  saving(field: string): Leaf
  costs(): Body['costs']
  costBreakdowns(): Body['costBreakdowns']
  indicators(): Body['indicators']
  assessments(): Body['assessments']
  /** Asked when every field has taken its own. */
  rest(): Rest
}

/** What no field took, and what there is to say of the whole sheet. */
export interface Rest {
  readonly edition: string | null
  /** What is under labels that no edition has. */
  readonly other: Body['other']
  readonly furniture: readonly Furniture[]
  readonly notes: readonly Note[]
}
