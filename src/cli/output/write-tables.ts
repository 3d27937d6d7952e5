import type { AnyLayout } from '../../layouts/kit/layout.ts'
import type { TablePlan } from '../../walks/table-rows.ts'
import { csvPieces } from '../../writers/csv.ts'
import { ownNames } from '../../writers/descriptor.ts'
import { fileNames } from '../../writers/file-names.ts'
import { json } from '../../writers/json.ts'
import { jsonl } from '../../writers/jsonl.ts'
import { addPerInput, addTables, finish, NewFolder, pathsOf } from '../../writers/package.ts'
import { selectTable, tablesFor } from '../../writers/select.ts'
import { swapIn } from '../../writers/swap.ts'
import type { TableOptions } from '../../writers/writer.ts'
import type { Job } from './job.ts'
import { layoutsFor } from './offered.ts'
import type { ExtractFlags } from './settings.ts'

/** Makes the folder beside its place, and puts it there. */
export async function writeFolder(job: Job): Promise<void> {
  const { staging, extracted, releaseFindings = [] } = job
  staging.open()
  const folder = new NewFolder(staging.newPath)
  await addData(folder, job)
  const made = await finish(folder, { failures: extracted.failures, releaseFindings }, tableOptions(job.flags))
  await swapIn(staging.target as string, { staging: staging.folder, made: folder.path, ...made })
}

async function addData(folder: NewFolder, job: Job): Promise<void> {
  const { extracted, format, flags } = job
  if (format === 'csv') await addTables(folder, plansOf(job), extracted.documents, tableOptions(flags))
  else if (flags.perFile) await addPerInput(folder, extracted, fileNames(pathsOf(extracted), job.typed, ownNames))
  else await folder.add(`extraction.${format}`, '抽出結果', (format === 'jsonl' ? jsonl : json).write(extracted, {}))
}

const plansOf = ({ extracted, flags }: Job): TablePlan[] =>
  flags.table === undefined
    ? tablesFor(extracted.layouts, layoutsOf(flags))
    : [selectTable(extracted.layouts, layoutsOf(flags), flags.table)]

/** The one table that goes into a file or to standard output. */
export const csvOf = ({ extracted, flags }: Job): Iterable<string | Uint8Array> =>
  csvPieces(selectTable(extracted.layouts, layoutsOf(flags), flags.table), extracted.documents, tableOptions(flags))

const layoutsOf = ({ layout }: ExtractFlags): readonly AnyLayout[] => layoutsFor(layout, '--layout')

const tableOptions = ({ headers = 'en', encoding = 'utf-8', guard }: ExtractFlags): TableOptions => ({
  headers,
  encoding,
  guard,
})
