import type { Result, Source } from '../pipeline.ts'
import { Interrupted } from './journal/errors.ts'
import { laneOf } from './processes/lane.ts'
import type { Read, Reading } from './processes/questions.ts'
import { type ReadOptions, readOne } from './read-one.ts'

export interface ApartOptions extends ReadOptions {
  /** Given what the process prints. */
  readonly onNoise?: ((text: string) => void) | undefined
}

export const ourWorker = new URL('./worker.js', import.meta.url)

/**
 * What becomes of some inputs that a process of its own reads in turn, all held in memory. Throws an Interrupted where the signal stops
 * it.
 */
export async function readApart(sources: readonly Source[], options: ApartOptions): Promise<Result[]> {
  const { memoryLimit, onNoise, signal } = options
  const lane = laneOf<Reading, Read>({ entry: ourWorker, memoryLimit, onNoise })
  const results: Result[] = []
  try {
    if (sources.length > 0) lane.warmUp()
    for (const source of sources) {
      const read = await readOne(source, lane, options)
      if (!read) throw new Interrupted(results.length, sources.length, signal?.reason)
      results.push(JSON.parse(read.result))
    }
    return results
  } finally {
    await lane.end()
  }
}
