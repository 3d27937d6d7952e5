import { createHash } from 'node:crypto'
import { jsonText } from '../../diagnostics/json-text.ts'
import type { Failure, Pages } from '../../envelope.ts'
import { cellsAsTable } from '../../inspect/table-data.ts'
import { type InspectedTable, inspectTables } from '../../inspect/tables.ts'
import { isWanted } from '../../readers/pages.ts'
import { version } from '../../version.ts'
import { csvOf } from '../../writers/csv/csv.ts'
import { formatOf } from '../../writers/formats.ts'
import {
  type Drawn,
  type Inspected,
  type InspectFlags,
  type InspectTask,
  refuseAllBeyond,
  refuseBeyond,
  unreadIn,
} from './inspected.ts'

/** Every table of the wanted pages, cell by cell, as JSON or CSV. */
export function listTables(input: Inspected, { flags, isForPeople }: InspectTask): Drawn {
  const { document, path } = input
  const wanted = wantedPages(flags, document.pageCount)
  const tables = inspectTables(document).filter(({ page }) => page === null || isWanted(wanted, page))
  const failures = unreadIn(input).filter(({ pages }) => !pages || isWanted(wanted, pages.from, pages.to))
  const format = flags.format ?? formatOf(flags.output ?? '')?.id
  return {
    data: format === 'csv' ? csvOf(cellsAsTable(tables)) : jsonOf(input, tables, failures, isForPeople),
    failures,
    remarks: tables.length === 0 ? [`${path}: no table was found`] : [],
    isPageless: wanted !== undefined && document.pageCount === null,
  }
}

/** The requested pages; undefined where all are wanted. Throws a usage error where the file has none of them. */
function wantedPages({ page, pages }: InspectFlags, pageCount: number | null): readonly Pages[] | undefined {
  if (page !== undefined) refuseBeyond(page, pageCount)
  else if (pages !== undefined) refuseAllBeyond(pages, pageCount)
  return page === undefined ? pages : [{ from: page, to: page }]
}

function jsonOf(
  { path, bytes, document }: Inspected,
  tables: readonly InspectedTable[],
  failures: readonly Failure[],
  isForPeople: boolean,
): string {
  const generator = { name: 'sapporo-eval', version }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const input = { path, sha256, mediaType: document.mediaType, pages: document.pageCount }
  return `${jsonText({ schemaVersion: 1, generator, input, tables, failures }, isForPeople ? 2 : 0)}\n`
}
