import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { inputError } from '../failures.ts'
import type { Source } from '../pipeline.ts'

/** More than this cannot be held as one string; a document of the city has some megabytes. */
const largest = 512 * 1024 * 1024

export const standardInput: Source = { path: '-', bytes: () => gather(process.stdin) }

export const fileSource = (path: string): Source => ({ path, bytes: () => readFile(path) })

/** An input that is there but cannot be read: reading it gives the error that was met. */
export const brokenSource = (path: string, error: unknown): Source => ({ path, bytes: () => Promise.reject(error) })

async function readFile(path: string): Promise<Uint8Array> {
  const { size } = await stat(path)
  if (size > largest) throw inputError('INPUT_TOO_LARGE', { bytes: size, limit: largest })
  return gather(createReadStream(path))
}

// A pipe does not say how long it is, so the limit is kept while it is read.
async function gather(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > largest) throw inputError('INPUT_TOO_LARGE', { bytes, limit: largest })
  }
  return Buffer.concat(chunks)
}
