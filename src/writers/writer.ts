import type { Doc, Extraction, Failure, Input } from '../envelope.ts'
import type { Named } from '../messages/arguments.ts'
import type { Language } from '../messages/language.ts'

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
export interface Extracted extends Omit<Extraction, 'documents' | 'inputs'> {
  readonly inputs: Iterable<Input>
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
  /** Keeps text from being taken for a formula, a date or a number; only where the encoding is one for spreadsheets. */
  readonly guard?: boolean
  /** A character that the encoding lacks is an error, and not exchanged for another. */
  readonly strictEncoding?: boolean
  /** Of sentences in the tables that the writer adds; English by default. */
  readonly language?: Language
  /** Called for each cell in which characters were exchanged, once for each of them. */
  readonly onReplaced?: (replaced: Replaced) => void
}

/** A character that the encoding of a table lacks, what is written in its place, and where. */
export interface Replaced {
  readonly character: string
  readonly by: string
  readonly table: Named
  readonly column: Named
  /** The text around it as one line, the character between 《 and 》. */
  readonly context: string
  /** The row of the file below its head, from 1; 0 for the head. */
  readonly row: number
  /** The input that the row comes from; null for the head. */
  readonly source: string | null
}

/** What the user says of the documents: where they come from, and on what terms. */
export interface About {
  readonly sourceTitle?: string
  readonly sourceUrl?: string
  /** A short name such as `CC-BY-4.0`, or the address of its text. */
  readonly licence?: string
}
