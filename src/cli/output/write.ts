import type { AnyLayout } from '../../layouts/kit/layout.ts'
import type { Source } from '../../pipeline.ts'
import { ownNames } from '../../writers/descriptor.ts'
import { OutputError, unwritable } from '../../writers/errors.ts'
import { fileNames } from '../../writers/file-names.ts'
import { placeFile } from '../../writers/files.ts'
import type { Format, FormatWriter, Output } from '../../writers/format.ts'
import { NewFolder } from '../../writers/new-folder.ts'
import { finish, pathsOf } from '../../writers/package.ts'
import type { Staging } from '../../writers/placing/staging.ts'
import { swapIn } from '../../writers/placing/swap.ts'
import { Sink } from '../../writers/sink.ts'
import type { Extracted, TableOptions } from '../../writers/writer.ts'
import { exit } from '../exit-codes.ts'
import { heedInterrupt } from '../reporting/guards.ts'
import { tellProblem, UsageError } from '../reporting/stderr.ts'
import { nameOf, refuseInputs, type Target } from './output.ts'
import type { ExtractFlags } from './settings.ts'
import { DocumentStream, isTerminal, printAll } from './stdout.ts'

/** What is to be written, and how. */
export interface Job {
  readonly extracted: Extracted
  readonly layouts: readonly AnyLayout[]
  readonly format: Format
  readonly target: Target
  /** Where the output is made before it takes its place. */
  readonly staging: Staging
  readonly sources: readonly Source[]
  /** What was typed or listed: files of a folder are named by their place below it. */
  readonly typed: readonly string[]
  readonly releaseFindings?: readonly object[]
  /** Where the documents have gone already, as they came. */
  readonly stream?: DocumentStream | undefined
  readonly flags: ExtractFlags
}

/** Writes the data. Where it cannot be written as asked for, that is told, and the exit code of it given. */
export async function write(job: Job): Promise<number | undefined> {
  const { target, staging, extracted } = job
  try {
    if (target.kind === 'stdout') await print(job)
    // A file or folder without a document would pass for a result, and could replace a good one.
    else if (extracted.layouts.size > 0) await (target.kind === 'file' ? writeFile(job) : writeFolder(job))
    staging.remove()
    return undefined
  } catch (error) {
    // What is asked for wrongly would be refused again: no later run goes on from here.
    if (error instanceof UsageError) staging.remove()
    else staging.clear()
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

async function writeFolder(job: Job): Promise<void> {
  const { staging, extracted, releaseFindings = [], flags } = job
  const writer = await job.format.open()
  const output = outputOf(job)
  const overwrite = flags.overwrite === true || staging.isOwn()
  const folder = new NewFolder(staging.newPath([...writer.names(output), ...ownNames]))
  await writer.fill(folder, output)
  const made = await finish(folder, { failures: extracted.failures, releaseFindings }, tableOptions(flags))
  const onLeaving = (paths: readonly string[]) => refuseInputs(paths, job.sources)
  swapIn(staging.target as string, { staging: staging.open(), ...made }, { overwrite, onLeaving })
}

const piecesOf = async (job: Job): Promise<ReturnType<FormatWriter['pieces']>> =>
  (await job.format.open()).pieces(outputOf(job))

const outputOf = ({ extracted, layouts, target, typed, flags }: Job): Output => ({
  extracted,
  layouts,
  table: flags.table,
  tables: tableOptions(flags),
  isForPeople: target.kind === 'stdout' && isTerminal(),
  fileNames: flags.perFile ? fileNames(pathsOf(extracted), typed, ownNames) : undefined,
})

const tableOptions = ({ headers = 'en', encoding = 'utf-8', guard }: ExtractFlags): TableOptions => ({
  headers,
  encoding,
  guard,
})

const wrongUsage: readonly string[] = [
  'OUTPUT_EXISTS',
  'OUTPUT_BUSY',
  'OUTPUT_UNSAFE',
  'LAYOUTS_MIXED',
  'TABLE_UNKNOWN',
]

/** Tells why the output cannot be written, and gives the exit code of it. */
export function tellOutputError({ code, message, hint }: OutputError, target: Target): number {
  tellProblem({ where: nameOf(target), code, message, hint })
  return wrongUsage.includes(code) ? exit.usage : exit.nothingWritten
}

/** The stream for documents that leave by standard output as they come; undefined where the format has to see them all, or another target is meant. */
export async function streamFor({
  format,
  target,
}: Pick<Job, 'format' | 'target'>): Promise<DocumentStream | undefined> {
  if (target.kind !== 'stdout') return undefined
  const { document } = await format.open()
  return document ? new DocumentStream(document) : undefined
}
