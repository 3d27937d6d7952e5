import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { descriptorName } from '../descriptor.ts'
import { exists, OutputError } from '../errors.ts'
import { syncFolder } from '../sink.ts'
import { carryOver } from './carry.ts'
import { dropOlder } from './discard.ts'
import { leavingFrom } from './leaving.ts'
import { entryAt } from './looks.ts'
import { hashAt, type Note, noteIn, writeNote } from './note.ts'
import { entriesOf, foldersAbove, isFolder, isWithin, removeEmptyAbove, removeIfEmpty, stands } from './tree.ts'

/** A finished folder that is to take its place: it is called `new`, and lies in the folder of the work. */
export interface Finished {
  /** The folder of the work. */
  readonly staging: string
  /** Its files, the descriptor among them. */
  readonly names: readonly string[]
  /** Of its descriptor. */
  readonly sha256: string
}

export interface SwapOptions {
  /** What stands in the folder may be replaced. */
  readonly overwrite: boolean
  /** Called with the paths of the files that would go, before anything is done; may throw. */
  readonly onLeaving?: (paths: readonly string[]) => void
}

/** What a step works on. */
interface Places {
  readonly target: string
  /** The new folder: as long as its descriptor is in it, the older result holds; from then on the newer one. */
  readonly made: string
  /** What the newer result takes the place of. */
  readonly older: string
}

const placesOf = (target: string, staging: string): Places => ({
  target,
  made: join(staging, 'new'),
  older: join(staging, 'older'),
})

const isPending = ({ made }: Places): boolean => stands(join(made, descriptorName))

/**
 * Puts a finished folder in the place of `target`. Files that stand there and are not ours stay; those of an earlier run go.
 * Whatever moment it is cut off, the older result or the newer one is whole: in its place, or where `settle` finds it.
 * Throws the system's errors and OutputErrors, and then all is as it was.
 */
export function swapIn(target: string, finished: Finished, { overwrite, onLeaving }: SwapOptions): void {
  const { staging, names, sha256 } = finished
  if (!overwrite && entriesOf(target)?.length)
    throw exists(target, 'is not empty', 'give --overwrite, or another place')
  assertWayFree(target, names)
  const leaving = leavingFrom(target, names)
  onLeaving?.(leaving.map(name => join(target, name)))
  const note = { names, leaving, sha256, own: noteIn(staging)?.own ?? null }
  const isMovable = !isWithin(staging, target) && !isWithin(process.cwd(), target)
  if (!isMovable || !tryExchange(target, staging, { ...note, how: 'exchange' }))
    place(target, staging, { ...note, how: 'move' })
}

/** A folder in the place of a new file, or anything else in the place of a folder, is not ours to take away. */
function assertWayFree(target: string, names: readonly string[]): void {
  const isFolderAt = (name: string) => entryAt(join(target, name))?.isDirectory()
  // Folders first, outermost before innermost: below what is none, nothing can be asked for.
  const folders = [...new Set(names.flatMap(foldersAbove))]
  const obstacle = folders.find(name => isFolderAt(name) === false) ?? names.find(name => isFolderAt(name) === true)
  if (obstacle === undefined) return
  const what = join(target, obstacle)
  throw new OutputError('OUTPUT_UNWRITABLE', `${what} is in the way`, 'move it away, or choose another folder')
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

/** Notes the way, goes it, and goes back where a step fails before the newer result is in its place. */
function place(target: string, staging: string, note: Note): void {
  const places = placesOf(target, staging)
  try {
    writeNote(staging, note)
    if (note.how === 'exchange') exchange(places, note)
    else moveFiles(places, note)
  } catch (error) {
    // Cut off once more, the next run goes back.
    if (isPending(places)) goBack(places, staging, note)
    throw error
  }
  endSwap(places, staging, note)
}

function exchange({ target, made, older }: Places, { leaving }: Note): void {
  if (isFolder(target)) {
    likeOlder(made, target)
    fs.renameSync(target, older)
    carryOver(older, made, leaving)
  }
  fs.renameSync(made, target)
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

/** The descriptor is the first to go and the last to come: while it is missing, the folder is unfinished. */
function moveFiles({ target, made, older }: Places, { names, leaving }: Note): void {
  for (const name of descriptorFirst(leaving)) shift(target, older, name)
  for (const name of descriptorLast(names)) shift(made, target, name)
}

function shift(from: string, to: string, name: string): void {
  fs.mkdirSync(dirname(join(to, name)), { recursive: true })
  fs.renameSync(join(from, name), join(to, name))
}

const descriptorLast = (names: readonly string[]): string[] => [
  ...names.filter(name => name !== descriptorName),
  ...names.filter(name => name === descriptorName),
]

const descriptorFirst = (names: readonly string[]): string[] => descriptorLast(names).reverse()

/** The older result is put back as it was. Throws an OutputError where something else stands in its place meanwhile. */
function goBack(places: Places, staging: string, note: Note): void {
  if (note.how === 'exchange') exchangeBack(places, note)
  else moveBack(places, note)
  syncPlaces(places, note)
  writeNote(staging, { ...note, how: 'make', sha256: null })
}

function exchangeBack({ target, made, older }: Places, { names }: Note): void {
  if (!isFolder(older)) return
  if (stands(target)) throw displaced(target, older)
  carryOver(made, older, names)
  fs.renameSync(older, target)
}

function moveBack({ target, made, older }: Places, { names, leaving }: Note): void {
  const left = new Set(leaving)
  for (const name of names) {
    // What has not left yet is the older result's.
    const hasCome = !stands(join(made, name)) && (!left.has(name) || stands(join(older, name)))
    if (hasCome && stands(join(target, name))) shift(target, made, name)
  }
  const waiting = descriptorLast(leaving).filter(name => stands(join(older, name)))
  for (const name of waiting) {
    if (stands(join(target, name))) throw displaced(join(target, name), join(older, name))
    shift(older, target, name)
  }
  removeEmptyAbove(older, leaving)
  removeIfEmpty(older)
}

const displaced = (target: string, older: string): OutputError =>
  exists(target, `was made while an older result waited in ${older} to be put back`, 'move one of the two away')

/** The older result goes once the newer one is sure to stay. What cannot be taken away now goes with the work, or never. */
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
 * Ends or undoes a swap that was cut off: where the newer result is not in its place yet, the older one is put back. Throws an
 * OutputError where something else stands there meanwhile.
 */
export function settle(target: string, staging: string): void {
  const note = noteIn(staging)
  if (note?.how !== 'exchange' && note?.how !== 'move') return
  const places = placesOf(target, staging)
  if (isPending(places)) goBack(places, staging, note)
  else if (isFolder(places.older) && hashAt(target, 'folder') !== note.sha256) restore(places)
  else endSwap(places, staging, note)
}

/** The newer result has gone from its place since, before the older one was taken away. */
function restore({ target, older }: Places): void {
  if (stands(target)) throw displaced(target, older)
  fs.renameSync(older, target)
}
