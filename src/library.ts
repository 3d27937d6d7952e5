import { limitsFrom } from './batch/ask.ts'
import { readApart } from './batch/read-apart.ts'
import { sourceAt } from './batch/sources.ts'
import { type Doc, type Extraction, extractionOf, type Pages } from './envelope.ts'
import type { Out } from './layouts/kit/fields.ts'
import type { KnownLayout } from './layouts/registry.ts'
import type { Source } from './pipeline.ts'
import type { ReadOptions } from './readers/reader.ts'
import { toldResult } from './told.ts'
import type { Extras } from './walks/assemble.ts'

/** The document of one layout: `layout` says which, and determines the types of `header` and `records`. */
export type DocOf<L> = L extends {
  readonly id: infer Id extends string
  readonly header: infer H
  readonly record: infer R
}
  ? Doc<Id, Out<H>, Out<R>>
  : never

/** A document of any known layout; `if (doc.layout === 'finding-table')` narrows its records. */
export type KnownDoc = KnownLayout extends infer L ? (L extends unknown ? DocOf<L> : never) : never

/** All that was read and all that could not be, each document of the type of its layout. */
export interface TypedExtraction extends Omit<Extraction, 'documents'> {
  documents: KnownDoc[]
}

/** An input by its path, or by its bytes and the name to show for it. */
export type LibraryInput = string | { readonly path: string; readonly bytes: Uint8Array }

/** How inputs are read; what is left out is not done. */
export interface LibraryOptions extends Extras, Pick<ReadOptions, 'password'> {
  /** Pages of each file to look at, from 1; all where it is left out. */
  readonly pages?: readonly Pages[]
  /** Seconds that one input may take, 60 where it is left out; after that it is the failure TIMEOUT. */
  readonly timeout?: number
  /** Megabytes of memory that one input may take, 2048 where it is left out; above that it is the failure OUT_OF_MEMORY. */
  readonly memoryLimit?: number
  /**
   * Whether a process of its own reads the inputs, which can be ended at any moment; by default it does. With `false` they are read
   * in this process: its other work waits, the timeout is checked between pages only, and the memory not at all.
   */
  readonly isolate?: boolean
}

/**
 * What the tool makes of some inputs: documents, and failures where an input cannot be read. Never throws for an input; a path that does
 * not exist is a failure `NOT_FOUND`. Documents are in the order of the inputs. Each call starts one process for all its inputs.
 */
export async function extract(
  inputs: LibraryInput | readonly LibraryInput[],
  options: LibraryOptions = {},
): Promise<TypedExtraction> {
  const list = Array.isArray(inputs) ? (inputs as readonly LibraryInput[]) : [inputs as LibraryInput]
  const sources = await Promise.all(list.map(sourceOf))
  const extraction = options.isolate === false ? await readHere(sources, options) : await readBeside(sources, options)
  return extraction as unknown as TypedExtraction
}

async function readHere(sources: readonly Source[], options: LibraryOptions): Promise<Extraction> {
  const { timeout, pages, ...reading } = options
  const { timeout: seconds } = limitsFrom({ timeout })
  const [{ extractAll }, { layouts }, { readers }] = await Promise.all([
    import('./pipeline.ts'),
    import('./layouts/registry.ts'),
    import('./readers/registry.ts'),
  ])
  return extractAll(sources, {
    ...reading,
    ...(pages ? { pages } : {}),
    timeout: seconds,
    layouts,
    readers,
  })
}

async function readBeside(sources: readonly Source[], options: LibraryOptions): Promise<Extraction> {
  const { pages, password, provenance = false, raw = false, findings = false } = options
  const reading = { pages, password, provenance, raw, findings }
  const results = await readApart(sources, { reading, ...limitsFrom(options) })
  return extractionOf(results.map(result => toldResult(result, 'en')))
}

const sourceOf = async (input: LibraryInput): Promise<Source> =>
  typeof input === 'string' ? sourceAt(input) : { path: input.path, bytes: async () => input.bytes }
