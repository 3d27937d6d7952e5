import type { Extraction } from '../envelope.ts'
import type { AnyLayout } from '../layouts/layout.ts'
import { csv } from '../writers/csv.ts'
import { OutputError } from '../writers/errors.ts'
import { writeFile, writeFolder } from '../writers/files.ts'
import { json } from '../writers/json.ts'
import { jsonl } from '../writers/jsonl.ts'
import { writePackage } from '../writers/package.ts'
import { selectTable, tablesOf } from '../writers/select.ts'
import type { Format, TableOptions } from '../writers/writer.ts'
import { exit } from './exit-codes.ts'
import type { Target } from './output.ts'
import type { ExtractFlags } from './settings.ts'
import { tellProblem } from './stderr.ts'
import { isTerminal, printOut } from './stdout.ts'

/** What is to be written, and how. */
export interface Job {
  readonly extraction: Extraction
  readonly layouts: readonly AnyLayout[]
  readonly format: Format
  readonly target: Target
  readonly flags: ExtractFlags
}

/** Writes the data. Where it cannot be written as asked for, that is told, and the exit code of it given. */
export async function write(job: Job): Promise<number | undefined> {
  try {
    if (job.target.kind === 'stdout') for (const piece of piecesOf(job)) await printOut(piece)
    // A file or folder without a document would pass for a result, and could replace a good one.
    else if (job.extraction.documents.length > 0) writeTo(job.target, job)
    return undefined
  } catch (error) {
    if (error instanceof OutputError) return tellOutputError(error, job.target)
    throw error
  }
}

function writeTo(target: Exclude<Target, { kind: 'stdout' }>, job: Job): void {
  const overwrite = job.flags.overwrite === true
  const { documents } = job.extraction
  if (target.kind === 'file') writeFile(target.path, bytesOf(job), { overwrite })
  else if (job.format === 'csv' && job.flags.table === undefined)
    writePackage(target.path, tablesOf(documents, job.layouts), { ...tableOptions(job.flags), overwrite })
  else writeFolder(target.path, [{ name: nameInFolder(job), bytes: bytesOf(job) }], { overwrite })
}

const nameInFolder = ({ format, flags }: Job): string => `${flags.table ?? 'extraction'}.${format}`

const bytesOf = (job: Job): Uint8Array => Buffer.concat([...piecesOf(job)].map(piece => Buffer.from(piece)))

function piecesOf({ extraction, layouts, format, target, flags }: Job): Iterable<string | Uint8Array> {
  if (format === 'jsonl') return jsonl.write(extraction)
  if (format === 'json') return json.write(extraction, { indent: target.kind === 'stdout' && isTerminal() })
  if (extraction.documents.length === 0) return []
  return [csv.write(selectTable(extraction.documents, layouts, flags.table), tableOptions(flags))]
}

const tableOptions = ({ headers = 'en', encoding = 'utf-8', guard }: ExtractFlags): TableOptions => ({
  headers,
  encoding,
  guard,
})

const wrongUsage: readonly string[] = ['OUTPUT_EXISTS', 'LAYOUTS_MIXED', 'TABLE_UNKNOWN']

/** Tells why the output cannot be written, and gives the exit code of it. */
export function tellOutputError({ code, message, hint }: OutputError, target: Target): number {
  tellProblem({ where: target.kind === 'stdout' ? 'standard output' : target.path, code, message, hint })
  return wrongUsage.includes(code) ? exit.usage : exit.nothingWritten
}
