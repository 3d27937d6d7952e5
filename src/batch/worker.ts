import { Worker } from 'node:worker_threads'
import { tuneEngine } from './engine.ts'
import { serve } from './pool.ts'
import type { Answer, Question } from './questions.ts'
import type { Watch } from './watchdog.ts'

// Ctrl-C reaches every process of the terminal; the one that started this one decides what becomes of it.
process.on('SIGINT', () => {})

tuneEngine()

const [parent, megabytes] = process.argv.slice(2).map(Number) as [number, number]
const resident = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT))
const watch: Watch = { parent, limit: megabytes * 1024 * 1024, resident }
new Worker(new URL('./watchdog.js', import.meta.url), { workerData: watch }).unref()

const tools = load()
serve(answer)

/** Loaded while the first question is on its way. */
async function load() {
  const [{ extractOne }, { optionsOf }, { fileSource }] = await Promise.all([
    import('../pipeline.ts'),
    import('./reading.ts'),
    import('./sources.ts'),
  ])
  return { extractOne, optionsOf, fileSource }
}

async function answer({ path, bytes, reading }: Question): Promise<Answer> {
  const { extractOne, optionsOf, fileSource } = await tools
  const source = bytes ? { path, bytes: async () => bytes } : fileSource(path)
  const bugs: string[] = []
  const onBug = (error: unknown) => bugs.push(error instanceof Error ? (error.stack ?? '') : String(error))
  const result = await extractOne(source, { ...optionsOf(reading), onBug })
  const sha256 = result.failures.length === 0 ? (result.input?.sha256 ?? null) : null
  return { result: JSON.stringify(result), sha256, bugs, resident: resident[0] ?? 0 }
}
