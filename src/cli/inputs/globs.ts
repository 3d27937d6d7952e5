import { access, realpath } from 'node:fs/promises'
import { type ExcludeFlags, isExcluded } from './exclude.ts'
import { isPassedOver, type LinkFlags } from './links.ts'

/** Whether a path that does not exist may be meant as a pattern. */
export const isPattern = (path: string): boolean => /[*?[\]{}()!]/.test(path)

/**
 * The files that a pattern matches, by the code units of their paths. The leading part of the pattern that exists is taken
 * literally and kept as typed, so that `./data/[2023]/*.txt` finds what is in a folder called `[2023]`. Where links lead outside
 * that part, their targets are left out, as they are below a folder.
 */
export async function filesMatching(pattern: string, wanted: LinkFlags & ExcludeFlags = {}): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const { base, rest } = await splitPattern(process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern)
  const options = { cwd: base === '' ? '.' : base, expandDirectories: false, dot: false }
  // A leading ! would negate the pattern.
  const found = await glob(rest.replace(/^!/, '\\!'), options)
  const paths = found
    .filter(path => !isExcluded(path, wanted))
    .map(path => base + path)
    .sort()
  const root = await realpath(options.cwd)
  const kept: string[] = []
  for (const path of paths) if (!(await isPassedOver(path, root, wanted))) kept.push(path)
  return kept
}

async function splitPattern(pattern: string): Promise<{ base: string; rest: string }> {
  let base = ''
  let rest = pattern
  for (;;) {
    const segment = /^[^/]*\/+/.exec(rest)?.[0]
    if (segment === undefined || !(await exists(base + segment))) return { base, rest }
    base += segment
    rest = rest.slice(segment.length)
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
