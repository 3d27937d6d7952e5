import type { AnyLayout } from '../../layouts/kit/layout.ts'
import type { Source } from '../../pipeline.ts'
import type { TablePlan } from '../../walks/table-rows.ts'
import { csvPieces } from '../../writers/csv.ts'
import { ownNames } from '../../writers/descriptor.ts'
import { OutputError, unwritable } from '../../writers/errors.ts'
import { fileNames } from '../../writers/file-names.ts'
import { placeFile } from '../../writers/files.ts'
import { json } from '../../writers/json.ts'
import { jsonl } from '../../writers/jsonl.ts'
import { addPerInput, addTables, finish, NewFolder, pathsOf, tableFile } from '../../writers/package.ts'
import type { Staging } from '../../writers/placing/staging.ts'
import { swapIn } from '../../writers/placing/swap.ts'
import { selectTable, tablesFor } from '../../writers/select.ts'
import { Sink } from '../../writers/sink.ts'
import type { Extracted, Format, TableOptions } from '../../writers/writer.ts'
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
  else await printAll(piecesOf(job))
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
  for (const piece of piecesOf(job)) {
    sink.add(piece)
    await heedInterrupt()
  }
  return sink.finishOnDisk().sha256
}

async function writeFolder(job: Job): Promise<void> {
  const { staging, extracted, releaseFindings = [], flags } = job
  const data = dataOf(job)
  const overwrite = flags.overwrite === true || staging.isOwn()
  const folder = new NewFolder(staging.newPath([...data.names, ...ownNames]))
  await data.addTo(folder)
  const made = await finish(folder, { failures: extracted.failures, releaseFindings }, tableOptions(flags))
  const onLeaving = (paths: readonly string[]) => refuseInputs(paths, job.sources)
  swapIn(staging.target as string, { staging: staging.open(), ...made }, { overwrite, onLeaving })
}

/** The data of a folder: the names that its files can have, and what writes them. */
interface Data {
  readonly names: readonly string[]
  readonly addTo: (folder: NewFolder) => Promise<void>
}

function dataOf(job: Job): Data {
  if (job.format === 'csv') return tablesOf(job, plansOf(job))
  if (job.flags.perFile) return filesOf(job)
  const name = `extraction.${job.format}`
  return { names: [name], addTo: folder => folder.add(name, '抽出結果', piecesOf(job)) }
}

const tablesOf = ({ extracted, flags }: Job, plans: readonly TablePlan[]): Data => ({
  names: plans.map(tableFile),
  addTo: folder => addTables(folder, plans, extracted.documents, tableOptions(flags)),
})

function filesOf({ extracted, typed }: Job): Data {
  const names = fileNames(pathsOf(extracted), typed, ownNames)
  return { names: [...names.values()], addTo: folder => addPerInput(folder, extracted, names) }
}

const plansOf = ({ extracted, layouts, flags }: Job): TablePlan[] =>
  flags.table === undefined
    ? tablesFor(extracted.layouts, layouts)
    : [selectTable(extracted.layouts, layouts, flags.table)]

function piecesOf(job: Job): Iterable<string | Uint8Array> {
  const { extracted, layouts, format, target, flags } = job
  if (format === 'jsonl') return jsonl.write(extracted)
  if (format === 'json') return json.write(extracted, { indent: target.kind === 'stdout' && isTerminal() })
  if (extracted.layouts.size === 0) return []
  return csvPieces(selectTable(extracted.layouts, layouts, flags.table), extracted.documents, tableOptions(flags))
}

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

/** The stream for documents that may leave as they come: lines of JSON on standard output; undefined for any other output. */
export const streamFor = ({ format, target }: Pick<Job, 'format' | 'target'>): DocumentStream | undefined =>
  format === 'jsonl' && target.kind === 'stdout' ? new DocumentStream() : undefined
