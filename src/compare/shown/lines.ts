import { catalogueOf } from '../../messages/catalogue.ts'
import type { AnyLanguage } from '../../messages/language.ts'
import type { Cell, Column } from '../../walks/tables/columns.ts'
import { type Change, kinds, type Part } from '../data/change.ts'
import type { Release, Row } from '../data/release.ts'
import type { Comparison } from '../diff/compare.ts'

/** A change as people read it. */
export interface Line {
  readonly record: string
  readonly what: string
  readonly old: string
  readonly new: string
  /** With its sign, and as a share; or why there is nothing to compare. */
  readonly difference: string
  readonly parts: readonly Part[]
}

export interface Section {
  readonly heading: string
  readonly kind: Change['kind']
  readonly lines: readonly Line[]
}

/** What two releases are and what differs, as texts in a language. */
export interface Report {
  readonly title: string
  readonly releases: string
  readonly counts: readonly string[]
  readonly sections: readonly Section[]
}

/** A comparison in words, the gravest changes first. */
export function reportOf(comparison: Comparison, old: Release, fresh: Release, language: AnyLanguage): Report {
  const words = catalogueOf(language).compare
  const titles = titlesOf([old, fresh], language)
  const counts = comparison.counts.flatMap(({ periods, ...count }) => [
    words.count({ ...count, table: titles.table(count.table) }),
    ...periods.map(period => words.period({ ...period, column: titles.column(count.table, period.column) })),
  ])
  const sections = kinds.flatMap(kind => {
    const changes = comparison.changes.filter(change => change.kind === kind)
    if (changes.length === 0) return []
    const heading = words.heading({ kind: words.kinds[kind], changes: changes.length })
    return [{ heading, kind, lines: changes.map(change => lineOf(change, titles, words)) }]
  })
  return { title: words.title, releases: words.releases({ old: old.name, new: fresh.name }), counts, sections }
}

type Words = ReturnType<typeof catalogueOf>['compare']

interface Titles {
  readonly table: (table: string) => string
  readonly column: (table: string, column: string) => string
  readonly cell: (table: string, column: string | null, cell: Cell) => string
  /** What of a record a change is about; `actual` and the like are words of ours. */
  readonly item: (table: string, item: string) => string
}

/** The names of tables, columns and words of ours: in Japanese those of the heads, else the names in the data. */
function titlesOf(releases: readonly Release[], language: AnyLanguage): Titles {
  const head = (table: string) => releases.map(each => each.tables.get(table)?.head).find(each => each !== undefined)
  const known = (table: string, name: string | null): Column | undefined =>
    head(table)?.columns.find(column => column.name === name)
  const isJapanese = language === 'ja'
  const labelOf = (table: string, word: string) =>
    head(table)?.columns.find(({ labels }) => labels?.[word] !== undefined)?.labels?.[word] ?? word
  return {
    item: (table, item) =>
      isJapanese
        ? item
            .split(' ')
            .map(word => labelOf(table, word))
            .join(' ')
        : item,
    table: table => (isJapanese && head(table)?.ja) || table,
    column: (table, column) => (isJapanese && known(table, column)?.ja) || column,
    cell: (table, column, cell) => {
      if (typeof cell === 'number' && known(table, column)?.type !== 'year')
        return cell.toLocaleString('en', { maximumFractionDigits: 6 })
      return (isJapanese && known(table, column)?.labels?.[String(cell)]) || String(cell)
    },
  }
}

function lineOf(change: Change, titles: Titles, words: Words): Line {
  const { table, key, name, item, column } = change
  const place = column === null ? null : titles.column(table, column)
  const shown = (cell: Cell) => (cell === null ? '' : titles.cell(table, column, cell))
  const what = [titles.table(table), item === null ? null : titles.item(table, item), place]
    .filter(word => word !== null)
    .join(' · ')
  const row = change.newRow ?? change.oldRow
  // What has no code is found by its place alone.
  const source =
    change.why === 'key' && row ? words.at({ side: change.newRow ? 'new' : 'old', source: placeOf(row) }) : null
  const record = [key, name, source].filter(word => word !== null).join(' ')
  const common = { record, what, parts: change.parts }
  if (change.kind === 'form' && typeof change.old === 'boolean')
    return { ...common, old: '', new: '', difference: words.onlyIn({ side: change.old ? 'old' : 'new' }) }
  if (change.kind === 'duplicate')
    return { ...common, old: '', new: '', difference: words.severalTimes({ side: change.oldRow ? 'old' : 'new' }) }
  return { ...common, old: shown(change.old), new: shown(change.new), difference: differenceOf(change, words) }
}

const placeOf = (row: Row): string =>
  [row.of('source'), row.of('record_page')].filter(cell => cell !== null).join(' p.')

function differenceOf({ difference, share, why }: Change, words: Words): string {
  if (why !== null) return words.why[why]
  if (difference === null) return ''
  const sign = difference > 0 ? '+' : '−'
  const amount = Math.abs(difference).toLocaleString('en', { maximumFractionDigits: 6 })
  return `${sign}${amount}${share === null ? '' : ` (${sign}${(Math.abs(share) * 100).toFixed(1)}%)`}`
}
