import { workerData } from 'node:worker_threads'

/** What the watchdog of a process is told. */
export interface Watch {
  /** Bytes of resident memory that end the process. */
  readonly limit: number
  /** The process that started this one: when it is gone, nobody waits for the answer. */
  readonly parent: number
}

const { limit, parent } = workerData as Watch

/** Often enough that what is allocated meanwhile is some hundred megabytes at most. */
const every = 50

// A thread of its own, for the work of the process may be an endless loop, in which no timer of it is heard.
setInterval(() => {
  if (process.ppid !== parent || process.memoryUsage.rss() > limit) process.kill(process.pid, 'SIGKILL')
}, every)
