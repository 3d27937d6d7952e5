import * as fs from 'node:fs'
import { join } from 'node:path'
import { unsafe } from '../errors.ts'
import { syncFile, syncFolder, writeWhole } from '../sink.ts'
import { isBound, isLockFile, lockName } from './lock.ts'
import { entryAt, plainText } from './looks.ts'
import { newNoteName, noteIn, noteName } from './note.ts'

const markName = 'mark.json'

/** Where the results read so far are: `src/batch/journal/journal.ts` writes them. */
export const journalName = 'journal.jsonl'

/**
 * What the mark of a folder says. It names the folder by its number on the disk (inode), which whoever packs an archive, or fills
 * a repository, cannot know: a copied folder has no valid mark, whatever it holds.
 */
const markOf = (inode: bigint): string =>
  `${JSON.stringify({ madeBy: 'sapporo-eval', for: 'unfinished output', inode: `${inode}` })}\n`

/** Far more than a mark has. */
const mostBytes = 4096

/** Whether our folder is at a path. Throws OUTPUT_UNSAFE where it holds a single name that is not ours. */
export function isOurFolder(folder: string): boolean {
  const own = entryAt(folder)
  if (!own) return false
  if (!own.isDirectory()) throw unsafe(folder, own.isSymbolicLink() ? 'is a link' : 'is no folder')
  if (!isOfUser(own)) throw unsafe(folder, 'belongs to another user')
  if (markIn(folder) === markOf(own.ino)) {
    for (const name of namesIn(folder)) assertOurEntry(folder, name)
    noteIn(folder)
  } else assertUnmarked(folder, own.ino)
  return true
}

/** The content of the mark; undefined where it is not text, or we may not read it. */
function markIn(folder: string): string | undefined {
  try {
    return plainText(join(folder, markName), mostBytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return undefined
    throw error
  }
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw unsafe(folder, `cannot be looked into (${(error as NodeJS.ErrnoException).code})`)
  }
}

// Windows has no such numbers.
const isOfUser = ({ uid }: fs.BigIntStats): boolean =>
  process.geteuid === undefined || uid === BigInt(process.geteuid())

/** Files of ours that are written in place, or believed. */
const files: readonly string[] = [markName, journalName, noteName, newNoteName]

function assertOurEntry(folder: string, name: string): void {
  const entry = entryAt(join(folder, name))
  // Another run, which has just ended, may have removed it in the meantime.
  if (entry && !isOurEntry(name, entry)) throw unsafe(folder, `holds ${JSON.stringify(name)}`)
}

function isOurEntry(name: string, entry: fs.BigIntStats): boolean {
  if (name === 'older') return entry.isDirectory()
  if (!isOfUser(entry)) return false
  if (name === 'new') return entry.isDirectory() || entry.isFile()
  // What is written to a file under one name shows under all its names.
  return entry.isFile() && (isLockFile(name) || (files.includes(name) && entry.nlink <= 1n))
}

/**
 * A folder of ours has no whole mark in two moments: when it has just been made, and when all but its lock has gone. Then there is
 * nothing in it to believe, and nothing that could be lost.
 */
function assertUnmarked(folder: string, inode: bigint): void {
  for (const name of namesIn(folder)) {
    const isFirst = name === markName && isTorn(folder, inode)
    const isLast = name === lockName && isBound(folder, inode)
    if (!isFirst && !isLast && entryAt(join(folder, name))) throw unsafe(folder, 'does not carry its mark')
  }
}

function isTorn(folder: string, inode: bigint): boolean {
  const text = markIn(folder)
  const names = entryAt(join(folder, markName))?.nlink ?? 1n
  return text !== undefined && markOf(inode).startsWith(text) && names <= 1n
}

/** Writes the mark of a folder that is ours, unless it is there. */
export function writeMark(folder: string): void {
  const path = join(folder, markName)
  const mark = markOf(fs.lstatSync(folder, { bigint: true }).ino)
  if (markIn(folder) === mark) return
  // Another run may do so at the same time: the bytes are the same.
  const file = fs.openSync(path, fs.constants.O_WRONLY | fs.constants.O_CREAT | (fs.constants.O_NOFOLLOW ?? 0), 0o666)
  try {
    writeWhole(file, Buffer.from(mark))
    syncFile(file)
  } finally {
    fs.closeSync(file)
  }
  syncFolder(folder)
}

export const dropMark = (folder: string): void => fs.rmSync(join(folder, markName), { force: true })
