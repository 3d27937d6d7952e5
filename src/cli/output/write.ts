import { OutputError, unwritable } from '../../writers/errors.ts'
import { placeFile } from '../../writers/files.ts'
import type { FormatWriter } from '../../writers/format.ts'
import { Sink } from '../../writers/sink.ts'
import { exit } from '../exit-codes.ts'
import { heedInterrupt } from '../reporting/guards.ts'
import { reportProblem, UsageError } from '../reporting/stderr.ts'
import { type Job, outputOf } from './job.ts'
import { nameOf, type Target } from './output.ts'
import { DocumentStream, printAll } from './stdout.ts'

/** Writes the data and returns the exit code. Where it cannot be written as requested, that is reported. */
export async function write(job: Job): Promise<number | undefined> {
  const { target, staging, extracted } = job
  try {
    if (target.kind === 'stdout') await print(job)
    // A file or folder without a document would look like a result, and could replace a good one.
    else if (extracted.layouts.size > 0) await (target.kind === 'file' ? writeFile(job) : writeFolder(job))
    staging.remove()
    return undefined
  } catch (error) {
    // A wrong request would be refused again: no later run resumes from here.
    if (error instanceof UsageError) staging.remove()
    else staging.clear()
    const known = unwritable(nameOf(target), error)
    if (known instanceof OutputError) return reportOutputError(known, target)
    throw error
  }
}

async function print(job: Job): Promise<void> {
  if (job.stream) await job.stream.drained()
  else await printAll(await piecesOf(job))
}

/** A file is made beside its place; a device or a pipe is written to directly. */
async function writeFile(job: Job): Promise<void> {
  const { staging, flags } = job
  const path = nameOf(job.target)
  if (staging.target === undefined) return void (await fill(new Sink(path, 'w'), job))
  const made = staging.newPath()
  const sha256 = await fill(new Sink(made), job)
  const overwrite = flags.overwrite === true || staging.isOwn()
  staging.noteFile(sha256)
  placeFile(path, made, { overwrite })
}

async function fill(sink: Sink, job: Job): Promise<string> {
  for (const piece of await piecesOf(job)) {
    sink.add(piece)
    await heedInterrupt()
  }
  return sink.finishOnDisk().sha256
}

const piecesOf = async (job: Job): Promise<ReturnType<FormatWriter['pieces']>> =>
  (await job.format.open()).pieces(await outputOf(job))

/** Loaded on demand: the descriptor of a folder needs the schema library. */
const writeFolder = async (job: Job): Promise<void> =>
  (await import('./of-tables.ts')).writeFolder(job, await outputOf(job))

const wrongUsage: readonly string[] = [
  'OUTPUT_EXISTS',
  'OUTPUT_BUSY',
  'OUTPUT_UNSAFE',
  'LAYOUTS_MIXED',
  'TABLE_UNKNOWN',
]

/** Reports why the output cannot be written, and returns its exit code. */
export function reportOutputError({ code, said }: OutputError, target: Target): number {
  reportProblem({ where: nameOf(target), code, ...said })
  return wrongUsage.includes(code) ? exit.usage : exit.nothingWritten
}

/** The stream for documents that go to standard output as they come; undefined where the format needs them all, or the target is another. */
export async function streamFor({
  format,
  target,
}: Pick<Job, 'format' | 'target'>): Promise<DocumentStream | undefined> {
  if (target.kind !== 'stdout') return undefined
  const { document } = await format.open()
  return document ? new DocumentStream(document) : undefined
}
