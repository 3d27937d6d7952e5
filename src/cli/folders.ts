import type { Dirent } from 'node:fs'
import { readdir, readFile, realpath } from 'node:fs/promises'
import { inputError } from '../failures.ts'
import { descriptorName, isOurs } from '../writers/descriptor.ts'
import { kindAt, oddityOf } from './kinds.ts'

/** A file below a folder; with `error` one that is there and cannot be read, or a folder that cannot be listed. */
export interface Member {
  readonly path: string
  readonly error?: unknown
}

export interface Wanted {
  /** Endings of the files to take, in lower case; a folder holds much else. */
  readonly endings: readonly string[]
  /** Where the output goes: what an earlier run wrote is no input of this one. */
  readonly except?: string | undefined
  /** Passes over folders that this tool has written: their tables end in .csv, as a document may, and are none. */
  readonly withoutOutputs?: boolean
  /** Told of what is passed over though someone may have meant it, and why. Nothing that could be a document is only told of. */
  readonly onSkipped?: (path: string, why: string) => void
}

/** The files below a folder, at any depth, by the code units of their paths. Hidden files (`.name`) are left out. */
export async function filesBelow(folder: string, wanted: Wanted): Promise<Member[]> {
  const members = await membersOf(folder.replace(/(?<=.)\/+$/, ''), wanted, [])
  return members.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function membersOf(folder: string, wanted: Wanted, above: readonly string[]): Promise<Member[]> {
  try {
    const real = await realpath(folder)
    if (above.length > 0 && real === wanted.except) return []
    if (above.includes(real)) return skipped(folder, 'a link back to a folder above it', wanted)
    if (above.length > 0 && wanted.withoutOutputs && (await isOutput(folder)))
      return skipped(folder, 'the output of an earlier run', wanted)
    const entries = (await readdir(folder, { withFileTypes: true })).filter(entry => !entry.name.startsWith('.'))
    const found = await Promise.all(entries.map(entry => memberOf(folder, entry, wanted, [...above, real])))
    return found.flat()
  } catch (error) {
    return [{ path: folder, error }]
  }
}

const isOutput = (folder: string): Promise<boolean> =>
  readFile(`${folder}/${descriptorName}`, 'utf8').then(isOurs, () => false)

function skipped(path: string, why: string, { onSkipped }: Wanted): [] {
  onSkipped?.(path, why)
  return []
}

async function memberOf(
  folder: string,
  entry: Dirent,
  wanted: Wanted,
  above: readonly string[],
): Promise<readonly Member[]> {
  const path = folder === '/' ? `/${entry.name}` : `${folder}/${entry.name}`
  const kind = entry.isSymbolicLink() ? await kindAt(path) : entry
  if (kind.isDirectory()) return membersOf(path, wanted, above)
  const isWanted = wanted.endings.some(ending => entry.name.toLowerCase().endsWith(ending))
  if (kind.isFile()) return isWanted ? [{ path }] : []
  const why = oddityOf(kind)
  return isWanted ? [{ path, error: inputError('UNREADABLE', { why }) }] : skipped(path, why, wanted)
}
