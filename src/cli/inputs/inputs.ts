import type { Stats } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { brokenSource, fileSource, pipeSource, standardInput } from '../../batch/sources.ts'
import { failureText } from '../../messages/speak.ts'
import { say } from '../../messages/words.ts'
import type { Source } from '../../pipeline.ts'
import { screenLanguage } from '../language.ts'
import { type Problem, UsageError } from '../reporting/stderr.ts'
import { filesBelow, type Wanted } from './folders.ts'
import { filesMatching, isPattern } from './globs.ts'

/**
 * The inputs that were typed, in the order typed: files, the files below folders, the files that patterns match, and `-` for
 * standard input; then those of a list. What is reached twice is one input. Throws a UsageError that names everything typed that
 * matches nothing.
 */
export async function inputsOf(
  typed: readonly string[],
  wanted: Wanted,
  listed: readonly string[] = [],
): Promise<Source[]> {
  const sources: Source[] = []
  const problems: Problem[] = []
  for (const path of typed) {
    const found = await sourcesAt(path, wanted)
    if (found.length === 0) problems.push(await nothingAt(path, wanted))
    sources.push(...found)
  }
  if (problems.length > 0) throw new UsageError(...problems)
  for (const path of listed) sources.push(...(await listedAt(path, wanted)))
  return withoutRepeats(sources)
}

/**
 * The input that a line of a list names. A list names verbatim what there was when it was made: no patterns, and what is gone since
 * is the failure of that one input.
 */
async function listedAt(path: string, wanted: Wanted): Promise<Source[]> {
  try {
    return (await stat(path)).isDirectory() ? await sourcesBelow(path, wanted) : [fileSource(path)]
  } catch (error) {
    return [brokenSource(path, error)]
  }
}

async function sourcesAt(path: string, wanted: Wanted): Promise<Source[]> {
  if (path === '-') return [standardInput]
  try {
    const found = await statOf(path)
    if (found?.isDirectory()) return await sourcesBelow(path, wanted)
    if (found) return [found.isFile() ? fileSource(path) : pipeSource(path)]
    return isPattern(path) ? (await filesMatching(path, wanted)).map(fileSource) : []
  } catch (error) {
    return [brokenSource(path, error)]
  }
}

const sourcesBelow = async (folder: string, wanted: Wanted): Promise<Source[]> =>
  (await filesBelow(folder, wanted)).map(({ path, error }) =>
    error === undefined ? fileSource(path) : brokenSource(path, error),
  )

/** What is at a path, or undefined where there is nothing; throws any other error. */
async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}

async function nothingAt(path: string, wanted: Wanted): Promise<Problem> {
  const code = 'NOT_FOUND'
  if ((await statOf(path)) === undefined)
    return { where: path, code, ...failureText(code, { what: path }, screenLanguage()) }
  const endings = wanted.endings.join(' ')
  return {
    where: path,
    code,
    message: say('FOLDER_WITHOUT_FILES', { endings }),
    hint: say('NAME_FILES'),
  }
}

async function withoutRepeats(sources: readonly Source[]): Promise<Source[]> {
  const known = new Map<string, Source>()
  for (const source of sources) {
    const key = await identityOf(source.path)
    if (!known.has(key)) known.set(key, source)
  }
  return [...known.values()]
}

const identityOf = (path: string): Promise<string> =>
  path === '-' ? Promise.resolve('-') : realpath(path).catch(() => path)
