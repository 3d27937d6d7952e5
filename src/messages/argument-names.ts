import type { DiagnosticArgs, FailureArgs, ReleaseArgs } from './arguments.ts'

/** For each code the names of what its sentence is made of: each one, and no other. */
type Names<Args> = { readonly [Code in keyof Args]: { readonly [Name in keyof Args[Code]]-?: true } }

export const diagnosticArguments: Names<DiagnosticArgs> = {
  FIELD_UNREADABLE: { field: true, expected: true, printed: true },
  FIELD_AMBIGUOUS: { field: true, candidates: true, why: true },
  CHOICE_NONE: { field: true, options: true },
  CHOICE_SEVERAL: { field: true, chosen: true },
  SUM_MISMATCH: { what: true, expected: true, actual: true },
  PERCENT_MISMATCH: { what: true, expected: true, actual: true },
  ERA_MISMATCH: { printed: true, japanese: true, western: true },
  SEQUENCE_GAP: { what: true, expected: true, actual: true },
  FOOTNOTE_UNMATCHED: { no: true, side: true },
  ENUMERATOR_LOOKALIKE: { printed: true, read: true },
  EDITION_UNKNOWN: { closest: true, missing: true, unexpected: true },
  LABEL_UNKNOWN: { label: true },
  TEXT_UNCLAIMED: { text: true, isApart: true, lines: true, times: true },
  COUNT_MISMATCH: { what: true, expected: true, actual: true },
  SEAM_SUSPECT: { printed: true, suggestion: true },
  SUSPECT_TEXT: { printed: true, suggestion: true, why: true },
  ARRANGEMENT_DOUBTED: { what: true },
  FILE_REPAIRED: { what: true },
  NO_RECORDS: { form: true },
  HIDDEN_TEXT: { page: true, text: true },
  TEXT_CUT: { printed: true, rest: true },
  DECISION_STALE: { decision: true, why: true },
  DITTO: { printed: true },
  CHARACTER_REPLACED: { character: true, by: true, table: true, column: true },
}

export const failureArguments: Names<FailureArgs> = {
  EMPTY_INPUT: { bytes: true },
  NOT_TEXT: { why: true, byte: true, line: true, encoding: true, instead: true },
  NOT_FOUND: { what: true, isFile: true },
  UNREADABLE: { why: true },
  PASSWORD_REQUIRED: {},
  PASSWORD_WRONG: {},
  DAMAGED_PDF: { what: true },
  SCANNED: { pages: true, of: true },
  UNREADABLE_FONT: { fonts: true },
  TEXT_IS_LAYOUT: {},
  TEXT_OUT_OF_ORDER: { unclaimed: true, characters: true, line: true },
  NO_SUCH_PAGE: { pages: true },
  LAYOUT_UNKNOWN: { closest: true, missing: true, isMisnamed: true },
  LAYOUT_AMBIGUOUS: { claimants: true },
  INPUT_TOO_LARGE: { bytes: true, limit: true, unit: true, of: true },
  TIMEOUT: { seconds: true },
  OUT_OF_MEMORY: { megabytes: true },
  PACKAGE_MISSING: { name: true, needed: true },
  INTERNAL: { detail: true },
}

export const releaseArguments: Names<ReleaseArgs> = {
  FILENAME_MISMATCH: { differences: true },
  YEAR_OUTLIER: { year: true, usual: true, agreeing: true, total: true },
  DOCUMENT_REPEATED: { what: true, at: true, reuploads: true, identical: true },
  UNIT_COST_OUTLIER: { what: true, cost: true, staff: true, own: true, usual: true, agreeing: true, total: true },
}
