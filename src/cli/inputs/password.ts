import { asFailure } from '../../failures.ts'
import { reportNote, UsageError } from '../reporting/stderr.ts'
import type { LimitFlags } from './limits.ts'
import { textAt } from './text-at.ts'

export interface PasswordFlags extends Pick<LimitFlags, 'timeout'> {
  readonly password?: string
  readonly passwordFile?: string
  readonly quiet?: boolean
}

const variable = 'SAPPORO_EVAL_PASSWORD'

/**
 * The password for PDFs that are locked: as given, else the first line of a file, else that of the environment; undefined where none
 * is given. One on the command line is used, with a warning: any list of processes shows it. Throws a UsageError where the
 * file cannot be read.
 */
export async function passwordOf({
  password,
  passwordFile,
  timeout,
  quiet,
}: PasswordFlags): Promise<string | undefined> {
  if (password !== undefined && !quiet) reportNote(visible)
  if (passwordFile === undefined) return password ?? (process.env[variable] || undefined)
  try {
    const [line] = (await textAt(passwordFile, timeout)).replace(/^\ufeff/, '').split(/\r?\n/)
    return line
  } catch (error) {
    const { code, message, hint } = asFailure(error, passwordFile)
    throw new UsageError({ where: '--password-file', code, message, hint })
  }
}

const visible = `--password: others on this machine can see it in the list of processes; better is --password-file, or the environment variable ${variable}`
