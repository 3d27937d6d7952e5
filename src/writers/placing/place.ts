import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { assertFree } from './lock.ts'
import { isOurFolder, writeMark } from './mark.ts'
import { isFolder, isWithin, makeFolders, removeIfEmpty, stagingName, stands } from './tree.ts'

/** Where the work folder of a target is, or would be: beside it, or inside it where it already is there. */
export function placeOf(target: string, kind: 'file' | 'folder'): string {
  const [beside, inside] = [besideOf(target), insideOf(target)]
  return kind === 'folder' && !stands(beside) && (stands(inside) || isUnderUs(target)) ? inside : beside
}

const besideOf = (target: string): string => join(dirname(target), stagingName(target))
const insideOf = (target: string): string => join(target, stagingName(target))

/** The working directory is not moved. */
const isUnderUs = (target: string): boolean => isFolder(target) && isWithin(process.cwd(), target)

/** The work folder, and the outermost folder above it that had to be made; undefined where all existed. */
export interface Place {
  readonly folder: string
  readonly above: string | undefined
}

/** Makes the work folder of a target, unless ours is there, and marks it. Throws OUTPUT_UNSAFE where it is not ours. */
export function makePlace(target: string, kind: 'file' | 'folder', name: string): Place {
  const planned = placeOf(target, kind)
  const above = makeFolders(dirname(planned))
  const isInside = kind === 'folder' && isFolder(target) && !stands(besideOf(target))
  const folder = made(isInside ? insideOf(target) : planned)
  assertFree(folder, name)
  const place = isInside && !isUnderUs(target) ? movedOut(folder, besideOf(target)) : folder
  assertFree(place, name)
  // Another run that is about to remove the folder holds its lock, and would not see a new mark.
  writeMark(place)
  return { folder: place, above }
}

/** Not by `recursive`, which accepts any folder that is there as the one it made. */
function made(folder: string): string {
  if (isOurFolder(folder)) return folder
  try {
    fs.mkdirSync(folder)
  } catch (error) {
    // Another run may have made it in the meantime.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isOurFolder(folder)) throw error
  }
  return folder
}

/**
 * Moves the folder from inside the target to beside it. Where that cannot be done it stays: another disk begins at the target, or
 * what is above it is closed to us, and the files of the output can only be moved into it from within.
 */
function movedOut(inside: string, beside: string): string {
  try {
    fs.renameSync(inside, beside)
    return beside
  } catch {
    if (!stands(beside)) return inside
    // Another run has made it in the meantime.
    removeIfEmpty(inside)
    return made(beside)
  }
}
