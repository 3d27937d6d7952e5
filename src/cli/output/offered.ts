import type { AnyLayout } from '../../layouts/kit/layout.ts'
import { layouts } from '../../layouts/registry.ts'
import { say, type Words } from '../../messages/words.ts'
import { isNamed } from '../../walks/tables/columns.ts'
import { allTables } from '../../walks/tables/common-tables.ts'
import type { TablePlan } from '../../walks/tables/table-rows.ts'
import { closestTo } from '../../writers/closest.ts'
import { usage } from '../reporting/stderr.ts'

/** The layouts to work with: all that are known, or only the one that was named at `where`. */
export function layoutsFor(id: string | undefined, where: string): readonly AnyLayout[] {
  if (id === undefined) return layouts
  const named = layouts.filter(layout => layout.id === id)
  if (named.length === 0)
    throw usage(
      where,
      say('NO_SUCH_LAYOUT', { name: id }),
      hintFor(
        id,
        layouts.map(layout => layout.id),
      ),
    )
  return named
}

/** The table of a name among those of the layouts and those that every run has. */
export function tableNamed(name: string, layouts: readonly AnyLayout[]): TablePlan {
  const tables = allTables(layouts)
  const table = tables.find(each => isNamed(each, name))
  if (!table)
    throw usage(
      '--table',
      say('NO_SUCH_TABLE', { name }),
      hintFor(
        name,
        tables.map(each => each.name),
      ),
    )
  return table
}

function hintFor(typed: string, known: readonly string[]): Words {
  const nearest = closestTo(typed, known)
  return nearest === undefined ? say('KNOWN_NAMES', { names: known }) : say('DID_YOU_MEAN', { name: nearest })
}
