import { asFailure } from '../../failures.ts'
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
export function assertNamed(typed: readonly string[], { filesFrom }: ListFlags): void {
  if (typed.length === 0 && filesFrom === undefined)
    throw usage('extract', 'no input is named', 'name files or folders, or give a list with --files-from')
  if (filesFrom === '-' && typed.includes('-'))
    throw usage('--files-from', 'standard input cannot be the list and an input', 'put the list into a file')
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
  if (named.length === 0) throw usage('--files-from', `the list "${list}" names no input`, 'put a path on each line')
  if (!flags.null && lines.includes('\0')) throw usage('--files-from', 'the paths of the list end in NUL', 'add -0')
  return named
}

async function textOf(list: string, timeout: number | undefined): Promise<string> {
  try {
    return await textAt(list, timeout)
  } catch (error) {
    const { code, message, hint } = asFailure(error, list)
    throw new UsageError({ where: '--files-from', code, message, hint })
  }
}
