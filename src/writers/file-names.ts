import { posix } from 'node:path'
import { foldersAbove } from './placing/tree.ts'
import { hashOf, shortName } from './short-name.ts'

/**
 * The file below a folder of output for each input, by the input's path: named as the input below the folder that was typed,
 * with `.json` in place of its ending. `typed` is what was typed: folders, patterns, files. A name depends on the paths alone,
 * not on their order. Names that are one where case or composition do not count (か + ゛, が) are told apart.
 */
export function fileNames(
  paths: Iterable<string>,
  typed: readonly string[],
  reserved: readonly string[],
): Map<string, string> {
  const roots = new Set(typed.flatMap(rootsOf))
  const named = [...new Set(paths)].map(path => ({ path, below: belowRoot(path, roots), way: 0 }))
  for (let clashing = named; clashing.length > 0; ) {
    const taken = takenBy(named.map(nameOf), reserved)
    clashing = named.filter(each => each.way < ways.length - 1 && clashes(nameOf(each), taken))
    for (const each of clashing) each.way += 1
  }
  return new Map(named.map(each => [each.path, nameOf(each)]))
}

interface Named {
  readonly path: string
  readonly below: string
  way: number
}

const nameOf = ({ below, path, way }: Named): string => (ways[way] as Way)(below, path)

type Way = (below: string, path: string) => string

const ending = '.json'

/** Each way tells apart what the one before does not: by the ending, by the whole path, without the folders. */
const ways: readonly Way[] = [
  below => inFolders(below, shortName(stemOf(below), ending)),
  below => inFolders(below, shortName(posix.basename(below), ending)),
  (below, path) => inFolders(below, shortName(stemOf(below), `-${hashOf(path)}${ending}`)),
  (below, path) => shortName(stemOf(below), `-${hashOf(path)}${ending}`),
]

const stemOf = (path: string): string => posix.basename(path).replace(/(?<=.)\.[^.]*$/su, '')

const inFolders = (below: string, name: string): string => [...partsOf(posix.dirname(below)), name].join('/')

const partsOf = (path: string): string[] => path.split('/').filter(part => !['', '.', '..'].includes(part))

interface Taken {
  /** How many files have a name. */
  readonly files: ReadonlyMap<string, number>
  readonly folders: ReadonlySet<string>
}

function takenBy(names: readonly string[], reserved: readonly string[]): Taken {
  const files = new Map<string, number>()
  for (const name of [...names, ...reserved].map(folded)) files.set(name, (files.get(name) ?? 0) + 1)
  return { files, folders: new Set(names.map(folded).flatMap(foldersAbove)) }
}

/** A name is not free where another file has it, or a folder; nor where one of its own folders is a file. */
const clashes = (name: string, { files, folders }: Taken): boolean =>
  (files.get(folded(name)) ?? 0) > 1 ||
  folders.has(folded(name)) ||
  foldersAbove(folded(name)).some(folder => files.has(folder))

/** What file systems that heed neither case nor composition take for the same. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase()

/** The folder that was typed, and where it may be a pattern the folder before its first sign. */
function rootsOf(typed: string): string[] {
  const fixed = /^[^*?[\]{}()!]*/u.exec(typed)?.[0] ?? ''
  return [withoutSlash(typed), ...(fixed === typed ? [] : [fixed.includes('/') ? posix.dirname(`${fixed}.`) : '.'])]
}

const withoutSlash = (path: string): string => path.replace(/(?<=.)\/+$/su, '')

/** The path below the innermost folder that was typed; of a file that was typed itself, its name. */
function belowRoot(path: string, roots: ReadonlySet<string>): string {
  if (path === '-') return 'stdin'
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    if (roots.has(folder)) return posix.relative(folder, path)
    if (folder === posix.dirname(folder)) return posix.basename(path)
  }
}
