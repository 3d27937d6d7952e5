import type { Dirent } from 'node:fs'
import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import { inputError } from '../../failures.ts'
import { say, type Words } from '../../messages/words.ts'
import { descriptorName, formerFiles } from '../../writers/data-package/descriptor.ts'
import { type ExcludeFlags, isExcluded } from './exclude.ts'
import { kindAt, oddityOf } from './kinds.ts'
import { isPassedOver, isWithin, type LinkFlags } from './links.ts'

/** A file below a folder; with `error`, one that cannot be read, or a folder that cannot be listed. */
export interface Member {
  readonly path: string
  readonly error?: unknown
}

export interface Wanted extends LinkFlags, ExcludeFlags {
  /** Endings of the files to take, in lower case; a folder may hold much else. */
  readonly endings: readonly string[]
  /** Skips the files that this tool has written: its tables end in .csv, as documents may. */
  readonly withoutOutputs?: boolean
  /** Called with what is skipped though someone may have meant it, and why. What could be a document is never just skipped. */
  readonly onSkipped?: (path: string, why: Words) => void
}

/** One walk through a folder: what is found by links comes after what is there itself. */
interface Walk {
  readonly wanted: Wanted
  /** The folder that was given, as its members' paths begin. */
  readonly top: string
  /** The folder that was given, its own links followed. */
  readonly root: string
  /** The folders that were listed, by their real paths: links can lead in circles. */
  readonly listed: Set<string>
  /** Folders that links lead to, still to be listed. */
  readonly linked: string[]
}

/** The files below a folder, at any depth, by the code units of their paths. Hidden files (`.name`) are left out. */
export async function filesBelow(folder: string, wanted: Wanted): Promise<Member[]> {
  const top = folder.replace(/(?<=[^/])\/+$/, '')
  const walk: Walk = { wanted, top, root: await realpath(top).catch(() => top), listed: new Set(), linked: [] }
  const members = await membersOf(top, walk)
  for (let link = nextLink(walk); link !== undefined; link = nextLink(walk))
    members.push(...(await throughLink(link, walk)))
  return members.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The first of several links to one folder gives it its name. */
const nextLink = ({ linked }: Walk): string | undefined => linked.sort().shift()

async function membersOf(folder: string, walk: Walk): Promise<Member[]> {
  try {
    walk.listed.add(await realpath(folder))
    const found: Member[] = []
    // One after the other: what is reported on the way comes in the order of the names, on every run.
    for (const entry of await entriesOf(folder)) found.push(...(await memberOf(folder, entry, walk)))
    return walk.wanted.withoutOutputs ? await withoutOutputs(folder, found, walk.wanted) : found
  } catch (error) {
    return [{ path: folder, error }]
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The folder that a link leads to, unless that is listed already. */
async function throughLink(link: string, walk: Walk): Promise<readonly Member[]> {
  const real = await realpath(link).catch(() => link)
  if (!walk.listed.has(real)) return membersOf(link, walk)
  const isAbove = isWithin(await realpath(dirname(link)), real)
  return isAbove ? skipped(link, say('LINK_BACK'), walk.wanted) : []
}

/** The members of a folder except those that the descriptor there lists: documents may be beside the tables that this tool has written. */
async function withoutOutputs(folder: string, members: readonly Member[], wanted: Wanted): Promise<Member[]> {
  const listed = await readFile(`${folder}/${descriptorName}`, 'utf8').then(formerFiles, () => [])
  const outputs = new Set(listed.map(name => `${folder}/${name}`))
  const others = members.filter(({ path }) => !outputs.has(path))
  if (others.length < members.length) skipped(folder, say('OWN_OUTPUT'), wanted)
  return others
}

function skipped(path: string, why: Words, { onSkipped }: Wanted): [] {
  onSkipped?.(path, why)
  return []
}

const notUnicode = say('NAME_NOT_UTF_8')

/** Whether a name was not read exactly: bytes that are not UTF-8 come as U+FFFD, and no file has that name. */
const isMisread = async (path: string): Promise<boolean> =>
  path.includes('\ufffd') &&
  lstat(path).then(
    () => false,
    () => true,
  )

async function memberOf(folder: string, entry: Dirent, walk: Walk): Promise<readonly Member[]> {
  const { wanted, linked, top } = walk
  const path = folder === '/' ? `/${entry.name}` : `${folder}/${entry.name}`
  if (isExcluded(path.slice(top.length).replace(/^\//u, ''), wanted)) return []
  const isLink = entry.isSymbolicLink()
  const kind = isLink ? await kindAt(path) : entry
  const isWanted = wanted.endings.some(ending => entry.name.toLowerCase().endsWith(ending))
  if (isLink && (isWanted || kind.isDirectory()) && (await isPassedOver(path, walk.root, wanted))) return []
  if (kind.isDirectory() && isLink) linked.push(path)
  if (kind.isDirectory()) return isLink ? [] : membersOf(path, walk)
  if (isWanted && (await isMisread(path))) return [{ path, error: inputError('UNREADABLE', { why: notUnicode }) }]
  if (kind.isFile()) return isWanted ? [{ path }] : []
  const why = oddityOf(kind)
  return isWanted ? [{ path, error: inputError('UNREADABLE', { why }) }] : skipped(path, why, wanted)
}
