import { readFileSync } from 'node:fs'
import type { Doc } from '../../src/envelope.ts'
import { layouts } from '../../src/layouts/registry.ts'
import { extractOne, type Options, type Result } from '../../src/pipeline.ts'
import { readers } from '../../src/readers/registry.ts'

/** What the tool makes of some bytes or text, with every layout and reader it has. */
export function extractFrom(content: string | Uint8Array, options: Partial<Options> = {}): Promise<Result> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return extractOne({ path: 'input', bytes: async () => bytes }, { layouts, readers, ...options })
}

/** The one document of an input; fails where there is none or several. */
export async function oneDocument(content: string | Uint8Array, options: Partial<Options> = {}): Promise<Doc> {
  const { documents, failures } = await extractFrom(content, options)
  if (documents.length !== 1 || failures.length > 0)
    throw new Error(`${documents.length} documents, failures: ${failures.map(failure => failure.message).join('; ')}`)
  return documents[0] as Doc
}

export const readFixture = (path: string): Uint8Array => readFileSync(new URL(`../../${path}`, import.meta.url))
