import { limitsFrom } from '../../batch/ask.ts'
import type { How } from '../../batch/journal/ledger.ts'
import { type Results, resultsOf } from '../../batch/journal/results.ts'
import type { Reading } from '../../batch/processes/questions.ts'
import { readApart } from '../../batch/read-apart.ts'
import { runBatch } from '../../batch/run.ts'
import type { Result, Source } from '../../pipeline.ts'
import type { Staging } from '../../writers/placing/staging.ts'
import { type CacheFlags, cacheFor } from '../inputs/cache.ts'
import { debugging, type LimitFlags } from '../inputs/limits.ts'
import { interruptible } from '../reporting/guards.ts'

export interface Work {
  readonly sources: readonly Source[]
  readonly reading: Reading
  readonly staging: Staging
  readonly flags: LimitFlags & CacheFlags & { readonly jobs?: number; readonly force?: boolean }
}

/** Called while the inputs are read: at each start as it comes, at each end in input order. */
export interface Listener {
  onStart(path: string): void
  onDone(result: Result, how: How): Promise<void>
}

/**
 * What becomes of the inputs, each read by a process that can be ended: a single one is held in memory, several go through a journal, and
 * so does what a cache may hold.
 */
export function readInputs(work: Work, listener: Listener): Promise<Results> {
  const [only, ...others] = work.sources
  const isAlone = only && others.length === 0 && work.flags.cache === undefined
  return isAlone ? readAlone(only, work, listener) : readInBatch(work, listener)
}

async function readAlone(source: Source, { reading, flags }: Work, listener: Listener): Promise<Results> {
  listener.onStart(source.path)
  const limits = limitsFrom(flags)
  const results = await interruptible(signal => readApart([source], { reading, signal, ...limits, ...debugging() }))
  for (const result of results) await listener.onDone(result, { index: 0, reused: false })
  return resultsOf(results)
}

/** What becomes of the inputs, by way of a journal. */
export async function readInBatch({ sources, reading, staging, flags }: Work, listener: Listener): Promise<Results> {
  const cache = await cacheFor(flags, reading)
  const folder = staging.open()
  return interruptible(signal =>
    runBatch(sources, {
      reading,
      jobs: flags.jobs,
      ...limitsFrom(flags),
      force: flags.force === true,
      folder,
      cache,
      signal,
      ...listener,
      ...debugging(),
    }),
  )
}
