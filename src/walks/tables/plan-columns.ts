import { type Field, isField, isList } from '../../layouts/kit/fields.ts'
import type { ColumnSource, Path, Table } from '../../layouts/kit/tables.ts'
import { type Column, type Form, leadingColumns, plainColumn, rowNoColumn } from './columns.ts'
import {
  into,
  itemField,
  PathError,
  pathOf,
  present,
  type Route,
  routeOf,
  type Shapes,
  shapeAt,
  valuesOf,
} from './paths.ts'
import { trustColumns } from './trust-columns.ts'

/** Where a cell comes from, for the rows of one source. */
export type Origin = { readonly route: Route } | { readonly counter: '$kind' | '$no' }

/** A column, and for each row source of the table in turn where its cells come from (null: they are empty). */
export interface PlannedColumn {
  readonly column: Column
  readonly origins: readonly (Origin | null)[]
}

/**
 * The columns of a table after the leading ones, in the order of its definition.
 *
 * Throws a PathError for a path that no field answers to, and for a column that would be empty in every row.
 */
export function planColumns(form: Form, table: Table): PlannedColumn[] {
  const routes = table.rows.map(source => rowRoute(form, table, source.each))
  const planned = Object.entries(table.columns).map(([name, source]) => planColumn(form, table, routes, name, source))
  const taken = [...leadingColumns, rowNoColumn, ...trustColumns].find(column =>
    Object.hasOwn(table.columns, column.name),
  )
  if (taken) throw new PathError(`${table.name}: "${taken.name}" is a column of every table already`)
  return withUniqueTitles(planned)
}

/** The route of a row source, once it is sure that single rows are at its end. */
export function rowRoute(form: Shapes, table: Pick<Table, 'name'>, each: string): Route {
  const route = routeOf(each)
  if (isList(shapeAt(form, route))) throw new PathError(`${table.name}: rows of "${each}" are lists; enter them by []`)
  return route
}

function planColumn(
  form: Form,
  table: Table,
  routes: readonly Route[],
  name: string,
  source: ColumnSource,
): PlannedColumn {
  const { path, ja } = isTitled(source) ? source : { path: source, ja: null }
  try {
    if (path === '$kind') return { column: kindColumn(name, ja, table), origins: routes.map(() => ({ counter: path })) }
    if (path === '$no') return { column: noColumn(name, ja), origins: routes.map(() => ({ counter: path })) }
    const origins = originsOf(form, routes, path)
    return { column: columnOf(form, name, ja, origins), origins }
  } catch (error) {
    if (error instanceof PathError) throw new PathError(`${table.name}.${name}: ${error.message}`)
    throw error
  }
}

function kindColumn(name: string, ja: string | null, table: Table): Column {
  const kinds = [...new Set(table.rows.flatMap(source => source.kind ?? []))]
  if (kinds.length === 0) throw new PathError('no row source of the table has a kind')
  const named = table.rows.flatMap(({ kind, ja: label }) => (kind && label ? [[kind, label] as const] : []))
  const labels = named.length === 0 ? null : Object.fromEntries(named)
  return plainColumn(name, ja ?? '種別', 'string', { example: kinds[0] as string, values: kinds, labels })
}

const noColumn = (name: string, ja: string | null): Column =>
  plainColumn(name, ja ?? '項番', 'integer', { example: '1', description: '同じ並びの中の番号。1から' })

const isTitled = (source: ColumnSource): source is { readonly path: Path; readonly ja: string } =>
  typeof source === 'object' && 'path' in source

/** For each row source the first of the paths that its rows reach. */
function originsOf(form: Form, routes: readonly Route[], paths: Path): ({ readonly route: Route } | null)[] {
  const each = typeof paths === 'string' ? [paths] : paths
  const reached = each.map(path => (path === '.' ? ownRoutes(form, routes) : routesReached(form, routes, path)))
  const useless = each.find((_, index) => reached[index]?.every(route => route === null))
  if (useless !== undefined) throw new PathError(`no row source of the table reaches "${useless}"`)
  return routes.map((_, index) => {
    const route = reached.map(found => found[index]).find(found => found != null)
    return route ? { route } : null
  })
}

/** `.` is the row itself, where it is a value; a row that is a group has no such cell. */
const ownRoutes = (form: Form, routes: readonly Route[]): (Route | null)[] =>
  routes.map(row => (isField(shapeAt(form, row)) ? row : null))

/** A path through a list means the item the row is in, so it reaches only rows that come from within that list. */
function routesReached(form: Form, routes: readonly Route[], path: string): (Route | null)[] {
  const route = routeOf(path)
  valueField(form, route)
  const entered = enteredSteps(route)
  const isReached = (row: Route) =>
    entered.length === 0 ? route.root === 'header' || row.root === 'record' : isWithin(row, route.root, entered)
  return routes.map(row => (isReached(row) ? route : null))
}

/** The steps of a route up to the last list it enters. */
export const enteredSteps = (route: Route): readonly string[] => route.steps.slice(0, route.steps.lastIndexOf(into) + 1)

const isWithin = (row: Route, root: Route['root'], entered: readonly string[]): boolean =>
  row.root === root && entered.every((step, index) => row.steps[index] === step)

/** The field whose values are at the end of a route, and whether they are lists that one cell must hold. */
function valueField(form: Shapes, route: Route) {
  const shape = shapeAt(form, route)
  const item = isField(shape) ? itemField(shape) : isList(shape) ? present(shape[0]) : undefined
  const field = item ?? shape
  if (isField(field) && !itemField(field)) return { field, isList: item !== undefined }
  throw new PathError(`"${pathOf(route)}" is neither a value nor a list of values`)
}

function columnOf(
  form: Form,
  name: string,
  ja: string | null,
  origins: readonly ({ readonly route: Route } | null)[],
): Column {
  const routes = origins.flatMap(origin => (origin ? [origin.route] : []))
  const found = routes.map(route => valueField(form, route))
  const fields = found.map(each => each.field)
  const values = found.map(each => (each.isList ? null : valuesOf(each.field.out)))
  const type = common(found.map(each => (each.isList ? 'string' : each.field.type))) ?? 'string'
  return {
    name,
    ja: ja ?? common(fields.map(field => field.ja)) ?? '内容',
    type,
    unit: common(fields.map(field => field.unit ?? null)),
    example: fields.find(field => field.example !== undefined)?.example ?? null,
    values: values.every(each => each !== null) ? [...new Set(values.flat())] : null,
    labels: labelsOf(fields),
    description: describe(found, type === 'year'),
    required: false,
    paths: [...new Set(routes.map(pathOf))],
  }
}

function labelsOf(fields: readonly Field<unknown>[]): Column['labels'] {
  const labels = fields.flatMap(field => Object.entries(field.labels ?? {}))
  return labels.length === 0 ? null : Object.fromEntries(labels)
}

function describe(found: readonly { readonly isList: boolean }[], isYear: boolean): string | null {
  if (isYear) return '会計年度（4月始まり）の西暦'
  return found.some(each => each.isList) ? '複数のときは改行で区切る' : null
}

/** The one thing that all are, or null where they differ. */
const common = <T>(items: readonly T[]): T | null => (new Set(items).size === 1 ? (items[0] as T) : null)

/** Titles that occur twice get the column's name beside them: 年度（sheet_fiscal_year）. */
function withUniqueTitles(planned: readonly PlannedColumn[]): PlannedColumn[] {
  const titles = [...leadingColumns, ...trustColumns, ...planned.map(({ column }) => column)].map(column => column.ja)
  const isTwice = (ja: string) => titles.filter(title => title === ja).length > 1
  return planned.map(({ column, origins }) =>
    isTwice(column.ja) ? { column: { ...column, ja: `${column.ja}（${column.name}）` }, origins } : { column, origins },
  )
}
