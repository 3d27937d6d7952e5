import type { NewFolder } from './new-folder.ts'
import type { Documents, Extracted } from './writer.ts'

/** The names of the files by the paths of their inputs, and what goes into each. */
interface PerInput {
  readonly names: ReadonlyMap<string, string>
  readonly piecesOf: (extraction: Documents) => Iterable<string>
}

/** Writes one file for each input that has documents: the extraction that it would be by itself. */
export async function addPerInput(
  folder: NewFolder,
  extraction: Extracted,
  { names, piecesOf }: PerInput,
): Promise<void> {
  for (const { input, documents, failures } of extraction.each) {
    if (input === null || documents.length === 0) continue
    const own = { ...extraction, inputs: [input], documents, failures: [...failures] }
    await folder.add(names.get(input.path) as string, input.path, piecesOf(own))
  }
}
