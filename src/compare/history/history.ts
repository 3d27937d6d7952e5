import { groupBy } from '../../document/group-by.ts'
import { type Cell, type Column, plainColumn } from '../../walks/tables/columns.ts'
import type { TableHead } from '../../walks/tables/table-rows.ts'
import type { Release, Row } from '../data/release.ts'
import type { ReleaseTable } from '../data/table.ts'

import { type Measure, measures } from './measures.ts'

/** One figure as one release prints it. */
interface Figure {
  readonly key: readonly Cell[]
  readonly value: Cell
  readonly text: Cell
  readonly unit: string | null
  readonly isDoubted: boolean
  readonly release: string
  /** The place of the release among those given, the oldest first. */
  readonly order: number
  readonly row: Row
}

/** The figures of the sheets of some releases, the oldest first: a long table for each measure, each figure once. */
export const historyOf = (releases: readonly Release[]): ReleaseTable[] =>
  measures.map(measure => panelOf(releases, measure))

function panelOf(releases: readonly Release[], measure: Measure): ReleaseTable {
  const figures = releases.flatMap((release, order) => figuresOf(release, order, measure))
  const rows = [...groupBy(figures, identityOf).values()].map(rowOf(measure)).filter(row => row !== undefined)
  return { head: headOf(releases, measure), rows: rows.sort(byCells) }
}

function figuresOf(release: Release, order: number, measure: Measure): Figure[] {
  const { table, only, about, year, series, values, text } = measure
  const units = new Map(release.tables.get(table)?.head.columns.map(column => [column.name, column.unit]))
  const rows = release.rowsOf(table).filter(row => !only || row.of(only.column) === only.is)
  return rows.flatMap(row =>
    values.map(column => ({
      key: [...['account_code', 'project_code', ...about, year, series].map(name => row.of(name)), column],
      value: row.of(column),
      text: text === undefined ? null : row.of(text),
      unit: units.get(column) ?? null,
      isDoubted: [column, year, series, ...(text === undefined ? [] : [text])].some(name => row.isDoubted(name)),
      release: release.name,
      order,
      row,
    })),
  )
}

/** A figure whose key has a gap is like no other. */
function identityOf({ key, row, order }: Figure): string {
  const own = key.includes(null) ? [order, row.of('document_no'), row.of('record_no'), row.of('row_no')] : []
  return JSON.stringify([...key, ...own])
}

const sheetYear = ({ row }: Figure): number => Number(row.of('sheet_fiscal_year') ?? 0)
const isEmpty = ({ value, text }: Figure): boolean => value === null && text === null
const shownIn = ({ value, text }: Figure): string => String(value ?? text)

/** The later one first; before it nothing but what is beyond doubt. */
const byTrust = (a: Figure, b: Figure): number =>
  Number(isEmpty(a)) - Number(isEmpty(b)) ||
  Number(a.isDoubted) - Number(b.isDoubted) ||
  sheetYear(b) - sheetYear(a) ||
  b.order - a.order

/** The row of a figure that several releases may print; undefined where none prints it and none leaves it in doubt. */
const rowOf =
  ({ text }: Measure) =>
  (figures: readonly Figure[]): Cell[] | undefined => {
    const [first, ...others] = figures.toSorted(byTrust)
    if (!first || (isEmpty(first) && !first.isDoubted)) return undefined
    const differing = others.filter(other => !isEmpty(other) && shownIn(other) !== shownIn(first))
    const isSame = (other: Figure) => other.order === first.order && sheetYear(other) === sheetYear(first)
    // Two sheets of one project in one release: which of them is right is not known.
    const isOpen = differing.some(other => isSame(other) && other.isDoubted === first.isDoubted)
    const told = isOpen ? [first, ...differing] : differing
    const { row, key, unit } = first
    return [
      ...key.slice(0, 2),
      row.of('project_name'),
      ...key.slice(2),
      isOpen ? null : first.value,
      ...(text === undefined ? [] : [isOpen ? null : first.text]),
      unit,
      first.isDoubted || isOpen,
      new Set(figures.filter(figure => !isEmpty(figure)).map(({ order }) => order)).size,
      told.length === 0 ? null : told.map(figure => `${shownIn(figure)}（${figure.release}）`).join('\n'),
      first.release,
      row.of('sheet_fiscal_year'),
      row.of('source'),
      row.of('record_page'),
    ]
  }

function byCells(a: readonly Cell[], b: readonly Cell[]): number {
  for (const [index, cell] of a.entries()) {
    const other = b[index] ?? null
    if (cell === other) continue
    if (cell === null || other === null) return cell === null ? -1 : 1
    return cell < other ? -1 : 1
  }
  return 0
}

function headOf(releases: readonly Release[], measure: Measure): TableHead {
  const { name, ja, table, about, year, series, values, text } = measure
  const heads = releases.flatMap(release => release.tables.get(table)?.head.columns ?? [])
  const known = (column: string): Column =>
    heads.find(head => head.name === column) ?? plainColumn(column, column, 'string')
  const labels = Object.fromEntries(values.map(value => [value, known(value).ja]))
  const columns: Column[] = [
    ...['account_code', 'project_code', 'project_name', ...about].map(known),
    { ...known(year), name: 'fiscal_year' },
    { ...known(series), name: 'kind' },
    plainColumn('measure', '項目', 'string', { values, labels, required: true }),
    plainColumn('value', '値', 'number'),
    ...(text === undefined ? [] : [known(text)]),
    plainColumn('unit', '単位', 'string'),
    plainColumn('doubtful', '疑い', 'boolean', { required: true }),
    plainColumn('releases', '記載のある公開分の数', 'integer', { required: true }),
    plainColumn('disagreement', '異なる値', 'string', { description: '値（公開分）。複数のときは改行で区切る' }),
    plainColumn('release', '公開分', 'string', { required: true }),
    plainColumn('sheet_fiscal_year', '調書の年度', 'year', { description: '会計年度（4月始まり）の西暦' }),
    plainColumn('source', '出典ファイル', 'string', { required: true }),
    plainColumn('source_page', '出典ページ', 'integer'),
  ]
  const primaryKey = ['account_code', 'project_code', ...about, 'fiscal_year', 'kind', 'measure']
  return { name, ja, rowIs: '1行が1つの値', columns, primaryKey, foreignKeys: [] }
}
