import * as fs from 'node:fs'
import { join } from 'node:path'
import { foldersAbove, stands } from './tree.ts'

/**
 * Moves from an older result into the newer one what is not ours: files that no earlier run wrote, and folders that hold such. A
 * file whose name the newer result has too stays behind. Gives the moves that were made, each as a way to undo it.
 */
export function carryOver(older: string, newer: string, ours: readonly string[], undo: (() => void)[]): void {
  const own = { files: new Set(ours), folders: new Set(ours.flatMap(foldersAbove)) }
  carryFolder('', { older, newer, own, undo })
}

interface Carrying {
  readonly older: string
  readonly newer: string
  readonly own: { readonly files: ReadonlySet<string>; readonly folders: ReadonlySet<string> }
  readonly undo: (() => void)[]
}

function carryFolder(folder: string, carrying: Carrying): void {
  for (const entry of fs.readdirSync(join(carrying.older, folder), { withFileTypes: true })) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`
    const isShared = carrying.own.folders.has(name) || stands(join(carrying.newer, name))
    if (entry.isDirectory() && isShared) carryFolder(name, carrying)
    else if (!carrying.own.files.has(name) && !stands(join(carrying.newer, name))) carryEntry(name, carrying)
  }
}

function carryEntry(name: string, { older, newer, undo }: Carrying): void {
  const [from, to] = [join(older, name), join(newer, name)]
  fs.mkdirSync(join(newer, ...foldersAbove(name).slice(-1)), { recursive: true })
  fs.renameSync(from, to)
  undo.push(() => fs.renameSync(to, from))
}
