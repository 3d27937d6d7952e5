import type { Place } from '../document/model.ts'
import type { Printed } from '../document/printed.ts'
import type { DiagnosticArgs as Args } from '../messages/arguments.ts'

export type Severity = 'error' | 'warning' | 'info'

export type { DiagnosticArgs as Args } from '../messages/arguments.ts'

export type Code = keyof Args

export const severities: { readonly [C in Code]: Severity } = {
  FIELD_UNREADABLE: 'error',
  FIELD_AMBIGUOUS: 'error',
  CHOICE_NONE: 'warning',
  CHOICE_SEVERAL: 'error',
  SUM_MISMATCH: 'error',
  PERCENT_MISMATCH: 'warning',
  ERA_MISMATCH: 'error',
  SEQUENCE_GAP: 'warning',
  FOOTNOTE_UNMATCHED: 'warning',
  ENUMERATOR_LOOKALIKE: 'info',
  EDITION_UNKNOWN: 'warning',
  LABEL_UNKNOWN: 'warning',
  TEXT_UNCLAIMED: 'warning',
  COUNT_MISMATCH: 'info',
  SEAM_SUSPECT: 'info',
  SUSPECT_TEXT: 'info',
  TEXT_CUT: 'warning',
  ARRANGEMENT_DOUBTED: 'error',
  FILE_REPAIRED: 'warning',
  NO_RECORDS: 'warning',
  HIDDEN_TEXT: 'info',
  DITTO: 'info',
  CHARACTER_REPLACED: 'info',
  DECISION_STALE: 'warning',
}

/** Something the reader of the output must know, before its places are looked up. */
export interface NoteOf<C extends Code> {
  readonly code: C
  readonly args: Args[C]
  /** JSON Pointer of the value concerned; set by the walk for a note attached to a leaf. */
  readonly pointer?: string | null
  /** What it points at, where that is narrower than the value or there is no value. */
  readonly on?: Printed
  readonly severity?: Severity
  readonly expected?: unknown
  readonly actual?: unknown
  readonly related?: readonly Related[]
}

export interface Related {
  readonly pointer: string | null
  readonly on?: Printed
  readonly value: unknown
}

export type Note = { [C in Code]: NoteOf<C> }[Code]

/** A diagnostic as the output has it. */
export interface Diagnostic {
  code: Code
  severity: Severity
  /** What was found and what to do, on one line. */
  message: string
  /** @internal Of what the sentence is made; only until the result is told in a language. */
  said?: { args: object; expected: unknown; actual: unknown }
  /** JSON Pointer of the value it is about, from the document; null where it is about no value. */
  pointer: string | null
  /** Where to look; null where the source does not say. */
  place: Place | null
  /** The printed text there with what is around it, on one line; null where nothing is printed. */
  context?: string | null
  expected: unknown
  actual: unknown
  related: { pointer: string | null; place: Place | null; value: unknown }[]
  /** What a person decided about it, and how grave it was: it asks for nothing any more. */
  settled?: { decision: 'accepted' | 'corrected' | 'unreadable'; was: Severity; by?: string }
}

/** A note of one code, with what its sentence needs and where it points. */
export function note<C extends Code>(code: C, args: Args[C], more: Omit<NoteOf<C>, 'code' | 'args'> = {}): NoteOf<C> {
  return { code, args, ...more }
}
