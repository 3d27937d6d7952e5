import * as fs from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { shortName } from '../short-name.ts'

const unfinished = '.sapporo-eval-unfinished'

/** The name of the work folder of an output, until it is done. */
export const stagingName = (target: string): string => shortName(`.${basename(target)}`, unfinished)

/** The name of a cache that lies in the folder of the output: it is nothing of the output. */
const cacheName = '.sapporo-eval-cache'

const isStagingName = (name: string): boolean => name.startsWith('.') && name.endsWith(unfinished)

/** What a folder holds, our unfinished work and a cache left out; undefined where there is no folder. */
export function entriesOf(folder: string): string[] | undefined {
  if (!isFolder(folder)) return undefined
  return fs.readdirSync(folder).filter(name => !isStagingName(name) && name !== cacheName)
}

export const isFolder = (path: string): boolean => fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** Whether anything is at a path; a link itself counts, wherever it leads. */
export const stands = (path: string): boolean => fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined

/**
 * Makes a folder and those above it; returns the outermost that was missing, undefined where none was. Not by Node's `recursive`,
 * which tries for ever where the system denies that a folder is there in which nothing can be made, as /proc does.
 */
export function makeFolders(path: string, mode = 0o777): string | undefined {
  if (isFolder(path)) return undefined
  const above = dirname(path)
  const made = stands(above) ? undefined : makeFolders(above, mode)
  try {
    fs.mkdirSync(path, { mode })
  } catch (error) {
    // Another run may have made it in the meantime.
    if (!isFolder(path)) throw error
    return made
  }
  return made ?? path
}

/** The path where links have been followed, the last one too where nothing is at its end yet. */
export function realTarget(path: string, links = 40): string {
  const at = resolve(path)
  try {
    return fs.realpathSync(at)
  } catch {
    const isLink = fs.lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() === true
    return isLink && links > 0 ? realTarget(resolve(dirname(at), fs.readlinkSync(at)), links - 1) : at
  }
}

/** Whether a path is a folder or inside it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === resolve(path))
}

/** The folders above a file, outermost first: of `a/b/c.json`, `a` and `a/b`. */
export function foldersAbove(name: string): string[] {
  const parts = name.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Removes the folders above files that are gone, as far as they hold nothing else. */
export function removeEmptyAbove(folder: string, names: readonly string[]): void {
  for (const above of new Set(names.flatMap(name => foldersAbove(name).reverse()))) removeIfEmpty(join(folder, above))
}

/** Removes folders from the innermost up to `outermost`, as far as they are empty. */
export function removeEmptyUp(innermost: string, outermost: string): void {
  for (let at = innermost; isWithin(at, outermost); at = dirname(at)) if (!removeIfEmpty(at)) return
}

/** Removes a folder where it is empty, and returns whether it was. */
export function removeIfEmpty(folder: string): boolean {
  try {
    fs.rmdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** Takes a step that may fail. */
export function attempt(step: () => void): void {
  try {
    step()
  } catch {
    // It does no harm undone.
  }
}
