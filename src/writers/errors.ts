/** What can go wrong with the output itself; a fault of an input is a failure instead. */
export type OutputCode =
  | 'OUTPUT_EXISTS'
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
