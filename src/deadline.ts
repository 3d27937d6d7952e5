import { setImmediate as turn } from 'node:timers/promises'
import { InputError, inputError } from './failures.ts'

/** Awaited between two pieces of long work; throws where the work is to stop. */
export type Pause = () => Promise<void>

/**
 * Pauses for work that begins now: each gives the process a turn to hear of signals, and fails with TIMEOUT once so many seconds have
 * passed; without a number none fails.
 */
export function pausesFor(seconds: number | undefined): Pause {
  const end = performance.now() + (seconds ?? Number.POSITIVE_INFINITY) * 1000
  return async () => {
    await turn()
    if (seconds !== undefined && performance.now() > end) throw inputError('TIMEOUT', { seconds })
  }
}

/** Whether it was thrown because the time is over. */
export const isTimeout = (error: unknown): boolean => error instanceof InputError && error.code === 'TIMEOUT'
