import { extname } from 'node:path'
import type { Doc, Extraction, Failure, Input } from '../envelope.ts'
import type { TableData } from '../walks/table-rows.ts'

/** The forms the output can take. */
export const formats = ['json', 'jsonl', 'csv'] as const
export type Format = (typeof formats)[number]

export const headerStyles = ['en', 'ja'] as const
export type Headers = (typeof headerStyles)[number]

export const encodings = ['utf-8', 'utf-8-bom', 'cp932'] as const
export type Encoding = (typeof encodings)[number]

interface TextOptions {
  /** Indented, for people; otherwise as short as can be. */
  readonly indent?: boolean
}

/** What became of one input. */
interface ExtractedInput {
  readonly input: Input | null
  readonly documents: readonly Doc[]
  readonly failures: readonly Failure[]
}

/** An Extraction whose documents come one at a time, as often as they are asked for: a run may have more than memory holds. */
export interface Extracted extends Omit<Extraction, 'documents'> {
  readonly documents: Iterable<Doc>
  /** The layouts that have documents. */
  readonly layouts: ReadonlySet<string>
  /** Input by input. */
  readonly each: Iterable<ExtractedInput>
}

/** Writes a whole extraction as text, piece by piece, in UTF-8 and with a line break at the end. */
export interface TextWriter {
  readonly format: Exclude<Format, 'csv'>
  readonly write: (extraction: Omit<Extracted, 'each' | 'layouts'>, options?: TextOptions) => Iterable<string>
}

export interface TableOptions {
  readonly headers?: Headers
  readonly encoding?: Encoding
  /** Puts `'` before text that a spreadsheet would take for a formula; only where the encoding is one for spreadsheets. */
  readonly guard?: boolean
}

/** Writes one table as the bytes of a file. */
export interface TableWriter {
  readonly format: 'csv'
  readonly write: (table: TableData, options?: TableOptions) => Uint8Array
}

/** The form that the ending of a path asks for, or undefined where it asks for none. */
export const formatOf = (path: string): Format | undefined =>
  formats.find(format => extname(path).toLowerCase() === `.${format}`)
