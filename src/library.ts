import { readFile } from 'node:fs/promises'
import type { Doc, Extraction, Pages } from './envelope.ts'
import type { Out } from './layouts/kit/fields.ts'
import { type KnownLayout, layouts } from './layouts/registry.ts'
import { extractAll } from './pipeline.ts'
import type { ReadOptions } from './readers/reader.ts'
import { readers } from './readers/registry.ts'
import type { Extras } from './walks/assemble.ts'

/** The document of one layout: `layout` tells which, and with it the types of `header` and `records`. */
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
}

/**
 * What the tool makes of some inputs: documents, and failures where an input cannot be read. Never throws for an input; a path that does
 * not exist is a failure `NOT_FOUND`. Documents stand in the order of the inputs.
 */
export async function extract(
  inputs: LibraryInput | readonly LibraryInput[],
  options: LibraryOptions = {},
): Promise<TypedExtraction> {
  const list = Array.isArray(inputs) ? (inputs as readonly LibraryInput[]) : [inputs as LibraryInput]
  const extraction = await extractAll(list.map(sourceOf), { ...options, layouts, readers })
  return extraction as unknown as TypedExtraction
}

const sourceOf = (input: LibraryInput) =>
  typeof input === 'string'
    ? { path: input, bytes: () => readFile(input) }
    : { path: input.path, bytes: async () => input.bytes }
