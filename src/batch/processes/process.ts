import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Allowance, isTimeout } from '../../deadline.ts'
import { limitSignal } from './limit-signal.ts'

/** How a process is started. */
export interface Start {
  /** The module that it runs, which calls `serve`. */
  readonly entry: URL
  /** Megabytes that it may have. */
  readonly memoryLimit: number
  /** Given what it prints: nothing but what Node says of its end. */
  readonly onNoise?: ((text: string) => void) | undefined
}

/** How the work on one input ended. */
export type Ending<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'late' }
  | { readonly kind: 'out-of-memory' }
  /** Killed by the system, as when memory runs out, or by a user. */
  | { readonly kind: 'killed' }
  /** By somebody else: Ctrl-C and a shutdown reach the whole group of processes. */
  | { readonly kind: 'stopped'; readonly by: string }
  | { readonly kind: 'crashed'; readonly by: string }

/** A process for work that may go wrong: it can be ended at any moment. */
export interface Handle<Q, A> {
  /** One at a time. After any ending but `done` the process is no longer of use. Throws where the allowance is interrupted. */
  run(question: Q, allowance: Allowance): Promise<Ending<A>>
  /** Ends the process, whatever it is doing; one that was stopped ends too. */
  end(): Promise<void>
}

/** Seconds that a process has until it can be asked. They are no fault of its first input. */
const startSeconds = 120

/** Milliseconds to wait for a killed process: one that is blocked by a lost disk ends only when the disk is back. */
const grace = 2000

/** A process, started at once. */
export function startProcess<Q, A>(start: Start): Handle<Q, A> {
  const child = forked(start)
  let ended: Ending<never> | undefined
  let hear: (ending: Ending<A>) => void = ignore
  const next = () =>
    new Promise<Ending<A>>(resolve => {
      if (ended) resolve(ended)
      else hear = resolve
    })
  child.on('message', value => hear({ kind: 'done', value: value as A }))
  onEnd(child, ending => {
    ended = ending
    hear(ending)
  })
  const ready = next()
  return {
    async run(question, allowance) {
      const started = await inTime(new Allowance(startSeconds), ready)
      if (started.kind === 'late') return { kind: 'crashed', by: 'its process did not start' }
      if (started.kind !== 'done') return started
      const answer = next()
      child.send(question as object, ignore)
      return inTime(allowance, answer)
    },
    async end() {
      // It has nothing to clean up, and only this signal reaches a process that is stopped or caught in an endless loop.
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null)
        await Promise.race([once(child, 'exit').catch(ignore), wait(grace, undefined, { ref: false })])
      child.unref()
    },
  }
}

async function inTime<A>(allowance: Allowance, ending: Promise<Ending<A>>): Promise<Ending<A>> {
  try {
    return await allowance.spend(() => ending)
  } catch (error) {
    if (isTimeout(error)) return { kind: 'late' }
    throw error
  }
}

/** The processes that are running. */
const living = new Set<ChildProcess>()

process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

/** Set in a process that was started here. */
const mark = 'SAPPORO_EVAL_WORKER'

function forked({ entry, memoryLimit, onNoise = ignore }: Start): ChildProcess {
  // A module that Node preloads (--import) is loaded there too: if it starts a process, there would be no end of them.
  if (process.env[mark]) throw new Error('it was called in a process that reads inputs for it')
  const child = fork(fileURLToPath(entry), [String(process.pid), String(memoryLimit)], {
    // It inherits none of this process's arguments: with -e or --eval it would run that script again, and so would its own.
    execArgv: [`--max-old-space-size=${memoryLimit}`],
    env: { ...process.env, [mark]: '1' },
    serialization: 'advanced',
    // What it prints must not mix with our own output: V8 prints a page of figures when it runs out of memory.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onNoise)
  living.add(child)
  return child
}

/** Calls back once, when the process has ended and all that it sent has been received. */
function onEnd(child: ChildProcess, call: (ending: Ending<never>) => void): void {
  child.on('error', error => call({ kind: 'crashed', by: error.message }))
  child.once('exit', (code, signal) => {
    living.delete(child)
    const tell = () => call(endingOf(code, signal))
    if (child.connected) child.once('disconnect', tell)
    else tell()
  })
}

const ignore = (): void => {}

/** V8 aborts at its own limit, or traps where one array grows out of bounds; the watchdog has a signal of its own. */
const memorySignals: readonly string[] = ['SIGABRT', 'SIGTRAP', 'SIGILL', limitSignal]
const stopSignals: readonly string[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

function endingOf(code: number | null, signal: NodeJS.Signals | null): Ending<never> {
  if (signal === null) return { kind: 'crashed', by: `its process ended with exit code ${code}` }
  if (memorySignals.includes(signal)) return { kind: 'out-of-memory' }
  if (signal === 'SIGKILL') return { kind: 'killed' }
  const by = `its process was ended by ${signal}`
  return stopSignals.includes(signal) ? { kind: 'stopped', by } : { kind: 'crashed', by }
}

/** Answers the questions of the process that started this one, once all is there that the answers need. */
export async function serve<Q, A>(answerer: Promise<(question: Q) => Promise<A>>): Promise<void> {
  const answer = await answerer
  process.on('message', async question => process.send?.(await answer(question as Q)))
  process.on('disconnect', () => process.exit(1))
  process.send?.('ready')
}
