import { setImmediate as turn } from 'node:timers/promises'
import { exit } from './exit-codes.ts'
import { tell, tellProblem } from './stderr.ts'

/** What must hold whatever command runs: an interrupt, a closed pipe and a bug each end in their own quiet way. */
export function guardProcess(command: string): void {
  process.on('SIGINT', () => process.exit(exit.interrupted))
  process.stdout.on('error', error => endOutput(error))
  // Whoever closed standard error does not want to hear more; the work goes on.
  process.stderr.on('error', () => {})
  const onBug = (error: unknown) => {
    tellBug(command, error)
    process.exit(exit.nothingWritten)
  }
  process.on('uncaughtException', onBug)
  process.on('unhandledRejection', onBug)
}

/** Lets an interrupt that came during work be heard: Node asks for signals before the second turn at the latest. */
export async function heedInterrupt(): Promise<void> {
  await turn()
  await turn()
}

/** `… | head -1` closes the pipe because it has seen enough: no fault. Anything else (a full disk) is one. */
function endOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(exit.done)
  tellProblem({
    where: 'standard output',
    code: 'OUTPUT_UNWRITABLE',
    message: `it cannot be written: ${error.code ?? error.message}`,
    hint: 'check what it is directed to',
  })
  process.exit(exit.nothingWritten)
}

/** A bug is one line; its stack only with --debug. */
export function tellBug(where: string, error: unknown): void {
  tellProblem({
    where,
    code: 'INTERNAL',
    message: `the tool itself failed: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
    hint: 'this is a bug: report it with the output of --debug',
  })
  tellStack(error)
}

/** The stack of an error, line by line, where --debug was given. */
export function tellStack(error: unknown): void {
  if (!process.argv.includes('--debug') || !(error instanceof Error)) return
  for (const line of (error.stack ?? '').split('\n').slice(1)) tell(`  ${line.trim()}`)
}
