import type { Diagnostic } from './diagnostics/codes.ts'
import type { Pages, Place } from './document/model.ts'
import type { FailureCode } from './failure-messages.ts'
import type { Coverage } from './walks/coverage.ts'

export type { Pages } from './document/model.ts'

export interface Skipped {
  pages: Pages
  closest: string | null
  missing: string[]
}

export interface Input {
  path: string
  sha256: string
  mediaType: 'application/pdf' | 'text/plain'
  pages: number | null
  skipped: Skipped[]
}

export interface Failure {
  path: string
  pages: Pages | null
  code: FailureCode
  message: string
  hint: string
}

export interface ChoiceMade {
  pointer: string
  options: string[]
  chosen: string[]
}

/** One document: a run of pages of one layout, or one evaluation sheet. */
export interface Doc<L extends string = string, H = unknown, R = unknown> {
  source: { path: string; sha256: string; pages: Pages | null }
  layout: L
  edition: string | null
  evidence: { marker: string; found: boolean }[]
  header: H
  records: R[]
  recordPages: (Pages | null)[]
  choices: ChoiceMade[]
  diagnostics: Diagnostic[]
  coverage: Coverage
  provenance?: { [pointer: string]: Place[] }
  raw?: { header: unknown; records: unknown[] }
}

/** What one run of the tool gives: everything it read and everything it could not. */
export interface Extraction {
  schemaVersion: 1
  generator: { name: 'sapporo-eval'; version: string }
  inputs: Input[]
  documents: Doc[]
  failures: Failure[]
}
