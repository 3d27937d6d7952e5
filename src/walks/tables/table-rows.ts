import type { Doc } from '../../envelope.ts'
import type { RowSource, Table } from '../../layouts/kit/tables.ts'
import { type Cell, type Column, type Form, leadingColumns } from './columns.ts'
import { into, type Route } from './paths.ts'
import { enteredSteps, type Origin, planColumns, rowRoute } from './plan-columns.ts'

/** The municipality all documents are of: Sapporo, in the national code of local governments. */
const municipalityCode = '011002'

/** A table that can be filled from documents. */
export interface TablePlan {
  readonly name: string
  readonly ja: string
  readonly columns: readonly Column[]
  readonly rows: (docs: readonly Doc[]) => Cell[][]
}

/** A table with its rows, as writers take it. */
export interface TableData {
  readonly name: string
  readonly ja: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

export const fill = ({ name, ja, columns, rows }: TablePlan, docs: readonly Doc[]): TableData => ({
  name,
  ja,
  columns,
  rows: rows(docs),
})

/** A row before its cells are read: `along` holds the value after each step of the row source's path. */
interface Row {
  readonly doc: Doc
  readonly recordNo: number | null
  readonly page: number | null
  readonly no: number | null
  readonly along: readonly unknown[]
}

/** One table of a layout. Throws a PathError where its definition does not fit the fields. */
export function planTable(form: Form, table: Table): TablePlan {
  const planned = planColumns(form, table)
  const sources = table.rows.map((source, index) => ({
    route: rowRoute(form, table, source.each),
    cells: planned.map(({ origins }) => cellReader(source, origins[index] ?? null)),
  }))
  const rowsOf = (doc: Doc): Cell[][] =>
    sources.flatMap(({ route, cells }) =>
      rowsAt(doc, route).map(row => [...leadingCells(row), ...cells.map(cell => cell(row))]),
    )
  return {
    name: table.name,
    ja: table.ja,
    columns: [...leadingColumns, ...planned.map(({ column }) => column)],
    rows: docs => docs.filter(doc => doc.layout === form.id).flatMap(rowsOf),
  }
}

export const planTables = (form: Form): TablePlan[] => form.tables.map(table => planTable(form, table))

/** The cells under the leading columns. */
export const leadingCells = ({ doc, page, recordNo }: Pick<Row, 'doc' | 'page' | 'recordNo'>): Cell[] => [
  municipalityCode,
  doc.source.path,
  page,
  recordNo,
]

function rowsAt(doc: Doc, route: Route): Row[] {
  if (route.root === 'header')
    return itemsAt(doc.header, route.steps, '/header').map(({ along, no, pointer }) => {
      return { doc, recordNo: null, page: pageOf(doc, pointer), no, along }
    })
  return doc.records.flatMap((record, index) => {
    const page = doc.recordPages[index]?.from ?? null
    return itemsAt(record, route.steps, '').map(({ along, no }) => {
      return { doc, recordNo: index + 1, page, no: no ?? index + 1, along }
    })
  })
}

interface Item {
  readonly along: readonly unknown[]
  /** Its number in the innermost list, from 1. */
  readonly no: number | null
  readonly pointer: string
}

/** The items at the end of a row source's path; a group that is missing has none. */
function itemsAt(root: unknown, steps: readonly string[], pointer: string): Item[] {
  let items: Item[] = [{ along: [root], no: null, pointer }]
  for (const step of steps) items = items.flatMap(item => (step === into ? entered(item) : [keyed(item, step)]))
  return items.filter(({ along }) => steps.at(-1) === into || along.at(-1) != null)
}

function entered({ along, pointer }: Item): Item[] {
  const list = along.at(-1)
  if (!Array.isArray(list)) return []
  return list.map((value, index) => ({ along: [...along, value], no: index + 1, pointer: `${pointer}/${index}` }))
}

const keyed = ({ along, no, pointer }: Item, key: string): Item => ({
  along: [...along, valueAt(along.at(-1), key)],
  no,
  pointer: `${pointer}/${key}`,
})

const valueAt = (value: unknown, key: string): unknown =>
  value !== null && typeof value === 'object' ? (value as { readonly [key: string]: unknown })[key] : null

/** The page of something in the header, which may stand anywhere: known from its places, or where there is only one page. */
function pageOf(doc: Doc, pointer: string): number | null {
  const { pages } = doc.source
  if (pages && pages.from === pages.to) return pages.from
  const places = Object.entries(doc.provenance ?? {}).filter(([at]) => at === pointer || at.startsWith(`${pointer}/`))
  return places[0]?.[1][0]?.page ?? null
}

function cellReader(source: RowSource, origin: Origin | null): (row: Row) => Cell {
  if (origin === null) return () => null
  if ('counter' in origin) return origin.counter === '$no' ? row => row.no : () => source.kind ?? null
  const { route } = origin
  const shared = enteredSteps(route).length
  const start = (row: Row): unknown => (shared > 0 ? row.along[shared] : rootOf(row, route))
  const keys = route.steps.slice(shared)
  return row => cellOf(keys.reduce<unknown>((value, key) => valueAt(value, key), start(row)))
}

const rootOf = ({ doc, recordNo }: Row, { root }: Route): unknown =>
  root === 'header' ? doc.header : recordNo === null ? null : doc.records[recordNo - 1]

/** A value as one cell: a list becomes its items, one a line. */
function cellOf(value: unknown): Cell {
  if (!Array.isArray(value)) return (value ?? null) as Cell
  const items = value.filter(item => item !== null)
  return items.length === 0 ? null : items.join('\n')
}
