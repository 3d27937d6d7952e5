import { readFile } from 'node:fs/promises'
import { asFailure } from '../../failures.ts'
import { UsageError } from '../reporting/stderr.ts'

export interface PasswordFlags {
  readonly password?: string
  readonly passwordFile?: string
}

/** The password for PDFs that are locked: as given, or the first line of a file, which no list of processes shows. */
export async function passwordOf({ password, passwordFile }: PasswordFlags): Promise<string | undefined> {
  if (passwordFile === undefined) return password
  try {
    const [line] = (await readFile(passwordFile, 'utf8')).replace(/^\ufeff/, '').split(/\r?\n/)
    return line
  } catch (error) {
    const { code, message, hint } = asFailure(error, passwordFile)
    throw new UsageError({ where: '--password-file', code, message, hint })
  }
}
