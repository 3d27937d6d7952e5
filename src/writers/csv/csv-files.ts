import type { Doc } from '../../envelope.ts'
import type { TablePlan } from '../../walks/tables/table-rows.ts'
import type { FormatWriter, Output } from '../format.ts'
import { type NewFolder, turn } from '../new-folder.ts'
import type { TableOptions } from '../writer.ts'
import { csvPieces, csvStream } from './csv.ts'
import { selectTable, tablesFor } from './select.ts'

export const csvWriter: FormatWriter = {
  pieces: ({ extracted, layouts, table, tables }) =>
    extracted.layouts.size === 0
      ? []
      : csvPieces(selectTable(extracted.layouts, layouts, table), extracted.documents, tables),
  names: output => plansOf(output).map(fileOf),
  fill: (folder, output) => addTables(folder, plansOf(output), output.extracted.documents, output.tables),
  document: null,
}

const plansOf = ({ extracted, layouts, table }: Output): TablePlan[] =>
  table === undefined ? tablesFor(extracted.layouts, layouts) : [selectTable(extracted.layouts, layouts, table)]

const fileOf = ({ name }: TablePlan): string => `${name}.csv`

/** Writes each table as a CSV file, document by document: all files are open at once, and no document stays in memory. */
export async function addTables(
  folder: NewFolder,
  plans: readonly TablePlan[],
  documents: Iterable<Doc>,
  options: TableOptions = {},
): Promise<void> {
  const tables = plans.map(plan => ({ plan, csv: csvStream(plan, options), sink: folder.open(fileOf(plan)) }))
  for (const { csv, sink } of tables) sink.add(csv.head())
  let documentNo = 0
  for (const document of documents) {
    documentNo += 1
    for (const { plan, csv, sink } of tables) sink.add(csv.lines(plan.rows(document, documentNo)))
    await turn()
  }
  for (const { plan, sink } of tables) {
    folder.resources.push({ path: fileOf(plan), title: plan.ja, table: plan, ...sink.finish() })
  }
}
