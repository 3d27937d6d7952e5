import { ask, type Limits } from '../../batch/ask.ts'
import { type Lane, laneOf } from '../../batch/processes/lane.ts'
import type { Failure } from '../../envelope.ts'
import { asFailure } from '../../failures.ts'
import type { Source } from '../../pipeline.ts'
import type { PdfReading } from '../../readers/registry.ts'
import { debugging } from '../inputs/limits.ts'
import { isDebug, reportStack } from '../reporting/guards.ts'
import type { Recognised } from '../reporting/recognition.ts'
import { reportFailure } from '../reporting/report.ts'
import { type Problem, UsageError } from '../reporting/stderr.ts'
import type { InspectTask, Shown } from './inspected.ts'

/** What a process is to find in an input, as plain data. */
export type Task = DetectTask | InspectTask

export interface DetectTask {
  readonly command: 'detect'
  readonly reader: PdfReading | undefined
  readonly password: string | undefined
}

/** What each task finds. */
export interface Finds {
  readonly detect: readonly Recognised[]
  readonly inspect: Shown
}

/** What a process found, and what could not be read. */
export interface Looked<F> {
  /** Null where the input could not be read. */
  readonly found: F | null
  readonly failures: readonly Failure[]
  /** Stacks of INTERNAL failures. */
  readonly bugs: readonly string[]
  /** What the command requested and the input does not have; empty where it has everything. */
  readonly misuse: readonly Problem[]
}

const worker = new URL('./look-worker.js', import.meta.url)

/** Does the work in a process that can be ended, and ends it. */
export async function looking<T extends Task, R>(
  { memoryLimit }: Limits,
  work: (lane: Lane<T, Looked<Finds[T['command']]>>) => Promise<R>,
): Promise<R> {
  const lane = laneOf<T, Looked<Finds[T['command']]>>({ entry: worker, memoryLimit, ...debugging() })
  try {
    lane.warmUp()
    return await work(lane)
  } finally {
    await lane.end()
  }
}

/** What was found in an input; what could not be read is reported. Throws a UsageError where the input lacks what was requested. */
export async function lookAt<T extends Task>(
  source: Source,
  task: T,
  lane: Lane<T, Looked<Finds[T['command']]>>,
  limits: Limits,
): Promise<Looked<Finds[T['command']]>> {
  const looked = (await ask(source, task, lane, limits).catch(error => failedAt(source, error))) ?? nothing
  for (const failure of looked.failures) reportFailure(failure)
  if (isDebug()) looked.bugs.forEach(reportStack)
  if (looked.misuse.length > 0) throw new UsageError(...looked.misuse)
  return looked
}

const nothing = { found: null, failures: [], bugs: [], misuse: [] }

const failedAt = ({ path }: Source, error: unknown) => ({ ...nothing, failures: [asFailure(error, path)] })
