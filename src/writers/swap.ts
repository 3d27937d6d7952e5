import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { descriptorName, formerFiles } from './descriptor.ts'
import { OutputError } from './errors.ts'
import { exchangeIn, type Finished, settleExchange } from './exchange.ts'
import { finishMove, type Moved, moveInto } from './move.ts'
import { syncFolder, syncTree } from './sink.ts'
import { notedSwap, noteSwap, type SwapNote, withdrawSwap } from './swap-note.ts'
import { entriesOf, foldersAbove, isWithin, stagingName } from './tree.ts'

/**
 * Puts a finished folder in the place of `target`. Files that stand there and are not ours stay; those of an earlier run go.
 * Whatever moment it is cut off, the older result or the newer one is whole: in its place, or where `settleSwap` finds it.
 * Throws the system's errors, and then all is as it was.
 */
export async function swapIn(target: string, finished: Finished): Promise<void> {
  const entries = entriesOf(target)
  const former = entries === undefined ? [] : filesOfOurs(target)
  if (entries !== undefined) assertWayFree(target, finished.names)
  const note: SwapNote = {
    how: 'rename',
    names: finished.names,
    retired: former.filter(name => !finished.names.includes(name)),
    sha256: finished.sha256,
  }
  const isMovable = !isWithin(finished.staging, target) && !isWithin(process.cwd(), target)
  if (!isMovable || !exchangeIn(target, entries, finished, note)) await moveIn(target, finished, note)
  syncFolder(target)
  syncFolder(dirname(target))
}

/** The files of an earlier run in a folder; where its descriptor is missing or cannot be read, none is known to be ours. */
function filesOfOurs(folder: string): string[] {
  try {
    return formerFiles(fs.readFileSync(join(folder, descriptorName), 'utf8'))
  } catch {
    return []
  }
}

/** A folder in the place of a new file, or anything else in the place of a folder, is not ours to take away. */
function assertWayFree(target: string, names: readonly string[]): void {
  const isFolderAt = (name: string) => fs.lstatSync(join(target, name), { throwIfNoEntry: false })?.isDirectory()
  // Folders first, outermost before innermost: below what is none, nothing can be asked for.
  const folders = [...new Set(names.flatMap(foldersAbove))]
  const obstacle = folders.find(name => isFolderAt(name) === false) ?? names.find(name => isFolderAt(name) === true)
  if (obstacle === undefined) return
  const what = join(target, obstacle)
  throw new OutputError('OUTPUT_UNWRITABLE', `${what} is in the way`, 'move it away, or choose another folder')
}

/** Moves the files one by one into a folder that stays where it is. */
async function moveIn(target: string, { staging, made }: Finished, note: SwapNote): Promise<void> {
  const near = nearTo(target, staging)
  try {
    const from = join(near, 'new')
    if (from !== made) await bring(made, from)
    noteSwap(staging, { ...note, how: 'move' })
    moveInto(target, from, note)
  } catch (error) {
    withdrawSwap(staging)
    throw error
  } finally {
    if (near !== staging) fs.rmSync(near, { recursive: true, force: true })
  }
}

/** A place for the work that is sure to lie on the same file system as the target. */
const nearTo = (target: string, staging: string): string =>
  isWithin(staging, target) ? staging : join(target, stagingName(target))

async function bring(made: string, to: string): Promise<void> {
  fs.rmSync(to, { recursive: true, force: true })
  fs.mkdirSync(dirname(to), { recursive: true })
  try {
    fs.renameSync(made, to)
  } catch {
    fs.cpSync(made, to, { recursive: true })
    await syncTree(to)
  }
}

/** Ends or undoes a swap that was cut off. Throws an OutputError where something else stands in the place meanwhile. */
export function settleSwap(target: string, staging: string): void {
  const note = notedSwap(staging)
  if (note?.how === 'rename') settleExchange(target, staging, note)
  if (note?.how === 'move') settleMove(target, staging, note)
  if (note && note.how !== 'file') noteSwap(staging, { ...note, how: 'done' })
}

function settleMove(target: string, staging: string, note: Moved): void {
  const near = nearTo(target, staging)
  finishMove(target, join(near, 'new'), note)
  if (near !== staging) fs.rmSync(near, { recursive: true, force: true })
}
