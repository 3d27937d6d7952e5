import { constants, createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { inputError } from '../failures.ts'
import type { Source } from '../pipeline.ts'

/** More than this cannot be held as one string; a document of the city has some megabytes. */
const largest = 512 * 1024 * 1024

/** An ordinary file: any process can read it by its path. */
export interface FileSource extends Source {
  readonly file: true
}

export const isFile = (source: Source): source is FileSource => 'file' in source && source.file === true

export const standardInput: Source = { path: '-', bytes: () => gather(process.stdin) }

export const fileSource = (path: string): FileSource => ({ path, file: true, bytes: () => readFile(path) })

/** A named pipe or a device that was typed by hand, such as `<(…)` of a shell: it can be read once, and in this process only. */
export const pipeSource = (path: string): Source => ({ path, bytes: () => gather(createReadStream(path)) })

/** An input that is there but cannot be read: reading it gives the error that was met. */
export const brokenSource = (path: string, error: unknown): Source => ({ path, bytes: () => Promise.reject(error) })

/** The bytes of an ordinary file; what is none, or no longer one, is UNREADABLE. */
async function readFile(path: string): Promise<Uint8Array> {
  const handle = await openFile(path)
  try {
    return await gather(handle.createReadStream({ autoClose: false }))
  } finally {
    await handle.close()
  }
}

/** Opens an ordinary file that is not too large; to be closed by the caller. */
export async function openFile(path: string): Promise<FileHandle> {
  // Opening a named pipe waits for its writer, for ever where there is none; this flag keeps it from waiting.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const standing = await handle.stat()
    if (standing.isDirectory()) throw inputError('UNREADABLE', { why: 'it is a folder' })
    if (!standing.isFile()) throw inputError('UNREADABLE', { why: 'it is not an ordinary file' })
    if (standing.size > largest) throw inputError('INPUT_TOO_LARGE', { bytes: standing.size, limit: largest })
    return handle
  } catch (error) {
    await handle.close()
    throw error
  }
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
