import { createHash } from 'node:crypto'
import type { Failure, Pages } from '../envelope.ts'
import { cellsAsTable } from '../inspect/table-data.ts'
import { type InspectedTable, inspectTables } from '../readers/pdf/inspect.ts'
import { version } from '../version.ts'
import { csv } from '../writers/csv.ts'
import { formatOf } from '../writers/writer.ts'
import { type Inspected, type InspectFlags, refuseBeyond, type Shown, unreadIn } from './inspected.ts'
import { tell, tellProblem } from './stderr.ts'
import { isTerminal } from './stdout.ts'

/** Every table of the wanted pages, cell by cell, as JSON or CSV. */
export function listTables(input: Inspected, flags: InspectFlags): Shown {
  const wanted = flags.page === undefined ? flags.pages : [{ from: flags.page, to: flags.page }]
  const { document, path } = input
  if (wanted && document.pageCount === null)
    tellProblem({ where: path, code: 'PAGES_IGNORED', message: 'the text has no pages; all of it was read' })
  if (flags.page !== undefined) refuseBeyond(flags.page, document.pageCount)
  const isWanted = (page: number | null) => page === null || (wanted ?? [{ from: 1, to: page }]).some(holds(page))
  const tables = inspectTables(document).filter(table => isWanted(table.page))
  if (tables.length === 0) tell(`${path}: no table was found`)
  const failures = unreadIn(input).filter(({ pages }) => !wanted || !pages || wanted.some(each => overlap(each, pages)))
  const format = flags.format ?? formatOf(flags.output ?? '')
  return { data: format === 'csv' ? csv.write(cellsAsTable(tables)) : jsonOf(input, tables, failures, flags), failures }
}

const holds =
  (page: number) =>
  ({ from, to }: Pages): boolean =>
    from <= page && page <= to

const overlap = (a: Pages, b: Pages): boolean => a.from <= b.to && b.from <= a.to

function jsonOf(
  { path, bytes, document }: Inspected,
  tables: readonly InspectedTable[],
  failures: readonly Failure[],
  { output }: InspectFlags,
): string {
  const generator = { name: 'sapporo-eval', version }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const input = { path, sha256, mediaType: document.mediaType, pages: document.pageCount }
  const isForPeople = (output === undefined || output === '-') && isTerminal()
  return `${JSON.stringify({ schemaVersion: 1, generator, input, tables, failures }, null, isForPeople ? 2 : 0)}\n`
}
