import * as fs from 'node:fs'
import { carryOver } from './carry.ts'
import type { Note } from './note.ts'
import { displaced, type Places } from './places.ts'
import { attempt, isFolder, stands } from './tree.ts'

/**
 * The older folder goes out of its place by one renaming, the newer one into it by another. What is not ours changes over in
 * between, so that it is there from the first moment of the newer one.
 */
export function exchange({ target, made, older }: Places, { leaving }: Note): void {
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
  // Only root gives folders away.
  if (own.uid !== uid || own.gid !== gid) attempt(() => fs.chownSync(newer, uid, gid))
  fs.chmodSync(newer, (mode & 0o7777) | 0o700)
}

/** Puts the older folder back. It can be cut off at any moment, and called again. */
export function exchangeBack({ target, made, older }: Places, { names }: Note): void {
  if (!isFolder(older)) return
  if (stands(target)) throw displaced(target, older)
  carryOver(made, older, names)
  fs.renameSync(older, target)
}
