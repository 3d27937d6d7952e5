import type { Diagnostic } from './diagnostics/codes.ts'
import type { Pages, Place } from './document/model.ts'
import type { FailureCode } from './messages/arguments.ts'
import type { Words } from './messages/words.ts'
import { version } from './version.ts'
import type { Coverage } from './walks/coverage.ts'

export type { Pages } from './document/model.ts'

/** Pages that belong to no document: no layout claims them. */
export interface Skipped {
  pages: Pages
  /** The layout that found most of its marks there, and those it did not find; null where none found any. */
  closest: string | null
  missing: string[]
  /** @internal The marks as phrases; only until the result is told in a language. */
  said?: readonly Words[]
}

/** A file that was read, also where no document was found in it. */
export interface Input {
  /** As the user typed it. */
  path: string
  /** Of the bytes of the file, in hexadecimal digits. */
  sha256: string
  mediaType: 'application/pdf' | 'text/plain'
  /** How many the file has; null for a text without page breaks. */
  pages: number | null
  skipped: Skipped[]
}

/** What could not be read, and why; an input may have documents and failures. */
export interface Failure {
  /** As the user typed it. */
  path: string
  /** The pages that it is about; null where that is the whole input. */
  pages: Pages | null
  code: FailureCode
  /** What was found, on one line. */
  message: string
  /** What to do about it, on one line. */
  hint: string
  /** @internal Of what the sentences are made; only until the result is told in a language. */
  said?: object
}

/** A field that is answered by marking options. */
export interface ChoiceMade {
  /** JSON Pointer of the value, from the document. */
  pointer: string
  /** Every option that is printed, in the order of the source. */
  options: string[]
  /** Those that are marked; none where the value is null. */
  chosen: string[]
}

/** How far the values of a document can be believed without a look. */
export type Grade = 'sound' | 'check' | 'doubtful'

/** Why a document is not sound. */
export interface Reason {
  code: string
  pointer: string
  message: string
  /** @internal Of what the sentence is made; only until the result is told in a language. */
  said?: { args: object; more: number } | { words: Words }
}

/**
 * `sound`: no error or warning, and nearly every value stands where its head, column or label governs. `doubtful`: values may stand
 * under the wrong heading. `check`: all else; the reasons say what.
 */
export interface Verdict {
  grade: Grade
  /** Why it is not sound, the gravest first, each kind once; none where it is. */
  reasons: Reason[]
  /** Values that are printed somewhere in the document. */
  leaves: number
  /** Those whose place agrees with the head, column or label they are read under, by tests that do not know how they were found. */
  confirmed: number
  /** Those that an error or warning points at, at themselves or at what holds them. */
  doubted: number
}

/** A decision that was applied. */
export interface DecisionMade {
  /** JSON Pointer from the document; null where it is about no value. */
  pointer: string | null
  decision: 'accepted' | 'corrected' | 'unreadable'
  /** What was read when it was decided. */
  read: unknown
  by?: string
}

/** One document: a run of pages of one layout, or one evaluation sheet. */
export interface Doc<L extends string = string, H = unknown, R = unknown> {
  /** `pages` is null for a text without page breaks. */
  source: { path: string; sha256: string; pages: Pages | null }
  layout: L
  /** Null where the form has no editions, or the document is of none that is known. */
  edition: string | null
  /** The marks by which the layout was recognised, and those it did not find. */
  evidence: {
    marker: string
    found: boolean
    /** @internal The mark as a phrase; only until the result is told in a language. */
    said?: Words
  }[]
  header: H
  records: R[]
  /** The pages of each record, in the order of `records`; null where the source has none. */
  recordPages: (Pages | null)[]
  choices: ChoiceMade[]
  diagnostics: Diagnostic[]
  coverage: Coverage
  verdict: Verdict
  /** What people decided about values and doubts, as far as it was applied; left out where nothing was. */
  decisions?: DecisionMade[]
  /** With the option `provenance`: by JSON Pointer, the places of a value, one per printed line. */
  provenance?: { [pointer: string]: Place[] }
  /** With the option `raw`: the strings as printed, in the shape of `header` and `records`. */
  raw?: { header: unknown; records: unknown[] }
}

/** The result of one run of the tool: everything it read and everything it could not. */
export interface Extraction {
  schemaVersion: 1
  generator: { name: 'sapporo-eval'; version: string }
  inputs: Input[]
  documents: Doc[]
  failures: Failure[]
}

/** What became of one input: it may have documents and failures. */
export interface Result {
  readonly input: Input | null
  readonly documents: readonly Doc[]
  readonly failures: readonly Failure[]
}

/** The results of some inputs as one. */
export const extractionOf = (results: readonly Result[]): Extraction => ({
  schemaVersion: 1,
  generator: { name: 'sapporo-eval', version },
  inputs: results.flatMap(result => result.input ?? []),
  documents: results.flatMap(result => result.documents),
  failures: results.flatMap(result => result.failures),
})
