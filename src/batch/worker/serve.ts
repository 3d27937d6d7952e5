import { Worker } from 'node:worker_threads'
import type { Source } from '../../pipeline.ts'
import { serve } from '../processes/process.ts'
import type { Answer, Question } from '../processes/questions.ts'
import type { Watch } from '../processes/watchdog.ts'
import { fileSource } from '../sources.ts'
import { tuneEngine } from './engine.ts'

/** Makes this process a worker that reads inputs for the process that started it, within its limits. */
export async function serveInputs<T, A>(load: () => Promise<(source: Source, task: T) => Promise<A>>): Promise<void> {
  // Ctrl-C reaches every process of the terminal; the one that started this one decides what becomes of it.
  process.on('SIGINT', () => {})
  tuneEngine()
  const resident = watched()
  await serve<Question<T>, Answer<A>>(answererOf(load, resident))
}

async function answererOf<T, A>(
  load: () => Promise<(source: Source, task: T) => Promise<A>>,
  resident: Float64Array,
): Promise<(question: Question<T>) => Promise<Answer<A>>> {
  const work = await load()
  return async ({ path, bytes, task }) => {
    const source = bytes ? { path, bytes: async () => bytes } : fileSource(path)
    return { value: await work(source, task), resident: resident[0] ?? 0 }
  }
}

/** Starts a watchdog that ends this process when it takes too much memory, or when nobody waits for it. Returns where it writes the memory in use. */
function watched(): Float64Array {
  const [parent, megabytes] = process.argv.slice(2).map(Number) as [number, number]
  const resident = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT))
  const watch: Watch = { parent, limit: megabytes * 1024 * 1024, resident }
  new Worker(new URL('./watchdog.js', import.meta.url), { workerData: watch }).unref()
  return resident
}
