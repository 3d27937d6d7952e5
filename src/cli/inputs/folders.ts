import type { Dirent } from 'node:fs'
import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import { inputError } from '../../failures.ts'
import { descriptorName, formerFiles } from '../../writers/descriptor.ts'
import { kindAt, oddityOf } from './kinds.ts'

/** A file below a folder; with `error` one that is there and cannot be read, or a folder that cannot be listed. */
export interface Member {
  readonly path: string
  readonly error?: unknown
}

export interface Wanted {
  /** Endings of the files to take, in lower case; a folder holds much else. */
  readonly endings: readonly string[]
  /** Passes over the files that this tool has written: its tables end in .csv, as a document may, and are none. */
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
    if (above.includes(real)) return skipped(folder, 'a link back to a folder above it', wanted)
    const entries = (await readdir(folder, { withFileTypes: true })).filter(entry => !entry.name.startsWith('.'))
    const found = await Promise.all(entries.map(entry => memberOf(folder, entry, wanted, [...above, real])))
    return wanted.withoutOutputs ? await withoutOutputs(folder, found.flat(), wanted) : found.flat()
  } catch (error) {
    return [{ path: folder, error }]
  }
}

/** The members of a folder but for what the descriptor there lists: documents may lie beside the tables that this tool has written. */
async function withoutOutputs(folder: string, members: readonly Member[], wanted: Wanted): Promise<Member[]> {
  const listed = await readFile(`${folder}/${descriptorName}`, 'utf8').then(formerFiles, () => [])
  const outputs = new Set(listed.map(name => `${folder}/${name}`))
  const others = members.filter(({ path }) => !outputs.has(path))
  if (others.length < members.length) skipped(folder, 'the files that an earlier run wrote there', wanted)
  return others
}

function skipped(path: string, why: string, { onSkipped }: Wanted): [] {
  onSkipped?.(path, why)
  return []
}

const notUnicode = 'its name holds bytes that are no UTF-8'

/** Whether a name was not read to the letter: bytes that are no UTF-8 come as U+FFFD, and under that name nothing is there. */
const isMisread = async (path: string): Promise<boolean> =>
  path.includes('\ufffd') &&
  lstat(path).then(
    () => false,
    () => true,
  )

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
  if (isWanted && (await isMisread(path))) return [{ path, error: inputError('UNREADABLE', { why: notUnicode }) }]
  if (kind.isFile()) return isWanted ? [{ path }] : []
  const why = oddityOf(kind)
  return isWanted ? [{ path, error: inputError('UNREADABLE', { why }) }] : skipped(path, why, wanted)
}
