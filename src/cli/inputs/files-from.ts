import { asFailure } from '../../failures.ts'
import { say } from '../../messages/words.ts'
import { toldFailure } from '../../told.ts'
import { screenLanguage } from '../language.ts'
import { UsageError, usage } from '../reporting/stderr.ts'
import type { LimitFlags } from './limits.ts'
import { textAt } from './text-at.ts'

export interface ListFlags extends Pick<LimitFlags, 'timeout'> {
  /** A file that lists inputs; `-` is standard input. */
  readonly filesFrom?: string
  /** The paths end in NUL. */
  readonly null?: boolean
}

/** Refuses a command that names no input, and one that would read standard input twice. */
export function assertNamed(typed: readonly string[], { filesFrom }: ListFlags, command = 'extract'): void {
  if (typed.length === 0 && filesFrom === undefined) throw usage(command, say('NO_INPUT'), say('NAME_INPUTS'))
  if (filesFrom === '-' && typed.includes('-')) throw usage('--files-from', say('STDIN_TWICE'), say('LIST_INTO_FILE'))
}

/**
 * The paths of the list given with --files-from, none where there is no list. A line is a path verbatim, spaces and all; blank
 * lines, the CR of Windows and a byte order mark are not part of one. With -0 each path ends in NUL, and may hold a line break.
 *
 * Throws a UsageError where the list cannot be read, or names nothing.
 */
export async function listed(flags: ListFlags): Promise<string[]> {
  const { filesFrom: list } = flags
  if (list === undefined) return []
  const lines = await textOf(list, flags.timeout)
  const paths = flags.null ? lines.split('\0') : lines.replace(/^\ufeff/, '').split(/\r?\n/)
  const named = paths.filter(path => path !== '')
  if (named.length === 0) throw usage('--files-from', say('EMPTY_LIST', { list }), say('PATH_ON_EACH_LINE'))
  if (!flags.null && lines.includes('\0')) throw usage('--files-from', say('LIST_ENDS_IN_NUL'), say('ADD_NULL'))
  return named
}

async function textOf(list: string, timeout: number | undefined): Promise<string> {
  try {
    return await textAt(list, timeout)
  } catch (error) {
    const { code, message, hint } = toldFailure(asFailure(error, list), screenLanguage())
    throw new UsageError({ where: '--files-from', code, message, hint })
  }
}
