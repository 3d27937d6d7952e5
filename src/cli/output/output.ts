import { type BigIntStats, realpathSync, type Stats, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { say, type Words } from '../../messages/words.ts'
import type { Source } from '../../pipeline.ts'
import type { Format } from '../../writers/format.ts'
import { endingOf, formatOf, formats } from '../../writers/formats.ts'
import type { Staging, Target } from '../../writers/placing/staging.ts'
import { entriesOf } from '../../writers/placing/tree.ts'
import { shown, UsageError, usage } from '../reporting/stderr.ts'
import type { ExtractFlags } from './settings.ts'

export type { Target } from '../../writers/placing/staging.ts'

/** The target as lines on standard error name it. */
export const nameOf = (target: Target): string =>
  target.kind === 'stdout' ? shown(say('STANDARD_OUTPUT')) : target.path

/**
 * Where -o leads: to a folder that exists, or that is named by a slash at its end; to a folder too where several
 * tables are written, a file each, and the name has no ending of the format, or each input has a file of its own; else to a file. Throws a
 * UsageError, also for the name of a file that would hold something else than its ending says.
 */
export async function targetOf(flags: ExtractFlags, format: Format): Promise<Target> {
  const { output, table, perFile, shard } = flags
  if (output === undefined || output === '-') return { kind: 'stdout' }
  if (output === '') throw usage('-o', say('EMPTY_PATH'), say('NAME_OUTPUT'))
  const isSlashed = /[/\\]$/.test(output) || perFile === true || shard !== undefined
  const standing = await standingAt(output.replace(/(?<=.)[/\\]+$/, ''))
  if (isSlashed && standing && !standing.isDirectory())
    throw exists(output, say('IS_FILE'), perFile || shard ? say('NAME_FOLDER') : say('LEAVE_SLASH_OUT'))
  if (!isSlashed && !standing?.isDirectory()) refuseEnding(output, format, flags.format !== undefined)
  const isTables =
    format.takes === 'table' && table === undefined && formatOf(output, [format]) === undefined && !standing
  const isFolder = standing?.isDirectory() || isSlashed || isTables
  return { kind: isFolder ? 'folder' : 'file', path: output }
}

/** JSON and JSON Lines are both text for the same readers; any other content under another's ending opens in the wrong program. */
function refuseEnding(output: string, format: Format, isNamed: boolean): void {
  const ending = endingOf(output)
  if (ending === undefined || format.endings.includes(ending)) return
  const other = formatOf(output)
  const isNear = other?.takes === 'documents' && format.takes === 'documents'
  if (other && !isNear)
    throw usage('-o', say('NAME_OF_OTHER_FORMAT', { path: output, other: other.id, format: format.id }), endingsHint)
  if (!other && !isNamed) throw usage('-o', say('UNKNOWN_ENDING', { ending }), endingsHint)
}

const endingsHint = say('KNOWN_ENDINGS', { endings: formats.flatMap(({ endings }) => endings) })

/**
 * Refuses to overwrite what is there unless that is requested, and an input in any case. What the run that is being resumed
 * had already put there does not count as an older result.
 */
export async function protect(
  target: Target,
  overwrite: boolean,
  inputs: readonly Source[],
  staging?: Staging,
): Promise<void> {
  if (target.kind === 'stdout') return
  const standing = await standingAt(target.path)
  if (!standing) return
  if (target.kind === 'file') refuseInputs([target.path], inputs)
  if (overwrite || staging?.isOwn()) return
  const hint = say('OVERWRITE_OR_OTHER_PLACE')
  if (standing.isFile()) throw exists(target.path, say('IT_EXISTS'), hint)
  if (standing.isDirectory() && entriesOf(target.path)?.length) throw exists(target.path, say('FOLDER_NOT_EMPTY'), hint)
}

/** Refuses to overwrite an input, under whatever name: through links, and where a file has several names (hard links). */
export function refuseInputs(paths: readonly string[], inputs: readonly Source[]): void {
  const known = new Map(inputs.flatMap(({ path }) => identitiesOf(path).map(identity => [identity, path])))
  for (const path of paths) {
    const input = identitiesOf(path)
      .map(identity => known.get(identity))
      .find(found => found !== undefined)
    if (input !== undefined) throw isInput(path, input)
  }
}

function isInput(path: string, input: string): UsageError {
  const message = path === input ? say('IS_INPUT', { path }) : say('IS_INPUT_NAMED', { path, input })
  return usage('-o', message, say('OTHER_PLACE'))
}

/** What identifies a file, whatever its name; nothing where there is none. Some systems do not number files. */
function identitiesOf(path: string): string[] {
  const found = path === '-' ? undefined : statOf(path)
  if (!found) return []
  return [realpathSync(path), ...(found.ino === 0n ? [] : [`${found.dev}:${found.ino}`])]
}

function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true })
  } catch {
    return undefined
  }
}

const standingAt = (path: string): Promise<Stats | undefined> => stat(path).catch(() => undefined)

const exists = (where: string, message: Words, hint: Words): UsageError =>
  new UsageError({ where, code: 'OUTPUT_EXISTS', message, hint })
