import { say } from '../../messages/words.ts'
import { type Form, isNamed } from '../../walks/tables/columns.ts'
import { allTables } from '../../walks/tables/common-tables.ts'
import type { TablePlan } from '../../walks/tables/table-rows.ts'
import { closestTo } from '../closest.ts'
import { OutputError } from '../errors.ts'
import type { Output } from '../format.ts'

/** Every table of the layouts that have documents (`present`), then the common ones. */
export const tablesFor = (present: ReadonlySet<string>, layouts: readonly Form[]): TablePlan[] =>
  allTables(known(present, layouts))

/** The tables that a folder holds: the one that is requested, else all. Throws as `selectTable` does. */
export const requestedTables = ({ extracted, layouts, table }: Output): TablePlan[] =>
  table === undefined ? tablesFor(extracted.layouts, layouts) : [selectTable(extracted.layouts, layouts, table)]

/**
 * The one table that goes to a single stream: the named one, or the main table of the one layout that has documents.
 *
 * Throws an OutputError: NO_DOCUMENTS, LAYOUTS_MIXED where there are several main tables, or TABLE_UNKNOWN with the names.
 */
export function selectTable(present: ReadonlySet<string>, layouts: readonly Form[], name?: string): TablePlan {
  const found = known(present, layouts)
  if (found.length === 0) throw new OutputError('NO_DOCUMENTS', say('NO_DOCUMENT_FOR_TABLE'), say('SEE_FAILURES'))
  return name === undefined ? mainTable(found) : namedTable(found, name)
}

/** The layouts that have documents, in the order in which they are known. */
const known = (present: ReadonlySet<string>, layouts: readonly Form[]): Form[] =>
  layouts.filter(layout => present.has(layout.id))

function mainTable(layouts: readonly Form[]): TablePlan {
  if (layouts.length > 1) throw mixed(layouts)
  return allTables(layouts)[0] as TablePlan
}

const mixed = (layouts: readonly Form[]): OutputError =>
  new OutputError(
    'LAYOUTS_MIXED',
    say('SEVERAL_LAYOUTS', { layouts: layouts.map(layout => layout.id) }),
    say('CHOOSE_LAYOUT', { tables: layouts.map(mainName) }),
  )

const mainName = (layout: Form): string => layout.tables[0]?.name ?? 'documents'

function namedTable(layouts: readonly Form[], name: string): TablePlan {
  const tables = allTables(layouts)
  const table = tables.find(each => isNamed(each, name))
  if (table) return table
  const names = tables.map(each => each.name)
  const closest = closestTo(name, names)
  const hint = closest === undefined ? say('NAME_ONE_OF_THESE') : say('DID_YOU_MEAN', { name: closest })
  throw new OutputError('TABLE_UNKNOWN', say('NO_SUCH_TABLE_AMONG', { name, tables: names }), hint)
}
