import type { Column } from '../../walks/tables/columns.ts'
import { type Change, changeOf } from '../data/change.ts'
import { formRules } from '../data/forms.ts'
import type { Release, Row } from '../data/release.ts'
import type { FormRules } from '../data/rules.ts'
import { changeAt, changeBetween, type Two } from './cells.ts'
import { childChanges, childRows } from './children.ts'
import { editionChanges, labelsOf, oneSided, sharedValues } from './form-changes.ts'
import { joinedRows, shownKey } from './grouping.ts'
import { paired } from './pairing.ts'

/** How much of a form two releases have. */
export interface Count {
  readonly table: string
  readonly old: number
  readonly new: number
  readonly paired: number
  /** Values of the columns that say which time the documents are about. */
  readonly periods: readonly { readonly column: string; readonly old: string; readonly new: string }[]
}

/** What differs between two releases. */
export interface Comparison {
  readonly counts: readonly Count[]
  readonly changes: readonly Change[]
}

/** Compares two releases, form by form. */
export function compareReleases(old: Release, fresh: Release): Comparison {
  const found = formRules.map(rules => compareForm(old, fresh, rules)).filter(each => each !== undefined)
  return {
    counts: found.map(({ count }) => count),
    changes: [...editionChanges(old, fresh), ...found.flatMap(({ changes }) => changes)],
  }
}

function compareForm(old: Release, fresh: Release, rules: FormRules) {
  const { main, lines } = rules
  const [before, after] = [old, fresh].map(({ rowsOf }) =>
    lines ? joinedRows(rowsOf(main), lines.of, lines.text) : rowsOf(main),
  ) as [readonly Row[], readonly Row[]]
  if (before.length + after.length === 0) return undefined
  const keys = keysFor(rules, before, after)
  const pairing = paired(before, after, keys, rules.name)
  const told = (row: Row) => ({ key: shownKey(row, keys[0] ?? []), name: nameOf(row, rules), item: null })
  const alone = (kind: 'new' | 'ended', rows: readonly Row[]) =>
    rows.map(row => changeOf(kind, rules.main, { ...told(row), [kind === 'new' ? 'newRow' : 'oldRow']: row }))
  const columns = comparedColumns(fresh, old, rules)
  const form = oneSided(old, fresh, main, columns)
  const isForm = new Set(form.map(({ column }) => column))
  const compared = columns.filter(column => !isForm.has(column))
  const children = rules.children.map(each => {
    const { isShared, changes: ofLabels } = labelsOf(old, fresh, each)
    const { child, changes: ofValues } = sharedValues(old, fresh, each)
    const sides = { old: childRows(old, each), new: childRows(fresh, each), isShared }
    return { child, sides, ofForm: [...ofLabels, ...ofValues] }
  })
  const pairs = pairing.pairs.map(pair => ({ ...pair, about: told(pair.new) }))
  const changes = [
    ...pairing.duplicates.map(({ side, rows }) => duplicate(rules, side, rows, told)),
    ...pairing.keyless.map(({ side, row }) =>
      changeOf('not_comparable', rules.main, { ...told(row), why: 'key', [side === 'new' ? 'newRow' : 'oldRow']: row }),
    ),
    ...alone('new', pairing.new),
    ...alone('ended', pairing.ended),
    ...form,
    ...children.flatMap(({ ofForm }) => ofForm),
    ...pairs.flatMap(two => [
      ...recordChanges(two, rules, compared, keys[0] ?? []),
      ...children.flatMap(({ child, sides }) => childChanges(two, child, sides)),
    ]),
  ]
  const periods = rules.periods.flatMap(column => periodOf(column, before, after))
  return {
    count: { table: rules.main, old: before.length, new: after.length, paired: pairs.length, periods },
    changes,
  }
}

/** Where a release has records of several years, one record of each belongs together. */
function keysFor(
  { keys, year }: FormRules,
  old: readonly Row[],
  fresh: readonly Row[],
): readonly (readonly string[])[] {
  if (year === undefined) return keys
  const isSeveral = [old, fresh].some(
    rows => new Set(rows.map(row => row.of(year)).filter(cell => cell !== null)).size > 1,
  )
  return isSeveral ? keys.map(columns => [year, ...columns]) : keys
}

const nameOf = (row: Row, { name }: FormRules): string | null => {
  const cell = row.of(name)
  return cell === null ? null : String(cell)
}

function duplicate(
  rules: FormRules,
  side: 'old' | 'new',
  rows: readonly Row[],
  told: (row: Row) => Two['about'],
): Change {
  const [row] = rows as readonly [Row]
  const more = { ...told(row), [side]: rows.length, [side === 'old' ? 'oldRow' : 'newRow']: row }
  return changeOf('duplicate', rules.main, more)
}

/** What every table has besides its data. */
const apart: readonly string[] = [
  'municipality_code',
  'source',
  'source_page',
  'record_no',
  'document_no',
  'record_page',
  'row_no',
  'doubts',
  'by_hand',
]

function comparedColumns(fresh: Release, old: Release, rules: FormRules): string[] {
  const columns = [fresh, old].flatMap(release => release.tables.get(rules.main)?.head.columns ?? [])
  const names = [...new Set(columns.map(({ name }: Column) => name))]
  const others = [...apart, ...rules.periods, ...rules.departments]
  return names.filter(name => !others.includes(name))
}

function recordChanges(two: Two, rules: FormRules, columns: readonly string[], key: readonly string[]): Change[] {
  return [
    ...departmentChange(two, rules),
    ...columns.flatMap(column => {
      const isKey = key.includes(column)
      if (column === rules.name) return changeAt(two, column, { kind: 'renamed' })
      if (isKey) return changeAt(two, column, { kind: 'recoded' })
      return changeAt(two, column, rules.choices.includes(column) ? { kind: 'choice' } : {})
    }),
  ]
}

/** The department as a whole, its code and its name. */
function departmentChange(two: Two, { departments }: FormRules): Change[] {
  const [first] = departments
  if (first === undefined || departments.every(column => two.old.of(column) === two.new.of(column))) return []
  const textOf = (row: Row) =>
    departments
      .map(column => row.of(column) ?? '')
      .join(' ')
      .trim()
  const isDoubted = departments.some(column => two.old.isDoubted(column) || two.new.isDoubted(column))
  const isLacking = departments.some(column => (two.old.of(column) === null) !== (two.new.of(column) === null))
  const why = isDoubted ? 'doubtful' : isLacking ? 'empty' : null
  const column = departments.at(-1) as string
  return [changeBetween(two, column, { old: textOf(two.old), new: textOf(two.new), why }, { kind: 'moved' })]
}

function periodOf(column: string, old: readonly Row[], fresh: readonly Row[]): Count['periods'] {
  const valuesOf = (rows: readonly Row[]) =>
    [...new Set(rows.map(row => row.of(column)))]
      .filter(cell => cell !== null)
      .sort()
      .join(', ')
  const [before, after] = [valuesOf(old), valuesOf(fresh)]
  const isLong = [before, after].some(text => text.length > 40)
  return before === after || isLong ? [] : [{ column, old: before, new: after }]
}
