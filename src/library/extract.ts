import { limitsFrom } from '../batch/ask.ts'
import { readApart } from '../batch/read-apart.ts'
import { type Extraction, extractionOf, type Pages } from '../envelope.ts'
import type { Source } from '../pipeline.ts'
import type { ReadOptions } from '../readers/reader.ts'
import { toldResult } from '../told.ts'
import type { Extras } from '../walks/assemble.ts'
import { type LibraryInput, listOf, sourceOf } from './inputs.ts'
import type { KnownDoc } from './known-doc.ts'

/** All that was read and all that could not be, each document of the type of its layout. */
export interface TypedExtraction extends Omit<Extraction, 'documents'> {
  documents: KnownDoc[]
}

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
  const sources = await Promise.all(listOf(inputs).map(sourceOf))
  const extraction = options.isolate === false ? await readHere(sources, options) : await readBeside(sources, options)
  return extraction as unknown as TypedExtraction
}

async function readHere(sources: readonly Source[], options: LibraryOptions): Promise<Extraction> {
  const { timeout, pages, ...reading } = options
  const { timeout: seconds } = limitsFrom({ timeout })
  const { extractAll, layouts, readers } = await import('./stages.ts')
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
