import type { Doc } from '../../envelope.ts'
import type { RowSource, Table } from '../../layouts/kit/tables.ts'
import { type Cell, type Column, type Form, type Keys, leadingColumns, rowNoColumn } from './columns.ts'
import { firstPage } from './first-pages.ts'
import { itemsAt, valueAt } from './items.ts'
import { isMain, keysOf } from './keys.ts'
import type { Route } from './paths.ts'
import { enteredSteps, type Origin, planColumns, rowRoute } from './plan-columns.ts'
import { trustCells, trustColumns } from './trust-columns.ts'

/** The municipality all documents are of: Sapporo, in the national code of local governments. */
const municipalityCode = '011002'

/** What is known of a table before it is filled. */
export interface TableHead extends Keys {
  readonly name: string
  readonly ja: string
  /** What one row is, in Japanese. */
  readonly rowIs: string
  readonly columns: readonly Column[]
}

/** A table that can be filled from documents. */
export interface TablePlan extends TableHead {
  /** The rows of one document, the `documentNo`-th of the run, counted from 1. */
  readonly rows: (doc: Doc, documentNo: number) => Cell[][]
  /** For each of its rows the JSON Pointers of its cells, null where a cell stands for no value of the document. */
  readonly pointers: (doc: Doc) => (string | null)[][]
}

/** A table with its rows, as writers take it. */
export interface TableData extends Pick<TableHead, 'name' | 'ja' | 'columns'> {
  readonly rows: readonly (readonly Cell[])[]
}

export const fill = ({ name, ja, columns, rows }: TablePlan, docs: readonly Doc[]): TableData => ({
  name,
  ja,
  columns,
  rows: docs.flatMap((doc, index) => rows(doc, index + 1)),
})

/** A row before its cells are read: `along` holds the value after each step of the row source's path, `pointers` where that is. */
interface Row {
  readonly doc: Doc
  readonly recordNo: number | null
  readonly page: number | null
  readonly no: number | null
  readonly along: readonly unknown[]
  readonly pointers: readonly string[]
}

/** One table of a layout. Throws a PathError where its definition does not fit the fields. */
export function planTable(form: Form, table: Table): TablePlan {
  const planned = planColumns(form, table)
  const sources = table.rows.map((source, index) => {
    const origins = planned.map(column => column.origins[index] ?? null)
    const cells = origins.map(origin => cellReader(source, origin))
    return { route: rowRoute(form, table, source.each), cells, pointers: origins.map(pointerReader) }
  })
  const isCounted = !isMain(table)
  const each = <T>(doc: Doc, read: (row: Row, source: (typeof sources)[number]) => T): T[] =>
    doc.layout === form.id ? sources.flatMap(source => rowsAt(doc, source.route).map(row => read(row, source))) : []
  return {
    name: table.name,
    ja: table.ja,
    ...keysOf(form, table),
    columns: [
      ...leadingColumns,
      ...(isCounted ? [rowNoColumn] : []),
      ...planned.map(({ column }) => column),
      ...trustColumns,
    ],
    rows: (doc, documentNo) => {
      const rowNo = isCounted ? counter() : undefined
      const trust = trustCells(doc)
      return each(doc, (row, { cells, pointers }) => [
        ...leadingCells({ ...row, documentNo }),
        ...(rowNo ? [rowNo(row.recordNo)] : []),
        ...cells.map(cell => cell(row)),
        ...trust(pointers.map(pointer => pointer(row))),
      ])
    },
    pointers: doc => {
      const leading = [...leadingColumns, ...(isCounted ? [rowNoColumn] : [])].map(() => null)
      const trust = trustColumns.map(() => null)
      return each(doc, (row, { pointers }) => [...leading, ...pointers.map(pointer => pointer(row)), ...trust])
    },
  }
}

/** Counts the rows of each record by themselves, and those of none. */
function counter(): (recordNo: number | null) => number {
  const counts = new Map<number | null, number>()
  return recordNo => {
    const next = (counts.get(recordNo) ?? 0) + 1
    counts.set(recordNo, next)
    return next
  }
}

export const planTables = (form: Form): TablePlan[] => form.tables.map(table => planTable(form, table))

/** The page of a record, as its rows show it. */
export const recordPageOf = (doc: Doc, recordNo: number | null): number | null =>
  (recordNo === null ? null : doc.recordPages[recordNo - 1]?.from) ?? null

/** The cells under the leading columns. */
export const leadingCells = ({
  doc,
  documentNo,
  page,
  recordNo,
}: Pick<Row, 'doc' | 'page' | 'recordNo'> & { readonly documentNo: number }): Cell[] => [
  municipalityCode,
  doc.source.path,
  page,
  recordNo,
  documentNo,
  recordPageOf(doc, recordNo),
]

function rowsAt(doc: Doc, route: Route): Row[] {
  if (route.root === 'header')
    return itemsAt(doc.header, route.steps, '/header').map(item => {
      return { ...item, doc, recordNo: null, page: pageOf(doc, item.pointers.at(-1) as string) }
    })
  return doc.records.flatMap((record, index) =>
    itemsAt(record, route.steps, `/records/${index}`).map(item => {
      // A record begins where its paper says, though a cell that it shares with the record above may begin before.
      const page = route.steps.length === 0 ? null : firstPage(doc, item.pointers.at(-1) as string)
      return { ...item, doc, recordNo: index + 1, page: page ?? recordPageOf(doc, index + 1), no: item.no ?? index + 1 }
    }),
  )
}

/** The page of something in the header, which may be anywhere: known from its places, or where there is only one page. */
function pageOf(doc: Doc, pointer: string): number | null {
  const { pages } = doc.source
  return pages && pages.from === pages.to ? pages.from : firstPage(doc, pointer)
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

/** The pointer of the value that a cell shows; null of a cell that shows none. */
function pointerReader(origin: Origin | null): (row: Row) => string | null {
  if (origin === null || 'counter' in origin) return () => null
  const { route } = origin
  const shared = enteredSteps(route).length
  const keys = route.steps.slice(shared).map(key => `/${key}`)
  return row => {
    const start = shared > 0 ? row.pointers[shared] : route.root === 'header' ? '/header' : row.pointers[0]
    return start === undefined ? null : start + keys.join('')
  }
}

const rootOf = ({ doc, recordNo }: Row, { root }: Route): unknown =>
  root === 'header' ? doc.header : recordNo === null ? null : doc.records[recordNo - 1]

/** A value as one cell: a list becomes its items, one a line. */
function cellOf(value: unknown): Cell {
  if (!Array.isArray(value)) return (value ?? null) as Cell
  const items = value.filter(item => item !== null)
  return items.length === 0 ? null : items.join('\n')
}
