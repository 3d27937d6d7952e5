import { fileURLToPath } from 'node:url'
import type { Results } from '../../src/batch/journal/results.ts'
import type { Reading } from '../../src/batch/processes/questions.ts'
import { optionsOf } from '../../src/batch/reading.ts'
import { type BatchOptions, runBatch } from '../../src/batch/run.ts'
import { extractOne, type Result, type Source } from '../../src/pipeline.ts'

const root = new URL('../../', import.meta.url)

/** A file of this repository. */
export const own = (path: string): string => fileURLToPath(new URL(path, root))

export const reading: Reading = { provenance: true, raw: false, findings: false }

type Told = { readonly index: number; readonly reused: boolean; readonly result: Result }

export interface Ran {
  readonly results: Results
  /** What was told, in the order in which it was. */
  readonly told: readonly Told[]
  readonly codes: readonly (readonly string[])[]
}

/** A run by the processes that were built, in a folder of its own. */
export async function batch(
  sources: readonly Source[],
  folder: string,
  options: Partial<BatchOptions> = {},
): Promise<Ran> {
  const told: Told[] = []
  const results = await runBatch(sources, {
    timeout: 60,
    memoryLimit: 2048,
    force: false,
    folder,
    reading,
    worker: new URL('dist/worker.js', root),
    onDone: (result, how) => void told.push({ result, ...how }),
    ...options,
  })
  return { results, told, codes: [...results.each].map(each => each.failures.map(({ code }) => code)) }
}

/** What the same inputs give one after the other in this process, as JSON. */
export async function inline(sources: readonly Source[], how: Reading = reading): Promise<string[]> {
  const jsons: string[] = []
  for (const source of sources) jsons.push(JSON.stringify(await extractOne(source, optionsOf(how))))
  return jsons
}

export const jsonsOf = ({ results }: Ran): string[] => [...results.each].map(each => JSON.stringify(each))
