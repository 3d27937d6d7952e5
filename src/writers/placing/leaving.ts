import { join } from 'node:path'
import { descriptorName, type Listed, listedFiles } from '../data-package/descriptor.ts'
import { hashOfFile, isFileIn, plainText, sizeOfFile } from './looks.ts'

/** A descriptor lists every file of the output with its columns. */
const mostBytes = 256 * 1024 * 1024

/** The files that are removed from a folder when files of these names come: those of the same names, and those of an earlier run. */
export function leavingFrom(target: string, names: readonly string[]): string[] {
  const replaced = names.filter(name => isFileIn(target, name))
  const known = new Set(names)
  const retired = listedFiles(plainText(join(target, descriptorName), mostBytes) ?? '')
    .filter(({ path }) => !known.has(path))
    .filter(listed => isStill(target, listed))
    .map(({ path }) => path)
  return [...replaced, ...new Set(retired)]
}

/**
 * Whether a file still is what the descriptor says of it, byte for byte. A descriptor can be written by anyone, and a file changed by
 * its owner: only what our run has written is ours to remove.
 */
function isStill(target: string, { path, bytes, sha256 }: Listed): boolean {
  const at = join(target, path)
  return sha256 !== null && isFileIn(target, path) && sizeOfFile(at) === bytes && hashOfFile(at) === sha256
}
