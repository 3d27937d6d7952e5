import { ask, type Limits } from '../../../batch/ask.ts'
import { type Lane, laneOf } from '../../../batch/processes/lane.ts'
import type { Failure } from '../../../envelope.ts'
import { asFailure } from '../../../failures.ts'
import type { Recognised } from '../../../layouts/recognition.ts'
import type { Text } from '../../../messages/arguments.ts'
import type { Words } from '../../../messages/words.ts'
import type { Source } from '../../../pipeline.ts'
import type { PdfReading } from '../../../readers/registry.ts'
import type { Looks } from '../../../review/site/site.ts'
import { toldFailure } from '../../../told.ts'
import { debugging } from '../../inputs/limits.ts'
import { screenLanguage } from '../../language.ts'
import { isDebug, reportStack } from '../../reporting/guards.ts'
import { reportFailure } from '../../reporting/report.ts'
import { type Problem as Misuse, UsageError } from '../../reporting/stderr.ts'
import type { InspectTask, Shown } from '../inspected.ts'

/** What a process is to find in an input, as plain data. */
export type Task = DetectTask | InspectTask | PictureTask | ValidateTask

export interface DetectTask {
  readonly command: 'detect'
  readonly reader: PdfReading | undefined
  readonly password: string | undefined
}

export interface PictureTask {
  readonly command: 'picture'
  readonly pages: readonly number[]
  readonly password: string | undefined
}

export interface ValidateTask {
  readonly command: 'validate'
  /** The file was typed by its name: it is checked whatever it holds. */
  readonly isTyped: boolean
}

/** Something wrong with a file: where it lies, and at which place in it. */
export interface Fault {
  readonly path: string
  readonly message: Words
  readonly place?: Text
}

/** What is wrong with a file of output, or with those that a descriptor lists. */
export interface Checked {
  /** It is no data, or was found in a folder and is not ours. */
  readonly isPassedOver: boolean
  readonly faults: readonly Fault[]
  /** So many more than are listed. */
  readonly more: number
}

/** What each task finds. */
export interface Finds {
  readonly detect: readonly Recognised[]
  readonly inspect: Shown
  readonly picture: Looks
  readonly validate: Checked
}

/** What a process found, and what could not be read. */
export interface Looked<F> {
  /** Null where the input could not be read. */
  readonly found: F | null
  readonly failures: readonly Failure[]
  /** Stacks of INTERNAL failures. */
  readonly bugs: readonly string[]
  /** What the command requested and the input does not have; empty where it has everything. */
  readonly misuse: readonly Misuse[]
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
  for (const failure of looked.failures) reportFailure(toldFailure(failure, screenLanguage()))
  if (isDebug()) looked.bugs.forEach(reportStack)
  if (looked.misuse.length > 0) throw new UsageError(...looked.misuse)
  return looked
}

const nothing = { found: null, failures: [], bugs: [], misuse: [] }

const failedAt = ({ path }: Source, error: unknown) => ({ ...nothing, failures: [asFailure(error, path)] })
