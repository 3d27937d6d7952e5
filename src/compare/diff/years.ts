import { groupBy } from '../../document/group-by.ts'
import { type Change, changeOf } from '../data/change.ts'
import type { Row } from '../data/release.ts'
import type { ChildRules } from '../data/rules.ts'
import { changeAt, type Two } from './cells.ts'
import { looseKeyOf } from './grouping.ts'

type Yearly = NonNullable<ChildRules['yearly']>

/**
 * What differs between figures of years: the same year in both releases must agree, and the latest year of one is compared with the latest
 * of the other.
 */
export function yearlyChanges(
  two: Two,
  rules: ChildRules,
  yearly: Yearly,
  old: readonly Row[],
  fresh: readonly Row[],
): Change[] {
  const before = groupBy(old, row => looseKeyOf(row, yearly.series))
  const after = groupBy(fresh, row => looseKeyOf(row, yearly.series))
  const all = [...new Set([...before.keys(), ...after.keys()])]
  return all.flatMap(series => seriesChanges(two, rules, yearly, before.get(series) ?? [], after.get(series) ?? []))
}

function seriesChanges(
  two: Two,
  rules: ChildRules,
  yearly: Yearly,
  old: readonly Row[],
  fresh: readonly Row[],
): Change[] {
  const [own, other] = [old[0], fresh[0]]
  if (!own || !other) return [lacking(two, yearly, own, other)]
  const [before, after] = [byYear(old, yearly), byYear(fresh, yearly)]
  const both = [...before.years.keys()].filter(year => after.years.has(year))
  const isSame = (year: number) => ({ from: before.years.get(year) as Row, to: after.years.get(year) as Row })
  const agreeing = both.flatMap(year => rowChanges(two, rules, yearly, isSame(year), 'disagreement'))
  const twice = [...before.twice, ...after.twice].map(row => duplicate(two, rules, yearly, row))
  const [from, to] = [latest(before.years), latest(after.years)]
  const isLater = yearly.isLatestCompared && from && to && from.of(yearly.year) !== to.of(yearly.year)
  return [...twice, ...agreeing, ...(isLater ? rowChanges(two, rules, yearly, { from, to }) : [])]
}

/** Figures of a kind that one release alone has. */
function lacking(two: Two, yearly: Yearly, own: Row | undefined, other: Row | undefined): Change {
  const row = (own ?? other) as Row
  const sides = { oldRow: own ?? null, newRow: other ?? null }
  return changeOf('not_comparable', row.table, {
    ...two.about,
    item: itemOf(two, yearly, row, row),
    why: 'empty',
    ...sides,
  })
}

/** The one row of each year; rows of a year that has several, or of an unknown one, stand apart. */
function byYear(rows: readonly Row[], { year }: Yearly) {
  const known = rows.filter(row => typeof row.of(year) === 'number' && !row.isDoubted(year))
  const groups = [...groupBy(known, row => String(row.of(year))).values()]
  const single = groups.filter(group => group.length === 1).map(([row]) => row as Row)
  return {
    years: new Map(single.map(row => [row.of(year) as number, row])),
    twice: groups.filter(group => group.length > 1).map(([row]) => row as Row),
  }
}

const latest = (years: ReadonlyMap<number, Row>): Row | undefined => years.get(Math.max(...years.keys()))

const duplicate = (two: Two, rules: ChildRules, yearly: Yearly, row: Row): Change =>
  changeOf('duplicate', rules.table, {
    ...two.about,
    item: itemOf(two, yearly, row, row),
    oldRow: two.old,
    newRow: two.new,
  })

function rowChanges(
  two: Two,
  rules: ChildRules,
  yearly: Yearly,
  { from, to }: { readonly from: Row; readonly to: Row },
  kind?: 'disagreement',
): Change[] {
  const between = { old: from, new: to, about: { ...two.about, item: itemOf(two, yearly, from, to) } }
  const saying = kind ? { kind } : {}
  return rules.values.flatMap(columns => changeAt(between, shared(columns, from, to), saying))
}

/** The first of some columns that both rows have; the last one where they share none. */
const shared = (columns: readonly [string, ...string[]], from: Row, to: Row): string =>
  columns.find(column => from.of(column) !== null && to.of(column) !== null) ?? (columns.at(-1) as string)

/** `成果指標 就職者数 2022 actual`, or with two years `2022 → 2023`. */
function itemOf({ about }: Two, { year, series }: Yearly, from: Row, to: Row): string {
  const years = [...new Set([from.of(year), to.of(year)])].join(' → ')
  return [about.item, years, ...series.map(column => to.of(column))].filter(word => word != null).join(' ')
}
