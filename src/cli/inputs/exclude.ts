export interface ExcludeFlags {
  /** Patterns of what is left out of folders and patterns. */
  readonly exclude?: readonly string[]
}

/**
 * Whether a path below a folder that was given is left out. A pattern without a slash is one of names, at any depth; with one it is of the
 * path from that folder. What leaves a folder out leaves out all in it.
 */
export function isExcluded(below: string, { exclude = [] }: ExcludeFlags): boolean {
  return exclude.some(pattern => partsOf(pattern).some(parts => isMatched(below, parts)))
}

/** What one sign of a pattern takes: characters, one or any number of them. */
interface Part {
  readonly takes: (character: string) => boolean
  readonly isMany?: true
  /** It ends where a folder does. */
  readonly isFolders?: true
}

const known = new Map<string, Part[][]>()

/** The parts of a pattern, once for each of its `{a,b}`. */
function partsOf(pattern: string): Part[][] {
  const parts = known.get(pattern) ?? alternatives(pattern).map(partsIn)
  known.set(pattern, parts)
  return parts
}

function alternatives(pattern: string): string[] {
  const {
    before = '',
    items,
    after = '',
  } = /^(?<before>[^{}]*)\{(?<items>[^{}]*)\}(?<after>.*)$/su.exec(pattern)?.groups ?? {}
  if (items === undefined) return [pattern]
  const rest = alternatives(after)
  return items.split(',').flatMap(item => rest.map(each => before + item + each))
}

/** `*` and `?` stand for what is within a name, `**` for folders, `[ab]`, `[a-z]` and `[!a]` for one character. */
function partsIn(pattern: string): Part[] {
  const plain = trimmed(pattern)
  const signs = (plain.includes('/') ? plain : `**/${plain}`).match(/\*\*\/|\*+|\?|\[[^\]/]+\]|./gsu) ?? []
  return signs.map(partOf)
}

function trimmed(pattern: string): string {
  const from = pattern.startsWith('./') ? 2 : pattern.startsWith('/') ? 1 : 0
  return pattern.slice(from, pattern.endsWith('/') ? -1 : undefined)
}

function partOf(sign: string): Part {
  if (sign === '**/') return { takes: () => true, isMany: true, isFolders: true }
  if (sign.startsWith('**')) return { takes: () => true, isMany: true }
  if (sign === '*') return { takes: character => character !== '/', isMany: true }
  if (sign === '?') return { takes: character => character !== '/' }
  if (sign.length > 2 && sign.startsWith('[')) return { takes: classOf(sign.slice(1, -1)) }
  return { takes: character => character === sign }
}

function classOf(text: string): Part['takes'] {
  const isNegated = text.length > 1 && /^[!^]/u.test(text)
  const ranges = (isNegated ? text.slice(1) : text).match(/.-.|./gsu) ?? []
  const isIn = (character: string) =>
    ranges.some(range => ([...range].length === 3 ? between(character, range) : range === character))
  return character => character !== '/' && isIn(character) !== isNegated
}

const between = (character: string, range: string): boolean => {
  const [from = '', , to = ''] = range
  return from <= character && character <= to
}

/**
 * Whether the parts take the whole path, or a folder that it is in. All ways are gone at once, so that no pattern takes long. Where a way stands is the
 * number of the part that comes next; half a number more within the name of a folder that `**` takes.
 */
function isMatched(path: string, parts: readonly Part[]): boolean {
  let ways = reached([0], parts)
  for (const character of path) {
    if (character === '/' && ways.has(parts.length)) return true
    ways = reached(
      [...ways].flatMap(at => stepped(at, parts[Math.floor(at)], character)),
      parts,
    )
  }
  return ways.has(parts.length)
}

function stepped(at: number, part: Part | undefined, character: string): number[] {
  if (!part?.takes(character)) return []
  if (part.isFolders) return [character === '/' ? Math.floor(at) : Math.floor(at) + 0.5]
  return [part.isMany ? at : at + 1]
}

/** Where the ways stand, and where they stand once parts that may take nothing have taken nothing. */
function reached(ways: readonly number[], parts: readonly Part[]): Set<number> {
  const all = new Set(ways)
  for (const at of all) if (parts[at]?.isMany) all.add(at + 1)
  return all
}
