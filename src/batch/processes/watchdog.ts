import { workerData } from 'node:worker_threads'
import { limitSignal } from './limit-signal.ts'

/** What the watchdog of a process is given. */
export interface Watch {
  /** Bytes of resident memory that end the process. */
  readonly limit: number
  /** The process that started this one: when it is gone, nobody waits for the answer. */
  readonly parent: number
  /** Where it writes the bytes of resident memory: asking the system takes a noticeable part of the time of a short document. */
  readonly resident: Float64Array
}

const { limit, parent, resident } = workerData as Watch

/** Often enough that some ten megabytes at most are allocated between two looks. */
const every = 20

// A thread of its own: the process may be in an endless loop, in which none of its timers fires.
setInterval(() => {
  const bytes = process.memoryUsage.rss()
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  if (bytes > limit) process.kill(process.pid, limitSignal)
  resident[0] = bytes
}, every)
