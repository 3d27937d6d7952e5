import type { Allowance } from '../../deadline.ts'
import { type Ending, type Handle, type Start, startProcess } from './process.ts'
import type { Answer, Question } from './questions.ts'

/** A process that does one task after another, and is replaced when it holds too much memory. */
export interface Lane<T, A> {
  /** How the work on one input ended; undefined once the lane has been ended. Throws where the allowance is interrupted. */
  read(question: Question<T>, allowance: Allowance): Promise<Ending<A> | undefined>
  /** Starts the process, for a question that is sure to come. */
  warmUp(): void
  /** Ends the lane and its process, whatever it is doing. */
  end(): Promise<void>
}

/**
 * A process that holds more than this after an input is replaced: the memory of WASM never shrinks. Hundreds of sheets leave it at
 * some 170 MB, a bundle of 300 pages at 450; to start a new one takes as long as to read 30 pages.
 */
const worn = 320 * 1024 * 1024

/** An input is given up when its process was ended from outside this many times: the system may have good reason. */
const attempts = 5

/** A lane; its process is started by the first question. */
export function laneOf<T, A>(start: Start): Lane<T, A> {
  let handle: Handle<Question<T>, Answer<A>> | undefined
  let isUsed = false
  let isEnded = false

  const drop = async () => {
    const old = handle
    handle = undefined
    isUsed = false
    await old?.end()
  }

  const attempt = async (question: Question<T>, allowance: Allowance): Promise<Ending<A> | undefined> => {
    if (isEnded) return undefined
    handle ??= startProcess(start)
    const ending = await handle.run(question, allowance)
    isUsed = true
    if (ending.kind !== 'done' || ending.value.resident > worn) await drop()
    if (isEnded) return undefined
    return ending.kind === 'done' ? { kind: 'done', value: ending.value.value } : ending
  }

  return {
    async read(question, allowance) {
      let before: Ending<A> | undefined
      for (let left = attempts; ; left -= 1) {
        const isFresh = !isUsed
        const ending = await attempt(question, allowance)
        if (!ending || left === 1 || isSure(ending, isFresh)) return causeOf(ending, before)
        before = ending
      }
    },
    warmUp() {
      handle ??= startProcess(start)
    },
    end() {
      isEnded = true
      return drop()
    },
  }
}

/** An input must not suffer from what those before it left in the process, nor from a stop that was not meant for it. */
function isSure({ kind }: Ending<unknown>, isFresh: boolean): boolean {
  if (kind === 'out-of-memory' || kind === 'crashed') return isFresh
  return kind !== 'stopped' && kind !== 'killed'
}

/** All attempts share one time limit: where a later one exceeds it, what ended the attempt before is the cause. */
function causeOf<A>(ending: Ending<A> | undefined, before: Ending<A> | undefined): Ending<A> | undefined {
  return ending?.kind === 'late' && before && before.kind !== 'stopped' ? before : ending
}
