import type { Result, Source } from '../pipeline.ts'
import { type Cache, type CacheOptions, openCache } from './cache/cache.ts'
import { Interrupted } from './journal/errors.ts'
import { type Journal, openJournal, type Place } from './journal/journal.ts'
import { type How, type Ledger, ledgerIn } from './journal/ledger.ts'
import type { Results } from './journal/results.ts'
import { dependsOn, reusable, sha256Of } from './journal/resume.ts'
import { type Lane, laneOf } from './processes/lane.ts'
import type { Start } from './processes/process.ts'
import type { Read, Reading } from './processes/questions.ts'
import { lanesFor } from './processes/staffing.ts'
import { ourWorker } from './read-apart.ts'
import { readOne } from './read-one.ts'
import { isFile } from './sources.ts'

export interface BatchOptions {
  /** Processes at most; where it is left out, as many as `lanesFor` finds worth their start. */
  readonly jobs?: number | undefined
  /** Seconds that one input may take. */
  readonly timeout: number
  /** Megabytes of memory that one input may take. */
  readonly memoryLimit: number
  /** Nothing that an earlier run left is used. */
  readonly force: boolean
  /** The folder of the journal. */
  readonly folder: string
  readonly reading: Reading
  /** What any earlier run has read. */
  readonly cache?: CacheOptions | undefined
  readonly onStart?: ((path: string) => void) | undefined
  /** Called in the order of the inputs; where it gives a promise, the results after it wait. */
  readonly onDone?: ((result: Result, how: How) => void | Promise<void>) | undefined
  /** Given the stack of what was INTERNAL. */
  readonly onBug?: ((stack: string) => void) | undefined
  /** Given what the processes print. */
  readonly onNoise?: ((text: string) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** The module that the processes run. */
  readonly worker?: URL | undefined
}

/** A run and its means. */
interface Run {
  readonly sources: readonly Source[]
  readonly options: BatchOptions
  readonly journal: Journal
  readonly ledger: Ledger
  readonly cache: Cache | undefined
}

/**
 * What becomes of every input, each read by a process that can be ended. Throws an Interrupted where the signal stops the run, and a
 * BatchError where its journal cannot be written; in both cases the same call resumes the run.
 */
export async function runBatch(sources: readonly Source[], options: BatchOptions): Promise<Results> {
  const basis = dependsOn(options.reading)
  const journal = openJournal(options.folder, basis, { anew: options.force })
  // A decision about a file that was replaced since is found by the name of the file.
  const cache = options.cache && openCache(options.cache, basis, options.reading.decisions !== undefined)
  const ledger = ledgerIn(options.folder, options.onDone ?? (() => {}))
  const run = { sources, options, journal, ledger, cache }
  try {
    await readAll(run, await settleKept(run))
    await ledger.reported()
  } finally {
    cache?.close()
    journal.close()
  }
  return ledger.results()
}

/** Settles what earlier runs left, and returns the indexes of the inputs that are still to be read. */
async function settleKept(run: Run): Promise<number[]> {
  const { sources, journal, ledger, options } = run
  const waiting: number[] = []
  for (const [index, source] of sources.entries()) {
    if (options.signal?.aborted) throw new Interrupted(ledger.done, sources.length, options.signal.reason)
    const place = (await reusable(source, journal.kept)) ?? (await cached(source, run))
    if (place) ledger.settle(index, { place, reused: true })
    else waiting.push(index)
  }
  return waiting
}

/** The place in the journal of a result that the cache has, whatever the name of the input was then. */
async function cached(source: Source, { journal, cache, options }: Run): Promise<Place | undefined> {
  if (!cache || options.force || !isFile(source)) return undefined
  const { path } = source
  const sha256 = await sha256Of(path)
  const result = sha256 === undefined ? undefined : cache.get({ path, sha256 })
  return result === undefined ? undefined : journal.append({ path, sha256: sha256 as string }, result)
}

/** Reads the inputs of these indexes in several lanes, each taking the next one as soon as it has done one. */
async function readAll(run: Run, waiting: readonly number[]): Promise<void> {
  const { sources, ledger, options } = run
  const queue = waiting.values()
  const start = startOf(options)
  const lanes = Array.from({ length: lanesFor(waiting.length, options.jobs) }, () => laneOf<Reading, Read>(start))
  const endAll = () => Promise.all(lanes.map(lane => lane.end()))
  options.signal?.addEventListener('abort', endAll)
  try {
    await Promise.all(lanes.map(lane => readInLane(run, queue, lane)))
  } finally {
    options.signal?.removeEventListener('abort', endAll)
    await endAll()
  }
  if (options.signal?.aborted) throw new Interrupted(ledger.done, sources.length, options.signal.reason)
}

const startOf = ({ worker = ourWorker, memoryLimit, onNoise }: BatchOptions): Start => ({
  entry: worker,
  memoryLimit,
  onNoise,
})

async function readInLane(run: Run, queue: Iterator<number>, lane: Lane<Reading, Read>): Promise<void> {
  for (let asked = askNext(run, queue, lane); asked; ) {
    const { index, source, answer } = asked
    const read = await answer
    if (!read) return
    // The process reads the next input while the result of this one is stored and reported.
    asked = askNext(run, queue, lane)
    keep(run, index, source, read)
    await run.ledger.reported()
  }
}

interface Asked {
  readonly index: number
  readonly source: Source
  /** Never rejected; undefined where the lane was ended. */
  readonly answer: Promise<Read | undefined>
}

/** Has a lane read the next input of the queue; undefined where there is none, or the run is to stop. */
function askNext(run: Run, queue: Iterator<number>, lane: Lane<Reading, Read>): Asked | undefined {
  const { sources, options } = run
  if (options.signal?.aborted) return undefined
  const { value: index, done } = queue.next()
  if (done) return undefined
  const source = sources[index] as Source
  options.onStart?.(source.path)
  return { index, source, answer: readOne(source, lane, options) }
}

function keep({ journal, ledger, cache }: Run, index: number, { path }: Source, { sha256, result }: Read): void {
  if (sha256 !== null) cache?.keep({ path, sha256 }, result)
  ledger.settle(index, { place: journal.append({ path, sha256 }, result), reused: false })
}
