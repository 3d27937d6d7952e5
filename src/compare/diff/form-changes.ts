import type { Cell } from '../../walks/tables/columns.ts'
import { type Change, changeOf } from '../data/change.ts'
import type { Release } from '../data/release.ts'
import type { ChildRules } from '../data/rules.ts'

/** Editions that the documents of only one release are of: one change for each form. */
export function editionChanges(old: Release, fresh: Release): Change[] {
  const [before, after] = [editionsOf(old), editionsOf(fresh)]
  const layouts = [...before.keys()].filter(layout => after.has(layout))
  return layouts.flatMap(layout => {
    const [own, other] = [before.get(layout), after.get(layout)].map(each => [...(each ?? [])].sort().join(', '))
    if (own === other) return []
    const said = { name: layout, column: 'edition', old: own || null, new: other || null }
    return [changeOf('form', 'documents', said)]
  })
}

function editionsOf(release: Release): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const row of release.rowsOf('documents')) {
    const [layout, edition] = [String(row.of('layout')), row.of('edition')]
    const own = found.get(layout) ?? new Set()
    found.set(layout, edition === null ? own : own.add(String(edition)))
  }
  return found
}

/**
 * Columns that have a value in documents of one release alone: the form has changed there. What cannot be read for certain is no sign
 * that it is not printed.
 */
export function oneSided(old: Release, fresh: Release, table: string, columns: readonly string[]): Change[] {
  const [before, after] = [old.rowsOf(table), fresh.rowsOf(table)]
  if (before.length === 0 || after.length === 0) return []
  return columns.flatMap(column => {
    const [isOld, isNew] = [before, after].map(rows =>
      rows.some(row => row.of(column) !== null || row.isDoubted(column)),
    )
    if (isOld === isNew) return []
    return [changeOf('form', table, { column, old: isOld === true, new: isNew === true })]
  })
}

/** Words of the form beside values: those that only one release has are changes, and what stands beside them is none. */
export function labelsOf(old: Release, fresh: Release, rules: ChildRules) {
  const { table, label } = rules
  const labelsIn = (release: Release) =>
    new Set(
      label
        ? release
            .rowsOf(table)
            .filter(isMeant(rules))
            .map(row => row.of(label))
        : [],
    )
  const [before, after] = [labelsIn(old), labelsIn(fresh)]
  const isShared = (cell: Cell) => before.has(cell) && after.has(cell)
  const all = [...new Set([...before, ...after])].filter(cell => cell !== null && !isShared(cell))
  const changes = all.map(cell =>
    changeOf('form', table, { item: String(cell), column: label ?? null, old: before.has(cell), new: after.has(cell) }),
  )
  return { isShared, changes }
}

const isMeant =
  ({ only }: ChildRules) =>
  (row: { readonly of: (column: string) => Cell }): boolean =>
    !only || only.among.includes(String(row.of(only.column)))

/** The rules of a table below a record without the values that only one release prints, and what is to be said of these. */
export function sharedValues(old: Release, fresh: Release, rules: ChildRules) {
  const alone = rules.values.flatMap(columns => (columns.length === 1 ? columns : []))
  const changes = rules.isList ? [] : oneSided(old, fresh, rules.table, alone)
  const isForm = new Set<string | null>(changes.map(({ column }) => column))
  return { child: { ...rules, values: rules.values.filter(([column]) => !isForm.has(column)) }, changes }
}
