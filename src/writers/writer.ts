import { extname } from 'node:path'
import type { Extraction } from '../envelope.ts'
import type { TableData } from '../walks/table-rows.ts'

/** The forms the output can take. */
export const formats = ['json', 'jsonl', 'csv'] as const
export type Format = (typeof formats)[number]

export const headerStyles = ['en', 'ja'] as const
export type Headers = (typeof headerStyles)[number]

export const encodings = ['utf-8', 'utf-8-bom', 'cp932'] as const
export type Encoding = (typeof encodings)[number]

export interface TextOptions {
  /** Indented, for people; otherwise as short as can be. */
  readonly indent?: boolean
}

/** Writes a whole extraction as text, piece by piece, in UTF-8 and with a line break at the end. */
export interface TextWriter {
  readonly format: Exclude<Format, 'csv'>
  readonly write: (extraction: Extraction, options?: TextOptions) => Iterable<string>
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

/** A file of a folder, by its name there. */
export interface OutputFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The form that the ending of a path asks for, or undefined where it asks for none. */
export const formatOf = (path: string): Format | undefined =>
  formats.find(format => extname(path).toLowerCase() === `.${format}`)
