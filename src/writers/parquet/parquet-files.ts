import type { Doc } from '../../envelope.ts'
import type { Cell } from '../../walks/tables/columns.ts'
import type { TableHead, TablePlan } from '../../walks/tables/table-rows.ts'
import { requestedTables, selectTable } from '../csv/select.ts'
import type { FormatWriter } from '../format.ts'
import { type NewFolder, turn } from '../new-folder.ts'
import { parquetStream } from './parquet.ts'

export const parquetWriter: FormatWriter = {
  pieces: ({ extracted, layouts, table }) =>
    extracted.layouts.size === 0 ? [] : piecesOf(selectTable(extracted.layouts, layouts, table), extracted.documents),
  names: output => requestedTables(output).map(fileOf),
  fill: (folder, output) => addTables(folder, requestedTables(output), output.extracted.documents),
  document: null,
}

const fileOf = ({ name }: TablePlan): string => `${name}.parquet`

function* piecesOf(plan: TablePlan, documents: Iterable<Doc>): Iterable<Uint8Array> {
  const { rows, end } = parquetStream(plan)
  let documentNo = 0
  for (const document of documents) yield rows(plan.rows(document, ++documentNo))
  yield end()
}

/** Writes each table as a file, document by document: no document stays in memory. */
async function addTables(folder: NewFolder, plans: readonly TablePlan[], documents: Iterable<Doc>): Promise<void> {
  const tables = plans.map(plan => ({ plan, parquet: parquetStream(plan), sink: folder.open(fileOf(plan)) }))
  let documentNo = 0
  for (const document of documents) {
    documentNo += 1
    for (const { plan, parquet, sink } of tables) sink.add(parquet.rows(plan.rows(document, documentNo)))
    await turn()
  }
  for (const { plan, parquet, sink } of tables) {
    sink.add(parquet.end())
    folder.resources.push({ path: fileOf(plan), title: plan.ja, table: plan, ...sink.finish() })
  }
}

/** A table that is made of no documents, as the pieces of a file. */
export function* parquetPieces(head: TableHead, cells: readonly (readonly Cell[])[]): Iterable<Uint8Array> {
  const { rows, end } = parquetStream(head)
  yield rows(cells)
  yield end()
}
