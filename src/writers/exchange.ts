import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { carryOver } from './carry-over.ts'
import { OutputError } from './errors.ts'
import { syncFolder } from './sink.ts'
import { isNoted, noteSwap, type SwapNote } from './swap-note.ts'
import { isFolder } from './tree.ts'

/** A finished folder that is to take its place. */
export interface Finished {
  /** Where the work lies: the older result is kept there for the moment of the swap. */
  readonly staging: string
  /** The folder as it was made, in `staging`. */
  readonly made: string
  /** Its files, the descriptor among them. */
  readonly names: readonly string[]
  /** Of its descriptor. */
  readonly sha256: string
}

/** What a system says of a folder that cannot be renamed: a place where another disk begins, or one that is closed to us. */
const unmovable: readonly string[] = ['EBUSY', 'EXDEV', 'EACCES', 'EPERM', 'EROFS', 'EINVAL']

const isUnmovable = (error: unknown): boolean => unmovable.includes((error as NodeJS.ErrnoException).code ?? '')

/** Puts a finished folder in its place by renaming, the older one, if there is one, out of it; false, and nothing done, where they cannot be renamed. */
export function exchangeIn(target: string, entries: string[] | undefined, finished: Finished, note: SwapNote): boolean {
  noteSwap(finished.staging, note)
  if (entries !== undefined) likeOlder(finished.made, target)
  try {
    if (entries !== undefined && entries.length > 0) return exchange(target, finished, note)
    fs.renameSync(finished.made, target)
    return true
  } catch (error) {
    if (isUnmovable(error)) return false
    throw error
  }
}

/** The newer folder is as open to others as the older one was; to us it stays open, or it could not be moved. */
function likeOlder(newer: string, older: string): void {
  const { mode, uid, gid } = fs.statSync(older)
  const own = fs.statSync(newer)
  if (own.uid !== uid || own.gid !== gid) attempt(() => fs.chownSync(newer, uid, gid))
  fs.chmodSync(newer, (mode & 0o7777) | 0o700)
}

function attempt(step: () => void): void {
  try {
    step()
  } catch {
    // Only root gives folders away; what cannot be done here does no harm undone.
  }
}

function exchange(target: string, { staging, made }: Finished, note: SwapNote): boolean {
  const older = olderIn(staging)
  const undo: (() => void)[] = []
  try {
    rename(target, older, undo)
    rename(made, target, undo)
    carryOver(older, target, [...note.retired, ...note.names], undo)
  } catch (error) {
    for (const step of undo.reverse()) step()
    throw error
  }
  dropOlder(target, older)
  return true
}

/** The older result goes once the newer one is sure to stay. What cannot be taken away now goes with the staging, or never. */
function dropOlder(target: string, older: string): void {
  syncFolder(target)
  syncFolder(dirname(target))
  attempt(() => fs.rmSync(older, { recursive: true, force: true }))
}

const olderIn = (staging: string): string => join(staging, 'older')

function rename(from: string, to: string, undo: (() => void)[]): void {
  fs.renameSync(from, to)
  undo.push(() => fs.renameSync(to, from))
}

/** Ends an exchange that was cut off, or undoes it where nothing is in the place yet. */
export function settleExchange(target: string, staging: string, note: SwapNote): void {
  const older = olderIn(staging)
  if (!isFolder(older)) return
  if (!isFolder(target)) fs.renameSync(older, target)
  else if (isNoted(target, note)) {
    carryOver(older, target, [...note.retired, ...note.names], [])
    dropOlder(target, older)
  } else throw displaced(target, older)
}

function displaced(target: string, older: string): OutputError {
  const message = `${target} was made while an older result waited in ${older} to be put back`
  return new OutputError('OUTPUT_EXISTS', message, 'move one of the two away')
}
