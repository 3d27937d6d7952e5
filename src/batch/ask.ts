import { Allowance } from '../deadline.ts'
import { inputError } from '../failures.ts'
import type { Source } from '../pipeline.ts'
import type { Lane } from './processes/lane.ts'
import type { Ending } from './processes/process.ts'
import type { Question } from './processes/questions.ts'
import { isFile } from './sources.ts'

/** What one input may take. */
export interface Limits {
  /** Seconds. */
  readonly timeout: number
  /** Megabytes of memory. */
  readonly memoryLimit: number
}

/** Seconds and megabytes, many times what the largest known document needs. */
export const defaultLimits: Limits = { timeout: 60, memoryLimit: 2048 }

/** The limits as given, with defaults for those left out. */
export const limitsFrom = ({ timeout, memoryLimit }: Partial<Undefinable<Limits>>): Limits => ({
  timeout: timeout ?? defaultLimits.timeout,
  memoryLimit: memoryLimit ?? defaultLimits.memoryLimit,
})

type Undefinable<T> = { readonly [K in keyof T]: T[K] | undefined }

interface Asking extends Limits {
  readonly signal?: AbortSignal | undefined
}

/**
 * What a lane answers about one input; undefined where the lane was ended or the signal aborted before that. Throws why the input cannot
 * be read, also where it exceeded a limit.
 */
export async function ask<T, A>(source: Source, task: T, lane: Lane<T, A>, asking: Asking): Promise<A | undefined> {
  const { timeout, signal } = asking
  const allowance = new Allowance(timeout, signal)
  try {
    const ending = await lane.read(await questionOf(source, task, allowance), allowance)
    if (ending && ending.kind !== 'done') throw errorOf(ending, asking)
    return ending?.value
  } catch (error) {
    if (signal?.aborted) return undefined
    throw error
  }
}

/** A file is read by the worker itself; anything else can be read here only. */
async function questionOf<T>(source: Source, task: T, allowance: Allowance): Promise<Question<T>> {
  const bytes = isFile(source) ? undefined : await allowance.spend(signal => source.bytes(signal))
  return { path: source.path, task, bytes }
}

function errorOf(ending: Exclude<Ending<unknown>, { kind: 'done' }>, { timeout, memoryLimit }: Limits): Error {
  if (ending.kind === 'late') return inputError('TIMEOUT', { seconds: timeout })
  if (ending.kind === 'out-of-memory') return inputError('OUT_OF_MEMORY', { megabytes: memoryLimit })
  if (ending.kind === 'killed') return inputError('OUT_OF_MEMORY', { megabytes: null })
  return inputError('INTERNAL', { detail: ending.by })
}
