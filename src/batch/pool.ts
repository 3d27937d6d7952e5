import { fileURLToPath } from 'node:url'
import workerpool from 'workerpool'
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
  /** By the system, which does so where its memory runs out, or by somebody's hand. */
  | { readonly kind: 'killed' }
  /** By somebody else: Ctrl-C and a shutdown reach the whole group of processes. */
  | { readonly kind: 'stopped'; readonly by: string }
  | { readonly kind: 'crashed'; readonly by: string }

/** A process for work that may go wrong: it can be ended at any moment. */
export interface Handle<Q, A> {
  /** One at a time. After any ending but `done` the process is no longer of use. */
  run(question: Q, seconds: number): Promise<Ending<A>>
  /** Ends the process, whatever it is doing. */
  end(): Promise<void>
}

/** Longest time that can be set on a timer, in milliseconds. */
const longest = 2 ** 31 - 1

/** Time that a process has to end by itself before it is ended. */
const grace = 100

/** A process, started by the first question, which waits until it is ready. */
export function startProcess<Q, A>({ entry, memoryLimit, onNoise }: Start): Handle<Q, A> {
  const pool = workerpool.pool(fileURLToPath(entry), {
    workerType: 'process',
    maxWorkers: 1,
    workerTerminateTimeout: grace,
    forkArgs: [String(process.pid), String(memoryLimit)],
    forkOpts: { execArgv: [...ownOptions(), `--max-old-space-size=${memoryLimit}`], serialization: 'advanced' },
    // Otherwise they would print to our own output: V8 draws a page of figures when its memory is at an end.
    emitStdStreams: true,
  })
  const on = ({ stdout = '', stderr = '' }: { stdout?: string; stderr?: string }) => onNoise?.(`${stdout}${stderr}`)
  return {
    run: (question, seconds) =>
      pool
        .exec('answer', [question], { on })
        .timeout(Math.min(seconds * 1000, longest))
        .then((value: A): Ending<A> => ({ kind: 'done', value }), endingOf),
    // The library gives up its promise where the process has ended already.
    end: () => Promise.resolve(pool.terminate(true, 5 * grace)).then(ignore, ignore),
  }
}

/** What Node itself was told; the debugger has its port already, and the library gives each process one of its own. */
const ownOptions = (): string[] => process.execArgv.filter(option => !option.startsWith('--inspect'))

const ignore = (): void => {}

/** V8 aborts when its own limit is reached, or traps where one array outgrows all bounds; the watchdog has a signal of its own. */
const memorySignals: readonly string[] = ['SIGABRT', 'SIGTRAP', 'SIGILL', limitSignal]
const stopSignals: readonly string[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

function endingOf(error: Error): Ending<never> {
  if (error instanceof workerpool.Promise.TimeoutError) return { kind: 'late' }
  const { signal, code } = /exitCode: `(?<code>\w+)`\s+signalCode: `(?<signal>\w+)`/.exec(error.message)?.groups ?? {}
  if (signal === undefined) return { kind: 'crashed', by: error.message }
  if (signal === 'null') return { kind: 'crashed', by: `its process ended with exit code ${code}` }
  if (memorySignals.includes(signal)) return { kind: 'out-of-memory' }
  if (signal === 'SIGKILL') return { kind: 'killed' }
  if (stopSignals.includes(signal)) return { kind: 'stopped', by: `its process was ended by ${signal}` }
  return { kind: 'crashed', by: `its process was ended by ${signal}` }
}

/** Answers the questions of the process that started this one. */
export function serve<Q, A>(answer: (question: Q) => Promise<A>): void {
  workerpool.worker({ answer })
}
