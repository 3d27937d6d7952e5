import { constants, createReadStream, fstatSync, openSync } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { isatty, ReadStream } from 'node:tty'
import { inputError } from '../failures.ts'
import { say } from '../messages/words.ts'
import type { Source } from '../pipeline.ts'

/** More than this cannot be held as one string; a document of the city has some megabytes. */
const largest = 512 * 1024 * 1024

/** An ordinary file: any process can read it by its path. */
export interface FileSource extends Source {
  readonly file: true
}

export const isFile = (source: Source): source is FileSource => 'file' in source && source.file === true

export const standardInput: Source = { path: '-', bytes: signal => gather(process.stdin, signal) }

export const fileSource = (path: string): FileSource => ({ path, file: true, bytes: () => readFile(path) })

/** A named pipe or a device that was typed by hand, such as `<(…)` of a shell: it can be read once, and in this process only. */
export const pipeSource = (path: string): Source => ({ path, bytes: signal => gather(streamOf(path), signal) })

/** What is at a path: an ordinary file, or something that can be read in this process only. */
export async function sourceAt(path: string): Promise<Source> {
  const standing = await stat(path).catch(() => undefined)
  return !standing || standing.isFile() || standing.isDirectory() ? fileSource(path) : pipeSource(path)
}

/** The bytes of whatever a path leads to, or of standard input for `-`; what comes from elsewhere is waited for until the signal. */
export async function bytesAt(path: string, signal: AbortSignal): Promise<Uint8Array> {
  if (path === '-') return standardInput.bytes(signal)
  return (await stat(path)).isFile() ? readFile(path) : pipeSource(path).bytes(signal)
}

/** An input that is there but cannot be read: reading it gives the error that was met. */
export const brokenSource = (path: string, error: unknown): Source => ({ path, bytes: () => Promise.reject(error) })

/** The bytes of an ordinary file; anything else is UNREADABLE. */
async function readFile(path: string): Promise<Uint8Array> {
  const handle = await openFile(path)
  try {
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** Opens an ordinary file that is not too large; to be closed by the caller. */
export async function openFile(path: string): Promise<FileHandle> {
  // Opening a named pipe blocks until it has a writer, for ever where there is none; this flag prevents that.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const standing = await handle.stat()
    if (standing.isDirectory()) throw inputError('UNREADABLE', { why: say('IS_FOLDER') })
    if (!standing.isFile()) throw inputError('UNREADABLE', { why: say('NOT_ORDINARY') })
    if (standing.size > largest) throw inputError('INPUT_TOO_LARGE', { bytes: standing.size, limit: largest })
    return handle
  } catch (error) {
    await handle.close()
    throw error
  }
}

/**
 * What comes from a pipe or a device. Opening or reading one that nobody writes to would block a thread for ever, and with it the end
 * of the process; as a socket it is listened to only.
 */
function streamOf(path: string): Readable {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  if (fstatSync(file).isFIFO()) return new Socket({ fd: file, readable: true, writable: false })
  return isatty(file) ? new ReadStream(file) : createReadStream('', { fd: file })
}

// A pipe does not say how long it is, so the limit is kept while it is read.
async function gather(stream: Readable, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const end = () => stream.destroy(signal?.reason)
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of stream) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes > largest) throw inputError('INPUT_TOO_LARGE', { bytes, limit: largest })
    }
  } finally {
    signal?.removeEventListener('abort', end)
  }
  return Buffer.concat(chunks)
}
