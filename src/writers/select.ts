import type { Doc } from '../envelope.ts'
import type { Form } from '../walks/columns.ts'
import { allTables } from '../walks/common-tables.ts'
import { fill, type TableData, type TablePlan } from '../walks/table-rows.ts'
import { closestTo } from './closest.ts'
import { OutputError } from './errors.ts'

/** Every table of the layouts that the documents have, then the common ones. */
export const tablesOf = (docs: readonly Doc[], layouts: readonly Form[]): TableData[] =>
  allTables(present(docs, layouts)).map(table => fill(table, docs))

/**
 * The one table that goes to a single stream: the named one, or the main table of the documents' one layout.
 *
 * Throws an OutputError: NO_DOCUMENTS, LAYOUTS_MIXED where there are several main tables, or TABLE_UNKNOWN with the names.
 */
export function selectTable(docs: readonly Doc[], layouts: readonly Form[], name?: string): TableData {
  const found = present(docs, layouts)
  if (found.length === 0) throw new OutputError('NO_DOCUMENTS', 'there is no document to make a table of', noneHint)
  return fill(name === undefined ? mainTable(found) : namedTable(found, name), docs)
}

/** The layouts that have documents, in the order in which they are known. */
const present = (docs: readonly Doc[], layouts: readonly Form[]): Form[] =>
  layouts.filter(layout => docs.some(doc => doc.layout === layout.id))

function mainTable(layouts: readonly Form[]): TablePlan {
  if (layouts.length > 1) throw mixed(layouts)
  return allTables(layouts)[0] as TablePlan
}

const noneHint = 'what became of the inputs stands in the failures'

const mixed = (layouts: readonly Form[]): OutputError =>
  new OutputError(
    'LAYOUTS_MIXED',
    `the documents are of several layouts: ${layouts.map(layout => layout.id).join(', ')}`,
    `choose one with --layout, a table with --table (${layouts.map(mainName).join(', ')}), or write into a folder with -o`,
  )

const mainName = (layout: Form): string => layout.tables[0]?.name ?? 'documents'

function namedTable(layouts: readonly Form[], name: string): TablePlan {
  const tables = allTables(layouts)
  const table = tables.find(each => each.name === name)
  if (table) return table
  const names = tables.map(each => each.name)
  const closest = closestTo(name, names)
  const hint = closest === undefined ? 'name one of these' : `did you mean ${closest}?`
  throw new OutputError('TABLE_UNKNOWN', `there is no table "${name}", only ${names.join(', ')}`, hint)
}
