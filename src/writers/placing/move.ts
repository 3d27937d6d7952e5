import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { descriptorName } from '../data-package/descriptor.ts'
import type { Note } from './note.ts'
import { displaced, type Places } from './places.ts'
import { removeEmptyAbove, removeIfEmpty, stands } from './tree.ts'

/**
 * The files are moved out of a folder that stays where it is, and into it, one by one. The descriptor is the first to go and the last to
 * come: while it is missing, the folder is unfinished.
 */
export function moveFiles({ target, made, older }: Places, { names, leaving }: Note): void {
  for (const name of descriptorFirst(leaving)) shift(target, older, name)
  for (const name of descriptorLast(names)) {
    assertGone(target, older, name)
    shift(made, target, name)
  }
}

/** Others may have come since the files to remove were listed. */
function assertGone(target: string, older: string, name: string): void {
  if (stands(join(target, name))) throw displaced(join(target, name), join(older, name))
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

/** Puts the older files back. It can be interrupted at any moment, and called again. */
export function moveBack({ target, made, older }: Places, { names, leaving }: Note): void {
  const left = new Set(leaving)
  for (const name of names) {
    // What has not been moved out yet is the older result's.
    const hasCome = !stands(join(made, name)) && (!left.has(name) || stands(join(older, name)))
    if (hasCome && stands(join(target, name))) shift(target, made, name)
  }
  const waiting = descriptorLast(leaving).filter(name => stands(join(older, name)))
  for (const name of waiting) {
    assertGone(target, older, name)
    shift(older, target, name)
  }
  removeEmptyAbove(older, leaving)
  removeIfEmpty(older)
}
