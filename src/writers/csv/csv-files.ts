import type { Diagnostic } from '../../diagnostics/codes.ts'
import type { Doc } from '../../envelope.ts'
import type { Language } from '../../messages/language.ts'
import { titleOf } from '../../walks/tables/columns.ts'
import type { TablePlan } from '../../walks/tables/table-rows.ts'
import type { FormatWriter } from '../format.ts'
import { type NewFolder, turn } from '../new-folder.ts'
import { type Script, scripts } from '../sql/scripts.ts'
import type { Replaced, TableOptions } from '../writer.ts'
import { csvPieces, csvStream } from './csv.ts'
import { diagnosticOf } from './replaced.ts'
import { requestedTables, selectTable } from './select.ts'

export const csvWriter: FormatWriter = {
  pieces: ({ extracted, layouts, table, tables }) =>
    extracted.layouts.size === 0
      ? []
      : csvPieces(selectTable(extracted.layouts, layouts, table), extracted.documents, tables),
  names: output => [
    ...requestedTables(output).map(plan => fileOf(plan, output.tables)),
    ...scriptsFor(output.tables).map(({ name }) => name),
  ],
  fill: async (folder, output) => {
    const plans = requestedTables(output)
    await addTables(folder, plans, output.extracted.documents, output.tables)
    const files = plans.map(table => ({ table, path: fileOf(table, output.tables) }))
    for (const { name, title, textOf } of scriptsFor(output.tables)) await folder.add(name, title, [textOf(files)])
  },
  document: null,
}

/** The scripts that load the files into a database; none where they are written for a spreadsheet, which changes texts, or with Japanese heads and values. */
const scriptsFor = ({ encoding = 'utf-8', headers = 'en' }: TableOptions): readonly Script[] =>
  encoding === 'utf-8' && headers === 'en' ? scripts : []

/** Named in the language of the heads. */
const fileOf = (plan: TablePlan, { headers = 'en' }: TableOptions): string => `${titleOf(plan, headers)}.csv`

/** A document with what was exchanged in its rows of a table, the first of which is the `written`-th of the file, each value once. */
function withReplaced(
  doc: Doc,
  { plan, written }: { readonly plan: TablePlan; readonly written: number },
  replaced: readonly Replaced[],
  language: Language | undefined,
): Doc {
  const pointers = plan.pointers(doc)
  const known = new Set(doc.diagnostics.flatMap(each => (each.code === 'CHARACTER_REPLACED' ? [keyOf(each)] : [])))
  const own = replaced.flatMap(each => {
    const column = plan.columns.findIndex(({ name }) => name === each.column.name)
    const pointer = pointers[each.row - written]?.[column] ?? null
    const place = (pointer !== null && doc.provenance?.[pointer]?.[0]) || null
    const diagnostic = diagnosticOf(each, { pointer, place, language })
    const key = keyOf(diagnostic)
    if (known.has(key)) return []
    known.add(key)
    return [diagnostic]
  })
  return { ...doc, diagnostics: [...doc.diagnostics, ...own] }
}

/** A value that is in the rows of several tables is told of once; so is a text that is none, such as the path of the file. */
const keyOf = ({ pointer, expected }: Diagnostic): string => JSON.stringify([pointer, expected])

/** Writes each table as a CSV file, document by document: all files are open at once, and no document stays in memory. */
export async function addTables(
  folder: NewFolder,
  plans: readonly TablePlan[],
  documents: Iterable<Doc>,
  options: TableOptions = {},
): Promise<void> {
  const replaced: Replaced[] = []
  const onReplaced = (each: Replaced) => {
    replaced.push(each)
    options.onReplaced?.(each)
  }
  const tables = plans.map(plan => {
    const csv = csvStream(plan, { ...options, onReplaced })
    return { plan, csv, sink: folder.open(fileOf(plan, options)), written: 1 }
  })
  for (const { csv, sink } of tables) sink.add(csv.head())
  let documentNo = 0
  for (const document of documents) {
    documentNo += 1
    let told = document
    // The tables about documents come last: they tell what was exchanged in the others.
    for (const table of tables) {
      const rows = table.plan.rows(told, documentNo)
      replaced.length = 0
      table.sink.add(table.csv.lines(rows))
      if (replaced.length > 0) told = withReplaced(told, table, replaced, options.language)
      table.written += rows.length
    }
    await turn()
  }
  for (const { plan, sink } of tables) {
    folder.resources.push({ path: fileOf(plan, options), title: plan.ja, table: plan, ...sink.finish() })
  }
}
