import { type InputError, inputError } from '../../../../failures.ts'
import { say } from '../../../../messages/words.ts'

/** What an engine that failed leaves behind: it cannot be called again, and another must be loaded. */
export class Guard {
  readonly #whenDead: () => void
  #isDead = false

  constructor(whenDead: () => void) {
    this.#whenDead = whenDead
  }

  /** What a call of the engine gives. Throws OUT_OF_MEMORY or DAMAGED_PDF where the engine itself fails at it. */
  call<T>(work: () => T, lastWords: () => string): T {
    try {
      return work()
    } catch (error) {
      if (!isFailure(error)) throw error
      this.#isDead = true
      this.#whenDead()
      throw failureOf(error, `${error.message} ${lastWords()}`)
    }
  }

  /** Does what tidies up, unless there is nothing left to tidy. */
  tidy(work: () => void): void {
    if (!this.#isDead) work()
  }
}

/** Of the engine's own code: a stop that it made itself, a place outside its memory, or too deep a recursion. */
const isFailure = (error: unknown): error is Error =>
  error instanceof Error &&
  (error.name === 'RuntimeError' || (error instanceof RangeError && /call stack/.test(error.message)))

/** In megabytes: more than this the engine cannot have. */
const mostMemory = 2048

function failureOf(cause: Error, lastWords: string): InputError {
  if (/enlarge memory|out of memory|OOM/i.test(lastWords))
    return inputError('OUT_OF_MEMORY', { megabytes: mostMemory }, { cause })
  return inputError('DAMAGED_PDF', { what: say('ENGINE_FAILS') }, { cause })
}
