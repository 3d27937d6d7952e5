import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { say } from '../../messages/words.ts'
import { systemErrors, unsafe } from '../errors.ts'
import { dropAll, dropNew } from './discard.ts'
import { giveBack, takeLock } from './lock.ts'
import { isOurFolder, writeMark } from './mark.ts'
import { hashAt, type Note, noteIn, writeNote } from './note.ts'
import { makePlace, type Place, placeOf } from './place.ts'
import { settle } from './swap.ts'
import { isFolder, makeFolders, realTarget, removeEmptyUp, stands } from './tree.ts'

/** Where an output goes. */
export type Target =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }

/** A place on a disk, links followed. */
interface Spot {
  readonly path: string
  readonly kind: 'file' | 'folder'
}

/**
 * The work folder of an output until it is done: what has been read so far, and the output before it takes
 * its place. After an interruption it stays, and the next run resumes from it. Its methods throw an OutputError; where that is
 * OUTPUT_UNSAFE, a folder of that name is not ours, or holds files that are not, and nothing was touched.
 */
export class Staging {
  readonly #name: string
  readonly #spot: Spot | undefined
  #place: Place | undefined

  constructor(target: Target) {
    const isPlace = target.kind !== 'stdout' && !isDevice(target.path)
    this.#spot = isPlace ? { path: realTarget(target.path), kind: target.kind } : undefined
    this.#name = nameOf(target)
  }

  /** Where the output goes, links followed; undefined where that is not on a disk. */
  get target(): string | undefined {
    return this.#spot?.path
  }

  /** The folder; where it has not been opened, its future path: undefined for a temporary one. */
  get folder(): string | undefined {
    return this.#place?.folder ?? (this.#spot && placeOf(this.#spot.path, this.#spot.kind))
  }

  /**
   * Makes the folder, takes its lock, and finishes or undoes an interrupted run's last step. Returns its path. Throws OUTPUT_BUSY where
   * another run works on the same output, OUTPUT_UNWRITABLE where permission is denied.
   */
  open(): string {
    return this.#place?.folder ?? systemErrors(this.#name, () => this.#open().folder)
  }

  #open(): Place {
    const place = this.#spot ? lockedPlace(this.#spot, this.#name) : temporaryPlace(this.#name)
    this.#place = place
    if (!this.#spot) process.once('exit', this.#leave)
    try {
      if (this.#spot) settle(this.#spot.path, place.folder)
      assertNoOlder(place.folder)
      dropNew(place.folder, noteIn(place.folder))
    } catch (error) {
      this.close()
      throw error
    }
    return place
  }

  /** Where the output is made: a file, or the folder of files that have these names. */
  newPath(names?: readonly string[]): string {
    const folder = this.open()
    const own = this.#ownHash()
    if (names) writeNote(folder, { how: 'make', names, leaving: [], sha256: null, own })
    return join(folder, 'new')
  }

  /** Notes that a single file is made, and about to be put in place. */
  noteFile(sha256: string): void {
    writeNote(this.open(), { how: 'file', names: [], leaving: [], sha256, own: this.#ownHash() })
  }

  /** Removes what was made but not put in place. What cannot be removed is left for the next run. */
  clear(): void {
    if (!this.#place) return
    try {
      dropNew(this.#place.folder, noteIn(this.#place.folder))
    } catch {
      // The reason why it was not put in place is reported; an error here would hide it.
    }
  }

  /** Refuses a folder that is not ours; finishes or undoes an interrupted run's last step. */
  settle(): void {
    const folder = this.folder
    if (folder !== undefined && isOurFolder(folder) && noteIn(folder)) this.open()
  }

  /** Whether what is at the target was put there by the very run that this one resumes. */
  isOwn(): boolean {
    return this.#ownHash() !== null
  }

  #ownHash(): string | null {
    const folder = this.folder
    if (!this.#spot || folder === undefined || !isOurFolder(folder)) return null
    const { sha256 = null, own = null } = noteIn(folder) ?? ({} as Partial<Note>)
    const standing = hashAt(this.#spot.path, this.#spot.kind) ?? null
    return standing === sha256 || standing === own ? standing : null
  }

  // A temporary folder is removed whatever ends the process, be it a closed pipe.
  readonly #leave = (): void => this.remove()

  /** Releases the lock. The folder stays for a run that resumes from here; a temporary one is removed. */
  close(): void {
    if (!this.#place) return
    if (this.#spot) giveBack(this.#place.folder)
    else this.remove()
    this.#place = undefined
  }

  /** The work is done: nothing of it stays. What cannot be removed does no harm, and is left for the next run. */
  remove(): void {
    const place = this.#place
    if (!place) return
    this.#place = undefined
    process.off('exit', this.#leave)
    try {
      dropAll(place.folder)
      if (place.above !== undefined) removeEmptyUp(dirname(place.folder), place.above)
    } catch {
      giveBack(place.folder)
    }
  }
}

/** The staging of a target; an interrupted swap there is settled first. Throws an OutputError. */
export const stagingFor = (target: Target): Staging =>
  systemErrors(nameOf(target), () => {
    const staging = new Staging(target)
    staging.settle()
    return staging
  })

const nameOf = (target: Target): string => (target.kind === 'stdout' ? 'standard output' : target.path)

/** A run that ends may remove the folder between two of our steps: then it is made again. */
const attempts = 3

function lockedPlace({ path, kind }: Spot, name: string): Place {
  assertOpen(path)
  for (let left = attempts; ; left -= 1) {
    try {
      const place = makePlace(path, kind, name)
      takeLock(place.folder, name)
      // What another run has done in the meantime.
      isOurFolder(place.folder)
      return place
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || left === 1) throw error
    }
  }
}

function temporaryPlace(name: string): Place {
  const folder = join(tmpdir(), `sapporo-eval-${process.pid}-${randomBytes(6).toString('hex')}`)
  // Where that fails, it is this folder that cannot be written.
  systemErrors(folder, () => {
    makeFolders(folder, 0o700)
    writeMark(folder)
    takeLock(folder, name)
  })
  return { folder, above: undefined }
}

/** Once a swap is settled, only what was in the older result and is not ours can be left of it. */
function assertNoOlder(folder: string): void {
  const older = join(folder, 'older')
  if (stands(older)) throw unsafe(older, say('HOW_LEFT_OVER'))
}

/** Neither a file nor a folder: it is written to directly, and nothing can be made beside it. */
function isDevice(path: string): boolean {
  const found = fs.statSync(path, { throwIfNoEntry: false })
  return found !== undefined && !found.isFile() && !found.isDirectory()
}

/** A folder that we may not write to is not replaced either, though its parent's permission would be enough. */
function assertOpen(target: string): void {
  if (isFolder(target)) fs.accessSync(target, fs.constants.W_OK | fs.constants.X_OK)
}
