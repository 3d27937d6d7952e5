import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { foldersAbove } from './tree.ts'

/** What is at a path itself; a link is not followed. Undefined where there is nothing. */
export const entryAt = (path: string): fs.BigIntStats | undefined =>
  fs.lstatSync(path, { throwIfNoEntry: false, bigint: true })

/** Whether a path is a folder, not a link to one. */
export const isRealFolder = (path: string): boolean => entryAt(path)?.isDirectory() === true

/** Whether a name leads to a place below a folder without passing a link or a file. */
export const isReachable = (folder: string, name: string): boolean =>
  foldersAbove(name).every(above => isRealFolder(join(folder, above)))

/** Whether a name below a folder is something other than a folder, reached without passing a link. */
export function isFileIn(folder: string, name: string): boolean {
  return isReachable(folder, name) && entryAt(join(folder, name))?.isDirectory() === false
}

// Neither through a link, nor waiting for whoever may write into a pipe. Windows knows neither flag.
const plainly = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0)

/** The system's error codes where there is no plain file but nothing, a link, a folder, a pipe or a socket. */
const unreadable: readonly string[] = ['ENOENT', 'ENOTDIR', 'ELOOP', 'EMLINK', 'EISDIR', 'ENXIO']

/** What `use` returns for a file that is opened for reading; undefined where there is no plain file. Throws a disk's errors. */
function withPlainFile<T>(path: string, use: (file: number, size: number) => T): T | undefined {
  const file = opened(path)
  if (file === undefined) return undefined
  try {
    const found = fs.fstatSync(file)
    return found.isFile() ? use(file, found.size) : undefined
  } finally {
    fs.closeSync(file)
  }
}

function opened(path: string): number | undefined {
  try {
    return fs.openSync(path, plainly)
  } catch (error) {
    if (unreadable.includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** The text of a plain file of `most` bytes at most; undefined where it is anything else. */
export const plainText = (path: string, most: number): string | undefined =>
  withPlainFile(path, (file, size) => (size <= most ? fs.readFileSync(file, 'utf8') : undefined))

/** The SHA-256 of a plain file, in hexadecimal digits; undefined where there is none. */
export const hashOfFile = (path: string): string | undefined => withPlainFile(path, hashOfOpen)

/** The size of a plain file; undefined where there is none. */
export const sizeOfFile = (path: string): number | undefined => withPlainFile(path, (_, size) => size)

/** Read piece by piece: the output may be larger than a buffer. */
function hashOfOpen(file: number): string {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(64 * 1024)
  for (let read = fs.readSync(file, piece); read > 0; read = fs.readSync(file, piece))
    hash.update(piece.subarray(0, read))
  return hash.digest('hex')
}
