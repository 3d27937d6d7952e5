import * as fs from 'node:fs'
import { join } from 'node:path'

export const entryEnding = '.entry'
/** How the name of an entry begins while it is being written. */
export const unfinishedStart = 'new-'

/** After a trim so much of the limit is in use at most, so that the next one is not due at once. */
const shareKept = 0.9

/** Milliseconds after which an unfinished entry belongs to a process that was killed. */
const oldest = 60 * 60 * 1000

interface Entry {
  readonly path: string
  readonly bytes: number
  /** When it was written or used last. */
  readonly used: number
}

/** Removes entries of a cache, the longest unused first, until the rest is within the limit; never a file of another name. */
export function trim(folder: string, limit: number): void {
  const entries = foldersIn(folder).flatMap(entriesIn)
  let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (bytes <= limit) return
  for (const entry of entries.sort((a, b) => a.used - b.used)) {
    if (bytes <= limit * shareKept) return
    fs.rmSync(entry.path, { force: true })
    bytes -= entry.bytes
  }
}

const foldersIn = (folder: string): string[] =>
  namesIn(folder)
    .filter(name => /^[0-9a-f]{2}$/.test(name))
    .map(name => join(folder, name))

/** The entries of a folder; what a killed process left of one is removed. */
function entriesIn(folder: string): Entry[] {
  return namesIn(folder).flatMap(name => {
    const path = join(folder, name)
    const isEntry = /^[0-9a-f]{64}\.entry$/.test(name)
    const found = fs.lstatSync(path, { throwIfNoEntry: false })
    if (!found?.isFile()) return []
    if (isEntry) return [{ path, bytes: found.size, used: found.mtimeMs }]
    if (name.startsWith(unfinishedStart) && Date.now() - found.mtimeMs > oldest) fs.rmSync(path, { force: true })
    return []
  })
}

/** Another run may remove a folder's entries in the meantime, and whoever likes the whole cache. */
function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch {
    return []
  }
}
