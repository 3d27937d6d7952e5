import * as fs from 'node:fs'
import { carryOver } from './carry.ts'
import type { Note } from './note.ts'
import { displaced, type Places } from './places.ts'
import { attempt, isFolder, stands } from './tree.ts'

/**
 * The older folder is renamed out of its place, then the newer one into it. What is not ours is moved over in
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

/** The newer folder gets the permissions of the older one; we keep ours, or it could not be moved. */
function likeOlder(newer: string, older: string): void {
  const { mode, uid, gid } = fs.statSync(older)
  const own = fs.statSync(newer)
  // Only root gives folders away.
  if (own.uid !== uid || own.gid !== gid) attempt(() => fs.chownSync(newer, uid, gid))
  fs.chmodSync(newer, (mode & 0o7777) | 0o700)
}

/** Puts the older folder back. It can be interrupted at any moment, and called again. */
export function exchangeBack({ target, made, older }: Places, { names }: Note): void {
  if (!isFolder(older)) return
  if (stands(target)) throw displaced(target, older)
  carryOver(made, older, names)
  fs.renameSync(older, target)
}
