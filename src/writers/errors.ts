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

  constructor(code: OutputCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause })
    this.code = code
    this.hint = hint
  }
}

/** What stands where the output should go, as OUTPUT_EXISTS. */
export const exists = (path: string, how: string, hint: string): OutputError =>
  new OutputError('OUTPUT_EXISTS', `${path} ${how}`, hint)

/** What stands in the way of the work and was not made by it, as OUTPUT_UNSAFE: nothing there is believed, changed or taken away. */
export const unsafe = (path: string, how: string): OutputError =>
  new OutputError(
    'OUTPUT_UNSAFE',
    `${path} ${how}, and is not the unfinished work of this tool: nothing was touched`,
    `look at what it is and move ${path} away, or choose another output`,
  )

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
  const reason = reasons[code]
  const message = `${path} cannot be written: ${reason ? `${reason} (${code})` : code}`
  const hint = 'check that the disk has room and that you may write there, then give the same command again'
  return new OutputError('OUTPUT_UNWRITABLE', message, hint, error)
}

/** What the system means by some of its codes. */
const reasons: { readonly [code: string]: string } = {
  EACCES: 'permission denied',
  EEXIST: 'something else stands in its place',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'the folder for it cannot be made or reached',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder is needed',
  EPERM: 'permission denied',
  EROFS: 'the disk can only be read',
  EXDEV: 'another disk begins there',
}
