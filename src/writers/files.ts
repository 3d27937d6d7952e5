import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { OutputError } from './errors.ts'
import { moveInto } from './move.ts'
import type { OutputFile } from './writer.ts'

/*
 * Files appear whole or not at all: they are written beside their place and renamed into it. All of it is synchronous, so that
 * no signal handler runs half way and nothing is left behind.
 */

export interface WriteOptions {
  /** Replaces a file, or writes into a folder that is not empty. */
  readonly overwrite?: boolean
}

/**
 * Writes a file whole or not at all; missing folders above it are made. A device or pipe (`/dev/null`) is written through.
 *
 * Throws an OutputError: OUTPUT_EXISTS, or OUTPUT_UNWRITABLE with the system's reason.
 */
export function writeFile(path: string, bytes: Uint8Array, { overwrite = false }: WriteOptions = {}): void {
  systemErrors(path, () => {
    const known = fs.statSync(path, { throwIfNoEntry: false })
    if (known?.isDirectory()) throw exists(path, 'is a folder', 'give the path of a file')
    if (known && !known.isFile()) return fs.writeFileSync(path, bytes)
    if (known && !overwrite) throw exists(path, 'exists already', 'choose another name, or replace it with --overwrite')
    // Through a link the file it leads to is replaced, and the link stays.
    const target = known ? fs.realpathSync(path) : resolve(path)
    fs.mkdirSync(dirname(target), { recursive: true })
    return withTemporary(dirname(target), temporary => {
      writeNew(temporary, bytes, known?.mode)
      fs.renameSync(temporary, target)
    })
  })
}

export interface FolderOptions extends WriteOptions {
  /** Files of an earlier run that go away when the new ones come. */
  readonly retired?: readonly string[]
}

/**
 * Writes files into a folder, all of them or none; the folder is made if it is missing. Files it holds under other names stay.
 *
 * Throws an OutputError: OUTPUT_EXISTS where the folder is not empty, or OUTPUT_UNWRITABLE with the system's reason.
 */
export function writeFolder(folder: string, files: readonly OutputFile[], options: FolderOptions = {}): void {
  assertNames(files)
  systemErrors(folder, () => {
    const known = fs.statSync(folder, { throwIfNoEntry: false })
    if (known && !known.isDirectory()) throw exists(folder, 'is not a folder', 'give the path of a folder')
    if (!known) return createFolder(resolve(folder), files)
    assertFree(folder, options.overwrite ?? false)
    // Inside the folder, not beside it: what is beside may lie on another disk, or be closed to us.
    return withTemporary(fs.realpathSync(folder), temporary => {
      writeAll(temporary, files)
      moveInto(fs.realpathSync(folder), temporary, namesOf(files), options.retired ?? [])
    })
  })
}

function assertFree(folder: string, overwrite: boolean): void {
  if (overwrite || fs.readdirSync(folder).length === 0) return
  throw exists(folder, 'is not empty', 'choose another folder, or write into it with --overwrite')
}

const namesOf = (files: readonly OutputFile[]): string[] => files.map(file => file.name)

function createFolder(target: string, files: readonly OutputFile[]): void {
  fs.mkdirSync(dirname(target), { recursive: true })
  withTemporary(dirname(target), temporary => {
    writeAll(temporary, files)
    fs.renameSync(temporary, target)
  })
}

function writeAll(folder: string, files: readonly OutputFile[]): void {
  fs.mkdirSync(folder)
  for (const { name, bytes } of files) writeNew(join(folder, name), bytes)
}

/** Writes a file that is not there yet, down to the disk. */
function writeNew(path: string, bytes: Uint8Array, mode?: number): void {
  const file = fs.openSync(path, 'wx', mode)
  try {
    fs.writeFileSync(file, bytes)
    if (mode !== undefined) fs.fchmodSync(file, mode)
    fs.fsyncSync(file)
  } finally {
    fs.closeSync(file)
  }
}

/** Runs a step with a name that nothing has yet, and takes away whatever it leaves there. */
function withTemporary(folder: string, step: (temporary: string) => void): void {
  const temporary = join(folder, `.sapporo-eval-${randomBytes(6).toString('hex')}.tmp`)
  try {
    step(temporary)
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true })
  }
}

function assertNames(files: readonly OutputFile[]): void {
  const wrong = files.find(({ name }) => name === '' || name === '.' || name === '..' || basename(name) !== name)
  if (wrong) throw new RangeError(`"${wrong.name}" is not the name of a file in a folder`)
}

const exists = (path: string, how: string, hint: string): OutputError =>
  new OutputError('OUTPUT_EXISTS', `${path} ${how}`, hint)

/** Errors of the file system become errors of the output, which name the path as it was given. */
function systemErrors(path: string, step: () => void): void {
  try {
    step()
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
    const hint = 'check that the disk has room and that you may write there'
    throw new OutputError('OUTPUT_UNWRITABLE', `${path} cannot be written: ${error.code}`, hint, error)
  }
}
