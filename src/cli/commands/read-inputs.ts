import type { How } from '../../batch/ledger.ts'
import type { Reading } from '../../batch/questions.ts'
import { type Results, resultsOf } from '../../batch/results.ts'
import type { Result, Source } from '../../pipeline.ts'
import type { Staging } from '../../writers/placing/staging.ts'
import type { ExtractFlags } from '../output/settings.ts'
import { heedInterrupt, interruptible, isDebug, tellStack } from '../reporting/guards.ts'
import { tell } from '../reporting/stderr.ts'

export interface Work {
  readonly sources: readonly Source[]
  readonly reading: Reading
  readonly staging: Staging
  readonly flags: ExtractFlags
}

/** Those who hear of the inputs while they are read: of their start as it comes, of their end in input order. */
export interface Listener {
  onStart(path: string): void
  onDone(result: Result, how: How): Promise<void>
}

/** Seconds. */
const defaultTimeout = 60
/** Megabytes. */
const defaultMemory = 2048

/** What becomes of the inputs: a single one is read here and at once, several by processes that can be ended. */
export function readInputs(work: Work, listener: Listener): Promise<Results> {
  const [only, ...others] = work.sources
  return only && others.length === 0 ? readHere(only, work, listener) : readInBatch(work, listener)
}

async function readHere(source: Source, { reading, flags }: Work, listener: Listener): Promise<Results> {
  const [{ extractOne }, { optionsOf }] = await Promise.all([
    import('../../pipeline.ts'),
    import('../../batch/reading.ts'),
  ])
  listener.onStart(source.path)
  const options = { ...optionsOf(reading), timeout: flags.timeout ?? defaultTimeout, onBug: tellStack }
  const result = await extractOne(source, options)
  await listener.onDone(result, { index: 0, reused: false })
  // The work leaves no room for an interrupt: it is heard here, before anything is written.
  await heedInterrupt()
  return resultsOf([result])
}

async function readInBatch({ sources, reading, staging, flags }: Work, listener: Listener): Promise<Results> {
  const { runBatch } = await import('../../batch/run.ts')
  const folder = staging.open()
  return interruptible(signal =>
    runBatch(sources, {
      reading,
      jobs: flags.jobs,
      timeout: flags.timeout ?? defaultTimeout,
      memoryLimit: flags.memoryLimit ?? defaultMemory,
      force: flags.force === true,
      folder,
      signal,
      ...listener,
      ...(isDebug() ? { onBug: tellStack, onNoise: tellNoise } : {}),
    }),
  )
}

function tellNoise(text: string): void {
  for (const line of text.split('\n')) if (line.trim() !== '') tell(`  ${line.trimEnd()}`)
}
