import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'

/** What a finished file holds. */
export interface Written {
  readonly bytes: number
  readonly sha256: string
}

/** Bytes that are buffered before the system is called. */
const gathered = 64 * 1024

/** A file that is written piece by piece, its size and hash counted on the way. Throws the system's errors. */
export class Sink {
  readonly #file: number
  readonly #hash = createHash('sha256')
  #bytes = 0
  #waiting: Uint8Array[] = []
  #waitingBytes = 0

  /** Opens a file that does not exist yet; with the flag `w` also one that does. */
  constructor(path: string, flag: 'wx' | 'w' = 'wx') {
    this.#file = fs.openSync(path, flag)
  }

  add(piece: string | Uint8Array): void {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
    this.#hash.update(bytes)
    this.#bytes += bytes.length
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    if (this.#waitingBytes >= gathered) this.#flush()
  }

  /** Closes the file and returns what it holds. */
  finish(): Written {
    try {
      this.#flush()
    } finally {
      fs.closeSync(this.#file)
    }
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }

  /** The same, once everything is flushed to disk. */
  finishOnDisk(mode?: number): Written {
    try {
      this.#flush()
      if (mode !== undefined) fs.fchmodSync(this.#file, mode)
      syncFile(this.#file)
    } finally {
      fs.closeSync(this.#file)
    }
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#waitingBytes = 0
    writeWhole(this.#file, bytes)
  }
}

/** Writes all bytes: a disk that fills up takes a part of them, and only the next call fails. */
export function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(file, bytes, at)
}

/** Flushes an open file to disk, where there is one. */
export const syncFile = (file: number): void => attemptSync(() => fs.fsyncSync(file))

/** Flushes a folder's list of names to disk, where the system can. */
export function syncFolder(folder: string): void {
  // Windows opens no folders.
  const file = attempt(() => fs.openSync(folder, 'r'))
  if (file === undefined) return
  try {
    syncFile(file)
  } finally {
    fs.closeSync(file)
  }
}

/** Files that are flushed to disk at the same time: a disk does many in hardly more time than one. */
const together = 16

/** Flushes everything in a folder to disk, the folders too. */
export async function syncTree(folder: string): Promise<void> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name))
  const waiting = [folder, ...names]
  const syncSome = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await syncOne(path)
  }
  await Promise.all(Array.from({ length: together }, syncSome))
}

async function syncOne(path: string): Promise<void> {
  const file = await open(path, 'r').catch(() => undefined)
  try {
    await file?.sync()
  } catch (error) {
    assertNoDisk(error)
  } finally {
    await file?.close()
  }
}

function attempt<T>(step: () => T): T | undefined {
  try {
    return step()
  } catch {
    return undefined
  }
}

function attemptSync(step: () => void): void {
  try {
    step()
  } catch (error) {
    assertNoDisk(error)
  }
}

/** What is not on a disk (a device, a folder on some systems) cannot be flushed, and need not be. */
function assertNoDisk(error: unknown): void {
  const { code = '' } = error as NodeJS.ErrnoException
  if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EBADF', 'ENOSYS'].includes(code)) throw error
}
