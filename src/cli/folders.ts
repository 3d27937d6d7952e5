import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'

/** A file below a folder, or a folder in it that cannot be listed. */
export interface Member {
  readonly path: string
  readonly error?: unknown
}

export interface Wanted {
  /** Endings of the files to take, in lower case; a folder holds much else. */
  readonly endings: readonly string[]
  /** Where the output goes: what an earlier run wrote is no input of this one. */
  readonly except?: string | undefined
}

/** The files below a folder, at any depth, by the code units of their paths. Hidden files (`.name`) are left out. */
export async function filesBelow(folder: string, wanted: Wanted): Promise<Member[]> {
  const members = await membersOf(folder.replace(/(?<=.)\/+$/, ''), wanted, [])
  return members.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function membersOf(folder: string, wanted: Wanted, above: readonly string[]): Promise<Member[]> {
  try {
    const real = await realpath(folder)
    // A link may lead back to a folder that is being walked.
    if (above.includes(real) || (above.length > 0 && real === wanted.except)) return []
    const entries = (await readdir(folder, { withFileTypes: true })).filter(entry => !entry.name.startsWith('.'))
    const found = await Promise.all(entries.map(entry => memberOf(folder, entry, wanted, [...above, real])))
    return found.flat()
  } catch (error) {
    return [{ path: folder, error }]
  }
}

async function memberOf(
  folder: string,
  entry: Dirent,
  wanted: Wanted,
  above: readonly string[],
): Promise<readonly Member[]> {
  const path = folder === '/' ? `/${entry.name}` : `${folder}/${entry.name}`
  if (await isFolder(path, entry)) return membersOf(path, wanted, above)
  const name = entry.name.toLowerCase()
  return wanted.endings.some(ending => name.endsWith(ending)) ? [{ path }] : []
}

async function isFolder(path: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory()
  return stat(path).then(
    target => target.isDirectory(),
    () => false,
  )
}
