import type { Failure, Pages } from './envelope.ts'
import type { FailureArgs, FailureCode, Sentence } from './messages/arguments.ts'
import { failureText } from './messages/speak.ts'
import { say, type Words } from './messages/words.ts'

export type { FailureCode } from './messages/arguments.ts'

export interface FailureOptions {
  readonly pages?: Pages | null
  readonly cause?: unknown
}

/** Why one input, or some pages of it, could not be read; the run continues with the others. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly code: FailureCode
  readonly hint: string
  /** The arguments of the sentence, for callers that decide by them. */
  readonly args: Readonly<Record<string, unknown>>
  readonly pages: Pages | null

  constructor(code: FailureCode, sentence: Sentence, args: object, options: FailureOptions = {}) {
    super(sentence.message, options.cause === undefined ? {} : { cause: options.cause })
    this.code = code
    this.hint = sentence.hint
    this.args = { ...args }
    this.pages = options.pages ?? null
  }
}

/** The error of a code, with its sentence made from `args`; the caller throws it. */
export function inputError<C extends FailureCode>(
  code: C,
  args: FailureArgs[C],
  options: FailureOptions = {},
): InputError {
  return new InputError(code, failureText(code, args, 'en'), args, options)
}

/** What `load` gives; where the package of a name is not installed, throws PACKAGE_MISSING with what it is `needed` for. */
export async function fromPackage<T>(name: string, needed: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const isMissing = /^(?:ERR_)?MODULE_NOT_FOUND$/.test(code ?? '') && message.includes(`'${name}'`)
    throw isMissing ? inputError('PACKAGE_MISSING', { name, needed }, { cause: error }) : error
  }
}

/** Whatever was thrown as the failure of one input: file errors of Node by their code, unforeseen errors as `INTERNAL`. */
export function asFailure(error: unknown, path: string): Failure {
  const { pages, code, message, hint, args } = asInputError(error, path)
  return { path, pages, code, message, hint, said: args }
}

function asInputError(error: unknown, path: string): InputError {
  if (error instanceof InputError) return error
  if (!isSystemError(error)) return inputError('INTERNAL', { detail: String(error) }, { cause: error })
  if (error.code === 'ENOENT') return inputError('NOT_FOUND', { what: path, isFile: true }, { cause: error })
  return inputError('UNREADABLE', { why: reasonOf(error.code) }, { cause: error })
}

/** What the system means by some of its codes. */
function reasonOf(code: string): Words {
  if (code === 'EACCES' || code === 'EPERM') return say('PERMISSION_DENIED', { code })
  if (code === 'EIO') return say('DISK_ERROR', { code })
  return code === 'ENAMETOOLONG' ? say('NAME_TOO_LONG', { code }) : say('SYSTEM_ERROR', { code })
}

// Only the file system's own errors have a system call; Node's other codes (ERR_…) are faults of the program.
const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
