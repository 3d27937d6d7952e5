import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { say } from '../../messages/words.ts'
import { exists, OutputError } from '../errors.ts'
import { syncFolder } from '../sink.ts'
import { dropOlder } from './discard.ts'
import { exchange, exchangeBack } from './exchange.ts'
import { leavingFrom } from './leaving.ts'
import { entryAt } from './looks.ts'
import { moveBack, moveFiles } from './move.ts'
import { hashAt, type Note, noteIn, writeNote } from './note.ts'
import { displaced, isPending, type Places, placesOf } from './places.ts'
import { attempt, entriesOf, foldersAbove, isFolder, isWithin, removeEmptyAbove, stands } from './tree.ts'

/** A finished folder that is to be put in place: it is called `new`, and is in the work folder. */
export interface Finished {
  /** The folder of the work. */
  readonly staging: string
  /** Its files, the descriptor among them. */
  readonly names: readonly string[]
  /** Of its descriptor. */
  readonly sha256: string
}

export interface SwapOptions {
  /** What is in the folder may be replaced. */
  readonly overwrite: boolean
  /** Called with the paths of the files that would be removed, before anything is done; may throw. */
  readonly onLeaving?: (paths: readonly string[]) => void
}

/**
 * Puts a finished folder in the place of `target`. Files there that are not ours stay; those of an earlier run are removed.
 * Whenever it is interrupted, the older result or the newer one is whole: in its place, or where `settle` finds it.
 * Throws the system's errors and OutputErrors, and then all is as it was.
 */
export function swapIn(target: string, finished: Finished, { overwrite, onLeaving }: SwapOptions): void {
  const { staging, names, sha256 } = finished
  if (!overwrite && entriesOf(target)?.length)
    throw exists(say('NOT_EMPTY', { path: target }), say('OVERWRITE_OR_OTHER_PLACE'))
  assertWayFree(target, names)
  const leaving = leavingFrom(target, names)
  onLeaving?.(leaving.map(name => join(target, name)))
  const note = { names, leaving, sha256, own: noteIn(staging)?.own ?? null }
  const isMovable = !isWithin(staging, target) && !isWithin(process.cwd(), target)
  if (!isMovable || !tryExchange(target, staging, { ...note, how: 'exchange' }))
    place(target, staging, { ...note, how: 'move' })
}

/** A folder where a new file is to go, or anything else where a folder is to go, is not ours to remove. */
function assertWayFree(target: string, names: readonly string[]): void {
  const isFolderAt = (name: string) => entryAt(join(target, name))?.isDirectory()
  // Folders first, outermost before innermost: below what is not a folder, nothing can be looked up.
  const folders = [...new Set(names.flatMap(foldersAbove))]
  const obstacle = folders.find(name => isFolderAt(name) === false) ?? names.find(name => isFolderAt(name) === true)
  if (obstacle === undefined) return
  const message = say('IN_THE_WAY', { path: join(target, obstacle) })
  throw new OutputError('OUTPUT_UNWRITABLE', message, say('MOVE_OR_OTHER_FOLDER'))
}

/** What a system says of a folder that cannot be renamed: a place where another disk begins, or one that is closed to us. */
const unmovable: readonly string[] = ['EBUSY', 'EXDEV', 'EACCES', 'EPERM', 'EROFS', 'EINVAL']

function tryExchange(target: string, staging: string, note: Note): boolean {
  try {
    place(target, staging, note)
    return true
  } catch (error) {
    if (unmovable.includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

/** Writes down the steps, takes them, and undoes them where one fails before the newer result is in place. */
function place(target: string, staging: string, note: Note): void {
  const places = placesOf(target, staging)
  try {
    writeNote(staging, note)
    if (note.how === 'exchange') exchange(places, note)
    else moveFiles(places, note)
  } catch (error) {
    // Interrupted once more, the next run undoes it.
    if (isPending(places)) goBack(places, staging, note)
    throw error
  }
  endSwap(places, staging, note)
}

/** Puts the older result back as it was. Throws an OutputError where something else has taken its place. */
function goBack(places: Places, staging: string, note: Note): void {
  if (note.how === 'exchange') exchangeBack(places, note)
  else moveBack(places, note)
  syncPlaces(places, note)
  writeNote(staging, { ...note, how: 'make', sha256: null })
}

/** Removes the older result once the newer one is sure to stay. What cannot be removed now is removed with the work folder, or never. */
function endSwap(places: Places, staging: string, note: Note): void {
  syncPlaces(places, note)
  attempt(() => {
    if (note.how === 'move')
      removeEmptyAbove(
        places.target,
        note.leaving.filter(name => !note.names.includes(name)),
      )
    dropOlder(staging, note)
  })
}

function syncPlaces({ target }: Places, { how, names }: Note): void {
  const folders = how === 'move' ? new Set(names.flatMap(foldersAbove)) : []
  for (const folder of folders) syncFolder(join(target, folder))
  syncFolder(target)
  syncFolder(dirname(target))
}

/**
 * Finishes or undoes an interrupted swap: where the newer result is not in place yet, the older one is put back. Throws an
 * OutputError where something else has taken its place.
 */
export function settle(target: string, staging: string): void {
  const note = noteIn(staging)
  if (note?.how !== 'exchange' && note?.how !== 'move') return
  const places = placesOf(target, staging)
  if (isPending(places)) goBack(places, staging, note)
  else if (isFolder(places.older) && hashAt(target, 'folder') !== note.sha256) restore(places)
  else endSwap(places, staging, note)
}

/** The newer result was moved away by someone before the older one was removed. */
function restore({ target, older }: Places): void {
  if (stands(target)) throw displaced(target, older)
  fs.renameSync(older, target)
}
