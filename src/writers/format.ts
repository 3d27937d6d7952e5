import type { Doc } from '../envelope.ts'
import type { Form } from '../walks/tables/columns.ts'
import type { NewFolder } from './new-folder.ts'
import type { About, Extracted, TableOptions } from './writer.ts'

/** The options of a run that have an effect on some formats only, as they are typed. */
export const formatOptions = [
  '--table',
  '--headers',
  '--encoding',
  '--no-guard',
  '--for',
  '--strict-encoding',
  '--provenance',
  '--raw',
  '--per-file',
] as const
export type FormatOption = (typeof formatOptions)[number]

/** What is to be written, and how. */
export interface Output {
  readonly extracted: Extracted
  /** The layouts whose tables the output can hold. */
  readonly layouts: readonly Form[]
  /** The one table that is requested. */
  readonly table?: string | undefined
  readonly tables: TableOptions
  readonly about: About
  /** For people to read, where the format has such a form. */
  readonly isForPeople: boolean
  /** Names of the files where each input has one of its own; undefined where all inputs share one. */
  readonly fileNames?: ReadonlyMap<string, string> | undefined
}

/** How a format is written. */
export interface FormatWriter {
  /** The whole output as the pieces of one file. Throws an OutputError where one file cannot hold it. */
  readonly pieces: (output: Output) => Iterable<string | Uint8Array>
  /** The names that files of the output can have in a folder, with `/` between: nothing else is written there. */
  readonly names: (output: Output) => readonly string[]
  /** The whole output as files of a folder. */
  readonly fill: (folder: NewFolder, output: Output) => Promise<void>
  /** One document alone, where documents can be written before all are read; null where the format needs them all first. */
  readonly document: ((document: Doc) => string) | null
}

/** An output format. To add one, add one object of this type to `formats.ts`. */
export interface Format {
  /** What is typed after -f. */
  readonly id: string
  /** Endings of -o that select it, in lower case, with the dot. */
  readonly endings: readonly string[]
  /** RFC 6838. */
  readonly mediaType: string
  /** Its files are no text, and have no encoding. */
  readonly isBinary?: true
  /** What one file takes: the documents as they are, one table, or all tables. */
  readonly takes: 'documents' | 'table' | 'tables'
  /** The options that it takes, of those that not every format takes. */
  readonly options: readonly FormatOption[]
  /** Loads the writer: neither --help nor another format waits for it. */
  readonly open: () => Promise<FormatWriter>
}
