import type { Asked, Ended, Name, Questions, Said, Start } from '../questions.ts'

/** Why a question has no answer: the worker was ended from outside; `by` is null where the user did. */
export class EndedError extends Error {
  override readonly name = 'EndedError'
  readonly by: Ended | null

  constructor(by: Ended | null) {
    super(by?.code ?? 'cancelled')
    this.by = by
  }
}

/** How a question is asked. */
export interface Asking {
  readonly onPages?: (pages: number) => void
  readonly signal?: AbortSignal
}

/** Seconds in which a worker says nothing, not even that it has read a page, before it is ended. */
const mostQuiet = 60

/** Its code, and the engine that it needs. */
export interface Parts extends Start {
  readonly code: ArrayBuffer
}

/** A worker that is asked one thing at a time; where it was ended, the next question starts another. */
export class AskedWorker {
  readonly #parts: Parts
  #worker: Worker | undefined
  #before: Promise<unknown> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
    this.#worker = started(parts)
  }

  /** The answer. Throws an EndedError where it was ended before it had one, and an Error with what was thrown in it. */
  ask<N extends Name>(
    name: N,
    question: Questions[N]['question'],
    asking: Asking = {},
  ): Promise<Questions[N]['answer']> {
    const answer = this.#before.then(() => this.#answer({ name, question }, asking))
    this.#before = answer.catch(() => undefined)
    return answer
  }

  async #answer<N extends Name>(asked: Asked<N>, { onPages, signal }: Asking): Promise<Questions[N]['answer']> {
    if (signal?.aborted) throw new EndedError(null)
    this.#worker ??= started(this.#parts)
    const worker = this.#worker
    const stop = new AbortController()
    try {
      return await new Promise<Questions[N]['answer']>((resolve, reject) => {
        const end = (by: Ended | null) => {
          worker.terminate()
          this.#worker = undefined
          reject(new EndedError(by))
        }
        const watch = watched(() => end({ code: 'TIMEOUT', args: { seconds: mostQuiet } }), stop.signal)
        const hear = ({ data }: MessageEvent<Said<N>>) => {
          watch.heard()
          if (data.kind === 'pages') onPages?.(data.pages)
          else if (data.kind === 'answer') resolve(data.answer)
          else reject(new Error(data.detail))
        }
        worker.addEventListener('message', hear, { signal: stop.signal })
        worker.addEventListener('error', event => end(endedBy(event)), { signal: stop.signal })
        signal?.addEventListener('abort', () => end(null), { signal: stop.signal })
        worker.postMessage(asked)
      })
    } finally {
      stop.abort()
    }
  }
}

function started({ code, engine }: Parts): Worker {
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
  const worker = new Worker(url)
  worker.postMessage({ engine } satisfies Start)
  return worker
}

/** A worker that has no memory left ends without a word. */
const endedBy = ({ message }: ErrorEvent): Ended =>
  message ? { code: 'INTERNAL', args: { detail: message } } : { code: 'OUT_OF_MEMORY', args: { megabytes: null } }

/** Counts the seconds that this page runs: those in which the computer slept do not count. */
function watched(late: () => void, signal: AbortSignal): { readonly heard: () => void } {
  let quiet = 0
  const timer = setInterval(() => {
    quiet += 1
    if (quiet > mostQuiet) late()
  }, 1000)
  signal.addEventListener('abort', () => clearInterval(timer))
  return {
    heard: () => {
      quiet = 0
    },
  }
}
