import { InputError, inputError } from './failures.ts'
import { turn, workClock } from './platform/index.ts'

/** Awaited between two pieces of long work; throws where the work is to stop. */
export type Pause = () => Promise<void>

/**
 * Pauses for work that begins now in this very process: each gives the process a turn to handle signals, and fails with TIMEOUT once so
 * many seconds have passed; without a number none fails. Time in which the process was stopped does not count.
 */
export function pausesFor(seconds: number | undefined): Pause {
  const clock = performance.now()
  const worked = workClock()
  return async () => {
    await turn()
    if (seconds === undefined || performance.now() - clock <= seconds * 1000) return
    // Asked last, as the system takes its time to say it.
    if (worked() > seconds * 1000) throw inputError('TIMEOUT', { seconds })
  }
}

/** Whether it was thrown because the time is over. */
export const isTimeout = (error: unknown): boolean => error instanceof InputError && error.code === 'TIMEOUT'

/** Milliseconds between two looks at the clock. */
const step = 100
/** Milliseconds: after more than this between two looks the process was stopped, or the lid of the computer closed. */
const gap = 1000

const passedSince = (last: number): number => {
  const passed = performance.now() - last
  return passed > gap ? step : passed
}

/**
 * The time that one input has, however many steps its work takes and whoever does it. It is running time: what passes while this process
 * is stopped does not count.
 */
export class Allowance {
  readonly seconds: number
  readonly #interrupt: AbortSignal | undefined
  /** Milliseconds. */
  #left: number

  constructor(seconds: number, interrupt?: AbortSignal) {
    this.seconds = seconds
    this.#left = seconds * 1000
    this.#interrupt = interrupt
  }

  /**
   * The result of the work. Throws TIMEOUT where the time is over first, and the reason of the interrupt where that comes first; the
   * signal that the work is given is aborted then.
   */
  async spend<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const stop = new AbortController()
    const interrupt = () => stop.abort(this.#interrupt?.reason)
    const leave = this.#watch(() => stop.abort(inputError('TIMEOUT', { seconds: this.seconds })))
    this.#interrupt?.addEventListener('abort', interrupt)
    if (this.#interrupt?.aborted) interrupt()
    try {
      return await Promise.race([work(stop.signal), endOf(stop.signal)])
    } finally {
      leave()
      this.#interrupt?.removeEventListener('abort', interrupt)
    }
  }

  /** Counts the time from now on, and calls back when it is over. Returns a function that ends the counting. */
  #watch(late: () => void): () => void {
    let last = performance.now()
    const count = () => {
      this.#left -= passedSince(last)
      last = performance.now()
    }
    const look = () => {
      count()
      if (this.#left > 0) timer = setTimeout(look, Math.min(step, this.#left))
      else void arrivals().then(late)
    }
    let timer = setTimeout(look, Math.min(step, Math.max(0, this.#left)))
    return () => {
      count()
      clearTimeout(timer)
    }
  }
}

/** Lets what has arrived be handled: a process that was stopped finds its time over and the answer at the same moment. */
async function arrivals(): Promise<void> {
  for (let turns = 0; turns < 4; turns += 1) await turn()
}

const endOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const end = () => reject(signal.reason)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
  })
