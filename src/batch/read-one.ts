import { asFailure, inputError } from '../failures.ts'
import type { Result, Source } from '../pipeline.ts'
import type { Lane } from './lane.ts'
import type { Ending } from './pool.ts'
import type { Answer, Question, Read, Reading } from './questions.ts'
import { isFile } from './sources.ts'

interface Limits {
  /** Seconds. */
  readonly timeout: number
  /** Megabytes. */
  readonly memoryLimit: number
}

interface Options extends Limits {
  readonly reading: Reading
  readonly onBug?: ((stack: string) => void) | undefined
}

/** What became of one input; undefined where the lane was ended meanwhile. Whatever happens to it is its own failure. */
export async function readOne(source: Source, lane: Lane, options: Options): Promise<Read | undefined> {
  const { path } = source
  const question = await questionOf(source, options.reading).catch((error: unknown) => failed(path, error))
  if ('result' in question) return question
  const ending = await lane.read(question)
  if (!ending) return undefined
  if (ending.kind !== 'done') return failed(path, errorOf(ending, options))
  for (const bug of ending.value.bugs) options.onBug?.(bug)
  return ending.value
}

/** A file is read by the worker itself; anything else can be read here only. */
async function questionOf(source: Source, reading: Reading): Promise<Question> {
  return { path: source.path, reading, bytes: isFile(source) ? undefined : await source.bytes() }
}

function failed(path: string, error: unknown): Read {
  const result: Result = { input: null, documents: [], failures: [asFailure(error, path)] }
  return { result: JSON.stringify(result), sha256: null }
}

function errorOf(ending: Exclude<Ending<Answer>, { kind: 'done' }>, { timeout, memoryLimit }: Limits): Error {
  if (ending.kind === 'late') return inputError('TIMEOUT', { seconds: timeout })
  if (ending.kind === 'out-of-memory') return inputError('OUT_OF_MEMORY', { megabytes: memoryLimit })
  if (ending.kind === 'killed') return inputError('OUT_OF_MEMORY', { megabytes: null })
  return inputError('INTERNAL', { detail: ending.by })
}
