import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { systemErrors } from './errors.ts'
import { giveBack, takeLock } from './lock.ts'
import { settleSwap } from './swap.ts'
import { isNote, isNoted, notedSwap } from './swap-note.ts'
import { isFolder, isWithin, makeFolders, realTarget, removeEmptyUp, stagingName } from './tree.ts'

/** Where an output goes. */
export type Target =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }

/**
 * The folder in which the work on an output lies until it is done: what has been read so far, and the output before it takes
 * its place. After an interruption it stays, and the next run goes on from it. Its methods throw an OutputError.
 */
export class Staging {
  readonly folder: string
  readonly #name: string
  readonly #target: string | undefined
  #isOpen = false
  #made: string | undefined

  constructor(target: Target) {
    this.#target = target.kind === 'stdout' || isDevice(target.path) ? undefined : realTarget(target.path)
    this.folder = this.#target === undefined ? temporaryFolder() : placeFor(this.#target, target.kind)
    this.#name = this.#target === undefined ? this.folder : nameOf(target)
  }

  /** Where the output goes, links followed; undefined where that is no place on a disk. */
  get target(): string | undefined {
    return this.#target
  }

  /** Makes the folder and takes its lock. Throws OUTPUT_BUSY where another run is at work on the same output, OUTPUT_UNWRITABLE where it is closed. */
  open(): void {
    if (this.#isOpen) return
    systemErrors(this.#name, () => {
      assertOpen(this.#target)
      this.#made ??= makeFolders(this.folder, this.#target === undefined ? 0o700 : 0o777)
      takeLock(this.folder, this.#name)
      this.#isOpen = true
      if (this.#target === undefined) process.once('exit', this.#leave)
      // What was written half; a swap that was cut off has been settled before.
      if (notedSwap(this.folder)?.how !== 'move') rm(this.newPath)
    })
  }

  /** Where the output is made, a file or a folder. */
  get newPath(): string {
    return join(this.folder, 'new')
  }

  /** Takes away what was made and did not get to its place. What cannot be taken away waits for the next run. */
  clear(): void {
    if (!this.#isOpen) return
    try {
      rm(this.newPath)
    } catch {
      // Why it did not get to its place is told; this would hide it.
    }
  }

  /** Ends or undoes what an earlier run was cut off at. */
  settle(): void {
    const target = this.#target
    if (target === undefined || notedSwap(this.folder) === undefined) return
    this.open()
    systemErrors(this.#name, () => settleSwap(target, this.folder))
    rm(this.newPath)
  }

  /** Whether what stands at the target was put there by the very run that this one goes on from. */
  isOwn(): boolean {
    const note = notedSwap(this.folder)
    return this.#target !== undefined && note !== undefined && isNoted(this.#target, note)
  }

  // A temporary folder goes whatever ends the process, be it a closed pipe.
  readonly #leave = (): void => this.remove()

  /** Gives the lock back. The folder stays for a run that goes on from here; a temporary one goes. */
  close(): void {
    if (!this.#isOpen) return
    if (this.#target === undefined) this.remove()
    else giveBack(this.folder)
    this.#isOpen = false
  }

  /** The work is done: nothing of it stays. What cannot be taken away does no harm. */
  remove(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    process.off('exit', this.#leave)
    try {
      // The note goes last: as long as it is there, what stands at the target is known to be this run's.
      for (const name of fs.readdirSync(this.folder).filter(each => !isNote(each))) rm(join(this.folder, name))
      rm(this.folder)
      if (this.#made !== undefined) removeEmptyUp(dirname(this.folder), this.#made)
    } catch {
      // The output is in its place; what is left is taken away by the next run.
    }
  }
}

/** The staging of a target; a swap that was cut off there is settled first. Throws an OutputError. */
export const stagingFor = (target: Target): Staging =>
  systemErrors(nameOf(target), () => {
    const staging = new Staging(target)
    staging.settle()
    return staging
  })

const nameOf = (target: Target): string => (target.kind === 'stdout' ? 'standard output' : target.path)

const rm = (path: string): void => fs.rmSync(path, { recursive: true, force: true })

const temporaryFolder = (): string => join(tmpdir(), `sapporo-eval-${process.pid}-${randomBytes(6).toString('hex')}`)

/** Neither a file nor a folder: it is written through, and nothing can lie beside it. */
function isDevice(path: string): boolean {
  const found = fs.statSync(path, { throwIfNoEntry: false })
  return found !== undefined && !found.isFile() && !found.isDirectory()
}

/** A folder that is closed to us is not to be replaced either, though that may need no more than its parent. */
function assertOpen(target: string | undefined): void {
  if (target !== undefined && isFolder(target)) fs.accessSync(target, fs.constants.W_OK | fs.constants.X_OK)
}

/** Beside the target; inside it where it is a folder that cannot be renamed, or already lies there. */
function placeFor(target: string, kind: Target['kind']): string {
  const [beside, inside] = [join(dirname(target), stagingName(target)), join(target, stagingName(target))]
  if (kind === 'file') return beside
  if (fs.existsSync(beside)) return beside
  return fs.existsSync(inside) || isFixed(target) ? inside : beside
}

/** A folder that stays where it is: another disk begins there, its parent is closed to us, or we stand in it. */
function isFixed(folder: string): boolean {
  const own = fs.statSync(folder, { throwIfNoEntry: false })
  if (!own) return false
  const parent = dirname(folder)
  return fs.statSync(parent).dev !== own.dev || !isWritable(parent) || isWithin(process.cwd(), folder)
}

function isWritable(folder: string): boolean {
  try {
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK)
    return true
  } catch {
    return false
  }
}
