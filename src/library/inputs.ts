import { sourceAt } from '../batch/sources.ts'
import type { Source } from '../pipeline.ts'

/** An input by its path, or by its bytes and the name to show for it. */
export type LibraryInput = string | { readonly path: string; readonly bytes: Uint8Array }

/** One input or several as a list. */
export const listOf = (inputs: LibraryInput | readonly LibraryInput[]): readonly LibraryInput[] =>
  Array.isArray(inputs) ? (inputs as readonly LibraryInput[]) : [inputs as LibraryInput]

export const sourceOf = async (input: LibraryInput): Promise<Source> =>
  typeof input === 'string' ? sourceAt(input) : { path: input.path, bytes: async () => input.bytes }
