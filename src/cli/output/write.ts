import { OutputError, unwritable } from '../../writers/errors.ts'
import { placeFile } from '../../writers/files.ts'
import { json } from '../../writers/json.ts'
import { jsonl } from '../../writers/jsonl.ts'
import { Sink } from '../../writers/sink.ts'
import { noteSwap } from '../../writers/swap-note.ts'
import { exit } from '../exit-codes.ts'
import { heedInterrupt } from '../reporting/guards.ts'
import { tellProblem } from '../reporting/stderr.ts'
import type { Job } from './job.ts'
import { nameOf, type Target } from './output.ts'
import { DocumentStream, isTerminal, printAll } from './stdout.ts'

/** Writes the data. Where it cannot be written as asked for, that is told, and the exit code of it given. */
export async function write(job: Job): Promise<number | undefined> {
  const { target, staging, extracted } = job
  try {
    if (target.kind === 'stdout') await print(job)
    // A file or folder without a document would pass for a result, and could replace a good one.
    else if (extracted.layouts.size > 0)
      await (target.kind === 'file' ? writeFile(job) : (await tables()).writeFolder(job))
    staging.remove()
    return undefined
  } catch (error) {
    staging.clear()
    const known = unwritable(nameOf(target), error)
    if (known instanceof OutputError) return tellOutputError(known, target)
    throw error
  }
}

async function print(job: Job): Promise<void> {
  if (job.stream) await job.stream.drained()
  else await printAll(await piecesOf(job))
}

/** A file is made beside its place; a device or a pipe is written through. */
async function writeFile(job: Job): Promise<void> {
  const { staging, flags } = job
  const path = nameOf(job.target)
  if (staging.target === undefined) return void (await fill(new Sink(path, 'w'), job))
  staging.open()
  const sha256 = await fill(new Sink(staging.newPath), job)
  noteSwap(staging.folder, { how: 'file', names: [], retired: [], sha256 })
  placeFile(path, staging.newPath, { overwrite: flags.overwrite === true || staging.isOwn() })
}

async function fill(sink: Sink, job: Job): Promise<string> {
  for (const piece of await piecesOf(job)) {
    sink.add(piece)
    await heedInterrupt()
  }
  return sink.finishOnDisk().sha256
}

async function piecesOf(job: Job): Promise<Iterable<string | Uint8Array>> {
  const { extracted, format, target } = job
  if (format === 'jsonl') return jsonl.write(extracted)
  if (format === 'json') return json.write(extracted, { indent: target.kind === 'stdout' && isTerminal() })
  return extracted.layouts.size === 0 ? [] : (await tables()).csvOf(job)
}

/** Loaded where they are asked for: with the tables come all the layouts. */
const tables = () => import('./write-tables.ts')

const wrongUsage: readonly string[] = ['OUTPUT_EXISTS', 'OUTPUT_BUSY', 'LAYOUTS_MIXED', 'TABLE_UNKNOWN']

/** Tells why the output cannot be written, and gives the exit code of it. */
export function tellOutputError({ code, message, hint }: OutputError, target: Target): number {
  tellProblem({ where: nameOf(target), code, message, hint })
  return wrongUsage.includes(code) ? exit.usage : exit.nothingWritten
}

/** The stream for documents that may leave as they come: lines of JSON on standard output; undefined for any other output. */
export const streamFor = ({ format, target }: Pick<Job, 'format' | 'target'>): DocumentStream | undefined =>
  format === 'jsonl' && target.kind === 'stdout' ? new DocumentStream() : undefined
