import { setImmediate as turn } from 'node:timers/promises'
import type { Text } from '../../messages/arguments.ts'
import { say } from '../../messages/words.ts'
import { exit } from '../exit-codes.ts'
import { reportNote, reportProblem } from './stderr.ts'

/** What must hold whatever command runs: an interrupt, a closed pipe and a bug each end in their own quiet way. */
export function guardProcess(command: Text): void {
  process.on('SIGINT', () => interrupt(exit.interrupted))
  process.on('SIGTERM', () => interrupt(exit.terminated))
  process.stdout.on('error', error => endOutput(error))
  // Whoever closed standard error wants no more reports; the work continues.
  process.stderr.on('error', () => {})
  const onBug = (error: unknown) => {
    reportBug(command, error)
    process.exit(exit.nothingWritten)
  }
  process.on('uncaughtException', onBug)
  process.on('unhandledRejection', onBug)
}

let current: AbortController | undefined

/** Ends the process, or asks work that must not be cut off to finish; a second interrupt ends it at once. */
function interrupt(code: number): void {
  if (!current || current.signal.aborted) process.exit(code)
  current.abort(code)
}

/** Does work that ends by itself when an interrupt aborts its signal; the reason of the abort is the exit code. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  current = new AbortController()
  try {
    return await work(current.signal)
  } finally {
    current = undefined
  }
}

/** Lets an interrupt that came during work take effect: Node handles signals before the second turn at the latest. */
export async function heedInterrupt(): Promise<void> {
  await turn()
  await turn()
}

/** `… | head -1` closes the pipe because it has seen enough: no fault. Anything else (a full disk) is one. */
function endOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(exit.done)
  reportProblem({
    where: say('STANDARD_OUTPUT'),
    code: 'OUTPUT_UNWRITABLE',
    message: say('STDOUT_UNWRITABLE', { detail: error.code ?? error.message }),
    hint: say('CHECK_DIRECTION'),
  })
  process.exit(exit.nothingWritten)
}

/** A bug is one line; its stack only with --debug. */
export function reportBug(where: Text, error: unknown): void {
  reportProblem({
    where,
    code: 'INTERNAL',
    message: say('BUG', { detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }),
    hint: say('REPORT_BUG'),
  })
  reportStack(error)
}

export const isDebug = (): boolean => process.argv.includes('--debug')

/** Reports the stack of an error, or one that another process has sent, line by line where --debug was given. */
export function reportStack(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '') : String(error)
  if (isDebug()) for (const line of stack.split('\n').slice(1)) reportNote(`  ${line.trim()}`)
}
