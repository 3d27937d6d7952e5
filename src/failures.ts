import type { Failure, Pages } from './envelope.ts'
import { type FailureArgs, type FailureCode, type Sentence, sentences } from './failure-messages.ts'

export type { FailureCode } from './failure-messages.ts'

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

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
    super(oneLine(sentence.message), options.cause === undefined ? {} : { cause: options.cause })
    this.code = code
    this.hint = oneLine(sentence.hint)
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
  const sentence = sentences[code] as (args: FailureArgs[C]) => Sentence
  return new InputError(code, sentence(args), args, options)
}

/** Whatever was thrown as the failure of one input: file errors of Node by their code, unforeseen errors as `INTERNAL`. */
export function asFailure(error: unknown, path: string): Failure {
  const { pages, code, message, hint } = asInputError(error, path)
  return { path, pages, code, message, hint }
}

function asInputError(error: unknown, path: string): InputError {
  if (error instanceof InputError) return error
  if (!isSystemError(error)) return inputError('INTERNAL', { detail: String(error) }, { cause: error })
  if (error.code === 'ENOENT') return inputError('NOT_FOUND', { what: path, isFile: true }, { cause: error })
  const reason = reasons[error.code]
  return inputError('UNREADABLE', { why: reason ? `${reason} (${error.code})` : error.code }, { cause: error })
}

/** What the system means by some of its codes. */
const reasons: { readonly [code: string]: string } = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EIO: 'the disk reports an error',
  ENAMETOOLONG: 'its name is too long',
}

// Only the file system's own errors have a system call; Node's other codes (ERR_…) are faults of the program.
const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
