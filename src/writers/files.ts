import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { say } from '../messages/words.ts'
import { exists, systemErrors } from './errors.ts'
import { makeFolders, realTarget } from './placing/tree.ts'
import { Sink, syncFolder } from './sink.ts'

export interface WriteOptions {
  /** Replaces a file. */
  readonly overwrite?: boolean
}

/**
 * Writes a file whole or not at all; missing folders above it are made. A device or pipe (`/dev/null`) is written to directly. All
 * of it is synchronous, so that no signal handler runs half way and nothing is left behind.
 *
 * Throws an OutputError: OUTPUT_EXISTS, or OUTPUT_UNWRITABLE with the system's reason.
 */
export function writeFile(path: string, bytes: Uint8Array, options: WriteOptions = {}): void {
  systemErrors(path, () => {
    const known = standing(path, options)
    if (known && !known.isFile()) return writeThrough(path, bytes)
    // Through a link the file it leads to is replaced, and the link stays.
    const target = known ? fs.realpathSync(path) : resolve(path)
    makeFolders(dirname(target))
    const temporary = join(dirname(target), `.sapporo-eval-${randomBytes(6).toString('hex')}.tmp`)
    try {
      const sink = new Sink(temporary)
      sink.add(bytes)
      sink.finishOnDisk(known?.mode)
      fs.renameSync(temporary, target)
    } finally {
      fs.rmSync(temporary, { force: true })
    }
  })
}

function writeThrough(path: string, bytes: Uint8Array): void {
  const sink = new Sink(path, 'w')
  sink.add(bytes)
  sink.finish()
}

/** What is at the path of a file. Throws OUTPUT_EXISTS where it must not be replaced. */
function standing(path: string, { overwrite = false }: WriteOptions): fs.Stats | undefined {
  const known = fs.statSync(path, { throwIfNoEntry: false })
  if (known?.isDirectory()) throw exists(say('IS_A_FOLDER', { path }), say('GIVE_FILE_PATH'))
  if (known?.isFile() && !overwrite) throw exists(say('EXISTS_ALREADY', { path }), say('OTHER_NAME_OR_OVERWRITE'))
  return known
}

/** Moves a finished file into its place; it takes over the mode of the file that it replaces. Throws as `writeFile` does. */
export function placeFile(path: string, made: string, options: WriteOptions = {}): void {
  systemErrors(path, () => {
    const known = standing(path, options)
    if (known) fs.chmodSync(made, known.mode & 0o7777)
    const target = realTarget(path)
    fs.renameSync(made, target)
    syncFolder(dirname(target))
  })
}
