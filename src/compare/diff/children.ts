import { groupBy } from '../../document/group-by.ts'
import type { Cell } from '../../walks/tables/columns.ts'
import { type Change, changeOf } from '../data/change.ts'
import type { Release, Row } from '../data/release.ts'
import type { ChildRules } from '../data/rules.ts'
import { changeAt, changeBetween, type Two } from './cells.ts'
import { looseKeyOf } from './grouping.ts'
import { yearlyChanges } from './years.ts'

/** The rows of a table by the record that they are of. */
export type ChildRows = (record: Row) => readonly Row[]

const recordOf = (row: Row): string => looseKeyOf(row, ['document_no', 'record_no'])

/** The rows of a release that a rule is about, by their records. */
export function childRows(release: Release, { table, only, about, values }: ChildRules): ChildRows {
  const isBlank = (column: string, row: Row) => row.of(column) === null && !row.isDoubted(column)
  const name = about.at(-1)
  // A block of the form that nobody has filled in: `活動指標２` without a name, with years and no values.
  const isUnused = (row: Row) => name !== undefined && [name, ...values.flat()].every(column => isBlank(column, row))
  const isMeant = (row: Row) => (!only || only.among.includes(String(row.of(only.column)))) && !isUnused(row)
  const byRecord = groupBy(release.rowsOf(table).filter(isMeant), recordOf)
  return record => byRecord.get(recordOf(record)) ?? []
}

/** Words of the form that documents of both releases have, or of one alone. */
export type Labels = (label: Cell) => boolean

/** What differs between the rows of a table below two records that belong together. */
export function childChanges(
  two: Two,
  rules: ChildRules,
  { old, new: fresh, isShared }: { readonly old: ChildRows; readonly new: ChildRows; readonly isShared: Labels },
): Change[] {
  const isKnown = (row: Row) => rules.label === undefined || isShared(row.of(rules.label))
  const before = groupBy(old(two.old).filter(isKnown), row => looseKeyOf(row, rules.about))
  const after = groupBy(fresh(two.new).filter(isKnown), row => looseKeyOf(row, rules.about))
  const things = [...new Set([...before.keys(), ...after.keys()])]
  return things.flatMap(thing => thingChanges(two, rules, before.get(thing) ?? [], after.get(thing) ?? []))
}

function thingChanges(two: Two, rules: ChildRules, old: readonly Row[], fresh: readonly Row[]): Change[] {
  const [own, other] = [old[0], fresh[0]]
  const about = { ...two.about, item: itemOf(rules, (own ?? other) as Row) }
  if (!own || !other) return [alone(about, rules, own, other)]
  const between = { old: own, new: other, about }
  if (rules.yearly) return yearlyChanges(between, rules, rules.yearly, old, fresh)
  if (rules.isList) return listChanges(between, rules, old, fresh)
  const twice = [old, fresh].find(rows => rows.length > 1)
  if (twice) return [changeOf('duplicate', rules.table, { ...about, oldRow: own, newRow: other })]
  return rules.values.flatMap(columns => columns.flatMap(column => changeAt(between, column, sayingOf(rules, column))))
}

/** What one record alone has. A thing whose name is doubtful may be one of the others; rows without a name are no thing that comes or ends. */
function alone(about: Two['about'], rules: ChildRules, own: Row | undefined, other: Row | undefined): Change {
  const row = (own ?? other) as Row
  const isDoubted = rules.about.some(column => row.isDoubted(column) || row.of(column) === null)
  const why = rules.about.length === 0 ? 'empty' : isDoubted ? 'key' : null
  const kind = why === null ? (own ? 'ended' : 'new') : 'not_comparable'
  return changeOf(kind, row.table, { ...about, why, oldRow: own ?? null, newRow: other ?? null })
}

/** What of the record a row is about, for people. */
const itemOf = ({ about }: ChildRules, row: Row): string | null => {
  const words = about.map(column => row.of(column)).filter(cell => cell !== null)
  return words.length === 0 ? null : words.join(' ')
}

const sayingOf = ({ choices = [], areDepartments }: ChildRules, column: string) =>
  areDepartments ? ({ kind: 'moved' } as const) : choices.includes(column) ? ({ kind: 'choice' } as const) : {}

/** Rows about one thing as one text, a line a row. */
function listChanges(two: Two, rules: ChildRules, old: readonly Row[], fresh: readonly Row[]): Change[] {
  const columns = rules.values.map(([column]) => column)
  const textOf = (rows: readonly Row[]) => {
    const lines = rows.map(row =>
      columns
        .map(column => row.of(column) ?? '')
        .join(' ')
        .trim(),
    )
    return lines.join('\n')
  }
  const [before, after] = [textOf(old), textOf(fresh)]
  if (before === after) return []
  const isDoubted = [...old, ...fresh].some(row => columns.some(column => row.isDoubted(column)))
  const why = isDoubted ? 'doubtful' : before === '' || after === '' ? 'empty' : null
  const column = columns[0] as string
  return [changeBetween(two, column, { old: before, new: after, why }, sayingOf(rules, column))]
}
