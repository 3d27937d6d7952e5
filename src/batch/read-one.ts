import { asFailure } from '../failures.ts'
import type { Result, Source } from '../pipeline.ts'
import { ask, type Limits } from './ask.ts'
import type { Lane } from './processes/lane.ts'
import type { Read, Reading } from './processes/questions.ts'

export interface ReadOptions extends Limits {
  readonly reading: Reading
  readonly onBug?: ((stack: string) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** What became of one input; undefined where the lane was ended before that. Whatever goes wrong is a failure of this input alone. */
export async function readOne(
  source: Source,
  lane: Lane<Reading, Read>,
  options: ReadOptions,
): Promise<Read | undefined> {
  const read = await ask(source, options.reading, lane, options).catch((error: unknown) => failed(source.path, error))
  for (const bug of read?.bugs ?? []) options.onBug?.(bug)
  return read
}

function failed(path: string, error: unknown): Read {
  const result: Result = { input: null, documents: [], failures: [asFailure(error, path)] }
  return { result: JSON.stringify(result), sha256: null }
}
