import { type Ending, type Handle, type Start, startProcess } from './pool.ts'
import type { Answer, Question } from './questions.ts'

/** A process that reads one input after the other, and is replaced when it is worn. */
export interface Lane {
  /** How the work on one input ended; undefined once the lane has been ended. */
  read(question: Question): Promise<Ending<Answer> | undefined>
  /** Ends the lane and its process, whatever it is doing. */
  end(): Promise<void>
}

export interface LaneOptions extends Start {
  /** Seconds that one input may take. */
  readonly timeout: number
}

/**
 * A process that holds more than this after an input is replaced: the memory of WASM never shrinks. Hundreds of sheets leave it at
 * some 170 MB, a bundle of 300 pages at 450; to start a new one takes as long as to read 30 pages.
 */
const worn = 320 * 1024 * 1024

/** An input whose process is ended from outside as often as this is given up: the system may have good reason. */
const attempts = 5

/** A lane; its process is started by the first question. */
export function laneOf({ timeout, ...start }: LaneOptions): Lane {
  let handle: Handle<Question, Answer> | undefined
  let isEnded = false

  const drop = async () => {
    const old = handle
    handle = undefined
    await old?.end()
  }

  const attempt = async (question: Question): Promise<Ending<Answer> | undefined> => {
    if (isEnded) return undefined
    handle ??= startProcess<Question, Answer>(start)
    const ending = await handle.run(question, timeout)
    if (ending.kind !== 'done' || ending.value.resident > worn) await drop()
    return isEnded ? undefined : ending
  }

  return {
    async read(question) {
      for (let left = attempts; ; left -= 1) {
        const isFresh = handle === undefined
        const ending = await attempt(question)
        if (!ending || left === 1 || isSure(ending, isFresh)) return ending
      }
    },
    end() {
      isEnded = true
      return drop()
    },
  }
}

/** An input must not suffer from what those before it left in the process, nor from a stop that was not meant for it. */
function isSure({ kind }: Ending<Answer>, isFresh: boolean): boolean {
  if (kind === 'out-of-memory' || kind === 'crashed') return isFresh
  return kind !== 'stopped' && kind !== 'killed'
}
