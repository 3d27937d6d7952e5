import { asFailure } from '../../failures.ts'
import type { LimitFlags } from '../commands/limits.ts'
import { UsageError } from '../reporting/stderr.ts'
import { textAt } from './text-at.ts'

export interface PasswordFlags extends Pick<LimitFlags, 'timeout'> {
  readonly password?: string
  readonly passwordFile?: string
}

/** The password for PDFs that are locked: as given, or the first line of a file, which no list of processes shows. */
export async function passwordOf({ password, passwordFile, timeout }: PasswordFlags): Promise<string | undefined> {
  if (passwordFile === undefined) return password
  try {
    const [line] = (await textAt(passwordFile, timeout)).replace(/^\ufeff/, '').split(/\r?\n/)
    return line
  } catch (error) {
    const { code, message, hint } = asFailure(error, passwordFile)
    throw new UsageError({ where: '--password-file', code, message, hint })
  }
}
