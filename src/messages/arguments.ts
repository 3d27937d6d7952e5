import type { Words } from './words.ts'

/** Text as it is printed, or a phrase. */
export type Text = string | Words

/** What the sentence of each diagnostic code needs. A new code begins here and with its sentence in each language. */
export interface DiagnosticArgs {
  FIELD_UNREADABLE: { field: string; expected: Words; printed: string }
  FIELD_AMBIGUOUS: { field: string; candidates: readonly string[]; why: Words }
  CHOICE_NONE: { field: string; options: readonly string[] }
  CHOICE_SEVERAL: { field: string; chosen: readonly string[] }
  SUM_MISMATCH: { what: Text; expected: number; actual: number }
  PERCENT_MISMATCH: { what: Text; expected: number; actual: number }
  ERA_MISMATCH: { printed: string; japanese: number; western: number }
  SEQUENCE_GAP: { what: Text; expected: Text; actual: Text }
  FOOTNOTE_UNMATCHED: { no: number; side: 'text' | 'glossary' }
  ENUMERATOR_LOOKALIKE: { printed: string; read: string }
  EDITION_UNKNOWN: { closest: string; missing: readonly string[]; unexpected: readonly string[] }
  LABEL_UNKNOWN: { label: string }
  /** `lines`: those of the block that it begins; `times`: how often it is printed. */
  TEXT_UNCLAIMED: { text: string; isApart: boolean; lines: number; times: number }
  COUNT_MISMATCH: { what: Text; expected: number; actual: number }
  SEAM_SUSPECT: { printed: string; suggestion: string }
  SUSPECT_TEXT: { printed: Text; suggestion: string | null; why: Words }
  /** `rest`: what the file holds of it and the page does not show; null where that is not known. */
  TEXT_CUT: { printed: string; rest: string | null }
  /** `what`: why they may stand under the wrong heading. */
  ARRANGEMENT_DOUBTED: { what: Words }
  /** `what` was found and put right. */
  FILE_REPAIRED: { what: Words }
  NO_RECORDS: { form: string }
  HIDDEN_TEXT: { page: number | null; text: string }
  DITTO: { printed: string }
  /** `why`: why it is not applied. */
  DECISION_STALE: { decision: 'accepted' | 'corrected' | 'unreadable'; why: Words }
  /** The encoding of the output lacks a character; `by` is what is written in its place, null where there is nothing alike. */
  CHARACTER_REPLACED: { character: string; by: string | null; table: Named; column: Named }
}

/** A table or a column by its name, and by its title in Japanese. */
export interface Named {
  readonly name: string
  readonly ja: string
}

/** What is said of a document as a whole where its values could not be confirmed. */
export type ReasonCode = keyof DiagnosticArgs | 'PLACE_UNCONFIRMED'

/** What the sentence of each failure code needs. A new code begins here and with its sentence in each language. */
export interface FailureArgs {
  EMPTY_INPUT: { bytes: number }
  /** `byte` counts from 0, `line` from 1; `encoding` is a name that iconv knows, `instead` what to do with such a file. */
  NOT_TEXT: { why: Words; byte?: number; line?: number; encoding?: string; instead?: Words }
  /** `isFile`: it was named or found as a file, not as a pattern. */
  NOT_FOUND: { what: string; isFile?: boolean }
  UNREADABLE: { why: Words }
  PASSWORD_REQUIRED: None
  PASSWORD_WRONG: None
  DAMAGED_PDF: { what: Words }
  SCANNED: { pages: number; of: number }
  UNREADABLE_FONT: { fonts: readonly Text[] }
  TEXT_IS_LAYOUT: None
  /** Of `characters` of a text, so many stand in no field. */
  TEXT_OUT_OF_ORDER: { unclaimed: number; characters: number; line: number | null }
  NO_SUCH_PAGE: { pages: number }
  /** `isMisnamed`: its name ends in .pdf, and it is not a PDF. */
  LAYOUT_UNKNOWN: { closest: string | null; missing: readonly Text[]; isMisnamed?: boolean }
  LAYOUT_AMBIGUOUS: { claimants: readonly string[] }
  /** `of`: what has so much, where it is not the whole input. */
  INPUT_TOO_LARGE: { bytes: number; limit: number; unit?: Unit; of?: 'the page' | 'a stream' }
  TIMEOUT: { seconds: number }
  /** The limit that was reached; null where the system ended the work before. */
  OUT_OF_MEMORY: { megabytes: number | null }
  /** A package that is installed unless optional ones are left out, and what asks for it. */
  PACKAGE_MISSING: { name: string; needed: string }
  /** `detail` is what the program says, in its own language. */
  INTERNAL: { detail: string }
}

type None = Record<never, never>

export type FailureCode = keyof FailureArgs

/** What an input or a page can have too much of. */
export type Unit =
  | 'pages'
  | 'lines'
  | 'characters'
  | 'characters in a line'
  | 'bytes in all streams'
  | 'straight lines'
  | 'crossings of lines'
  | 'fields between lines'
  | 'frames in one another'
  | 'grounds over one another'
  | 'lines through characters'
  | 'texts over one another'
  | 'lines of print'
  | 'columns of text'
  | 'drawing operators'

/** The place of a document of a release: its file as the user typed it, and its pages, null where the file has none. */
export interface Located {
  readonly path: string
  readonly pages: { readonly from: number; readonly to: number } | null
}

/** The values that rounded numbers allow; null where they set no upper end. */
export interface Range {
  from: number
  to: number | null
}

/** What the sentence of each finding across a release needs. */
export interface ReleaseArgs {
  FILENAME_MISMATCH: { differences: readonly { what: string; named: string; printed: string }[] }
  YEAR_OUTLIER: { year: number; usual: number; agreeing: number; total: number }
  DOCUMENT_REPEATED: {
    what: string
    at: readonly Located[]
    reuploads: readonly { path: string; of: string }[]
    identical: readonly (readonly string[])[]
  }
  UNIT_COST_OUTLIER: {
    what: Text
    cost: number
    staff: number
    own: Range
    usual: Range
    agreeing: number
    total: number
  }
}

/** What was found, and what to do about it; each is one line. */
export interface Sentence {
  readonly message: string
  readonly hint: string
}
