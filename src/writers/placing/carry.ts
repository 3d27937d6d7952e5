import * as fs from 'node:fs'
import { join } from 'node:path'
import { foldersAbove, stands } from './tree.ts'

/**
 * Moves what is not ours from one result into another: every file but those of `ours`, and the folders that hold such. What has the
 * name of something there stays behind. It can be interrupted at any moment, and called again.
 */
export function carryOver(from: string, to: string, ours: readonly string[]): void {
  carryFolder('', { from, to, files: new Set(ours), folders: new Set(ours.flatMap(foldersAbove)) })
}

interface Carrying {
  readonly from: string
  readonly to: string
  readonly files: ReadonlySet<string>
  readonly folders: ReadonlySet<string>
}

function carryFolder(folder: string, carrying: Carrying): void {
  const { from, to, files, folders } = carrying
  for (const entry of fs.readdirSync(join(from, folder), { withFileTypes: true })) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`
    const isTaken = stands(join(to, name))
    if (entry.isDirectory() && (folders.has(name) || isTaken)) carryFolder(name, carrying)
    else if (!files.has(name) && !isTaken) carryEntry(name, carrying)
  }
}

function carryEntry(name: string, { from, to }: Carrying): void {
  fs.mkdirSync(join(to, ...foldersAbove(name).slice(-1)), { recursive: true })
  fs.renameSync(join(from, name), join(to, name))
}
