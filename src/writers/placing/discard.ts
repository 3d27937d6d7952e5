import * as fs from 'node:fs'
import { join } from 'node:path'
import { say } from '../../messages/words.ts'
import { unsafe } from '../errors.ts'
import { dropDeadLocks, giveBack } from './lock.ts'
import { entryAt, isFileIn } from './looks.ts'
import { dropMark, journalName } from './mark.ts'
import { type Note, newNoteName, noteIn, noteName } from './note.ts'
import { foldersAbove, removeIfEmpty, stands } from './tree.ts'

/**
 * Removes an output that was not put in place: the file `new`, or the files that the note lists for the folder `new`. Throws
 * OUTPUT_UNSAFE, and removes nothing, where it holds anything else.
 */
export function dropNew(staging: string, note: Note | undefined): void {
  const made = join(staging, 'new')
  const entry = entryAt(made)
  if (!entry) return
  if (entry.isFile()) fs.rmSync(made)
  else dropNewFolder(made, note)
}

function dropNewFolder(made: string, note: Note | undefined): void {
  // While a swap is under way, what is made is all there is of the newer result.
  const names = note?.how === 'make' ? note.names : []
  const leaving = note?.leaving ?? []
  // Folders may have come from the older result, with files that are not ours and were moved back.
  const folders = [...(note?.names ?? []), ...leaving].flatMap(foldersAbove)
  assertNothingElse(made, '', { files: new Set(names), folders: new Set(folders) })
  dropFiles(made, names, folders)
}

/** Removes our files from an older result, and with the last of them the folder. */
export function dropOlder(staging: string, { leaving }: Note): void {
  const older = join(staging, 'older')
  if (stands(older)) dropFiles(older, leaving, leaving.flatMap(foldersAbove))
}

/** Removes only what has these names: folders where they are empty. */
function dropFiles(folder: string, names: readonly string[], folders: readonly string[]): void {
  for (const name of names) if (isFileIn(folder, name)) fs.rmSync(join(folder, name))
  for (const name of [...new Set(folders)].sort().reverse()) removeIfEmpty(join(folder, name))
  removeIfEmpty(folder)
}

interface Known {
  readonly files: ReadonlySet<string>
  readonly folders: ReadonlySet<string>
}

function assertNothingElse(root: string, folder: string, known: Known): void {
  for (const entry of fs.readdirSync(join(root, folder), { withFileTypes: true })) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory() && known.folders.has(name)) assertNothingElse(root, name, known)
    else if (!entry.isFile() || !known.files.has(name)) throw unsafe(join(root, name), say('HOW_OTHERS'))
  }
}

/**
 * Removes all that is ours in a folder, and the folder. The note goes late: as long as it is there, what is at the target is
 * known to be this run's; then the mark, without which nothing in the folder is believed; the lock last, against other runs.
 */
export function dropAll(folder: string): void {
  const note = noteIn(folder)
  dropNew(folder, note)
  if (note) dropOlder(folder, note)
  // Whatever is not ours keeps all of it: the next run says so.
  if (stands(join(folder, 'new')) || stands(join(folder, 'older'))) giveBack(folder)
  else dropRest(folder)
}

function dropRest(folder: string): void {
  for (const name of [journalName, newNoteName, noteName]) fs.rmSync(join(folder, name), { force: true })
  dropDeadLocks(folder)
  dropMark(folder)
  giveBack(folder)
  fs.rmdirSync(folder)
}
