import type { Doc, Extraction, Failure, Input } from '../envelope.ts'

export const headerStyles = ['en', 'ja'] as const
export type Headers = (typeof headerStyles)[number]

export const encodings = ['utf-8', 'utf-8-bom', 'cp932'] as const
export type Encoding = (typeof encodings)[number]

/** What became of one input. */
interface ExtractedInput {
  readonly input: Input | null
  readonly documents: readonly Doc[]
  readonly failures: readonly Failure[]
}

/** An Extraction whose documents come one at a time and can be iterated again: a run may have more than memory holds. */
export interface Extracted extends Omit<Extraction, 'documents'> {
  readonly documents: Iterable<Doc>
  /** The layouts that have documents. */
  readonly layouts: ReadonlySet<string>
  /** Input by input. */
  readonly each: Iterable<ExtractedInput>
}

/** What the formats that write whole documents need of it. */
export type Documents = Omit<Extracted, 'each' | 'layouts'>

export interface TableOptions {
  readonly headers?: Headers
  readonly encoding?: Encoding
  /** Puts `'` before text that a spreadsheet would take for a formula; only where the encoding is one for spreadsheets. */
  readonly guard?: boolean
}

/** What the user says of the documents: where they come from, and on what terms. */
export interface About {
  readonly sourceTitle?: string
  readonly sourceUrl?: string
  /** A short name such as `CC-BY-4.0`, or the address of its text. */
  readonly licence?: string
}
