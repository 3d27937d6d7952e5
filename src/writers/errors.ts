import { spoken } from '../messages/speak.ts'
import { say, type Words } from '../messages/words.ts'
/** What can go wrong with the output itself; a fault of an input is a failure instead. */
export type OutputCode =
  | 'OUTPUT_EXISTS'
  | 'OUTPUT_BUSY'
  | 'OUTPUT_UNSAFE'
  | 'OUTPUT_UNWRITABLE'
  | 'CHARACTER_UNMAPPABLE'
  | 'LAYOUTS_MIXED'
  | 'TABLE_UNKNOWN'
  | 'NO_DOCUMENTS'

/** The output cannot be written as it was asked for; `hint` says what to do. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
  readonly code: OutputCode
  readonly hint: string
  /** Message and hint as phrases, to be told in another language. */
  readonly said: { readonly message: Words; readonly hint: Words }

  constructor(code: OutputCode, message: Words, hint: Words, cause?: unknown) {
    super(spoken(message, 'en'), cause === undefined ? {} : { cause })
    this.code = code
    this.hint = spoken(hint, 'en')
    this.said = { message, hint }
  }
}

/** What is where the output should go, as OUTPUT_EXISTS. */
export const exists = (message: Words, hint: Words): OutputError => new OutputError('OUTPUT_EXISTS', message, hint)

/** What is in the way of the work and was not made by it, as OUTPUT_UNSAFE: nothing there is believed, changed or taken away. */
export const unsafe = (path: string, how: Words): OutputError =>
  new OutputError('OUTPUT_UNSAFE', say('UNSAFE', { path, how }), say('MOVE_AWAY', { path }))

/** Runs a step; an error of the file system becomes OUTPUT_UNWRITABLE with the system's reason. */
export function systemErrors<T>(path: string, step: () => T): T {
  try {
    return step()
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** An error of the file system as OUTPUT_UNWRITABLE; any other as it is. */
export function unwritable(path: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error
  const code = String(error.code)
  const why = reasons[code]
  const message = why ? say('UNWRITABLE_SINCE', { path, why, code }) : say('UNWRITABLE', { path, code })
  return new OutputError('OUTPUT_UNWRITABLE', message, say('TRY_AGAIN'), error)
}

/** What the system means by some of its codes. */
const reasons: { readonly [code: string]: Words } = {
  EACCES: say('WHY_DENIED'),
  EEXIST: say('WHY_TAKEN'),
  EISDIR: say('WHY_FOLDER'),
  ENAMETOOLONG: say('WHY_LONG_NAME'),
  ENOENT: say('WHY_NO_PARENT'),
  ENOSPC: say('WHY_FULL'),
  ENOTDIR: say('WHY_FILE_ABOVE'),
  EPERM: say('WHY_DENIED'),
  EROFS: say('WHY_READ_ONLY'),
  EXDEV: say('WHY_OTHER_DISK'),
}
