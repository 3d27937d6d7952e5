/** The run cannot continue, whatever the inputs are: what it keeps beside the output cannot be written. */
export class BatchError extends Error {
  override readonly name = 'BatchError'
  readonly code = 'OUTPUT_UNWRITABLE'
  readonly hint = 'make room or choose another place for -o, then give the same command again: it resumes the run'
}

/** The run was stopped; what is done is in its journal. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
  /** Inputs that are done. */
  readonly done: number
  readonly inputs: number

  constructor(done: number, inputs: number, reason: unknown) {
    super('interrupted', { cause: reason })
    this.done = done
    this.inputs = inputs
  }
}
