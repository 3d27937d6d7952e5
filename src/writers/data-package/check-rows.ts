import type { TableField, TableSchema } from '../../walks/schema/table-schema.ts'

/** One thing wrong with a table: what was expected and found, and where. */
export interface RowProblem {
  readonly message: string
  readonly place: string
}

/** A table of a package as text, its rows without the head. */
export interface ReadTable {
  readonly schema: TableSchema
  readonly rows: readonly (readonly string[])[]
}

const patterns: { readonly [type in TableField['type']]: readonly [pattern: RegExp, what: string] } = {
  string: [/^/u, 'text'],
  year: [/^\d{4}$/u, 'a year'],
  integer: [/^-?\d+$/u, 'a whole number'],
  number: [/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu, 'a number'],
  boolean: [/^(?:true|false)$/u, 'true or false'],
}

/** What is wrong with the cells of a table, each by itself. */
export const cellProblems = ({ schema, rows }: ReadTable): RowProblem[] =>
  rows.flatMap((row, index) => {
    const { fields } = schema
    if (row.length !== fields.length)
      return [{ message: `expected ${fields.length} cells, found ${row.length}`, place: rowPlace(index) }]
    return fields.flatMap((field, column) => {
      const message = fault(field, row[column] as string)
      return message === undefined ? [] : [{ message, place: `${rowPlace(index)}, column ${field.name}` }]
    })
  })

/** The head is the first row of the file. */
const rowPlace = (index: number): string => `row ${index + 2}`

function fault({ type, constraints }: TableField, cell: string): string | undefined {
  if (cell === '') return constraints?.required ? 'expected a value, found nothing' : undefined
  const [pattern, what] = patterns[type]
  if (!pattern.test(cell)) return `expected ${what}, found ${JSON.stringify(cell)}`
  const values = constraints?.enum
  if (!values || values.map(String).includes(cell)) return undefined
  return `expected ${values.map(value => JSON.stringify(value)).join(' or ')}, found ${JSON.stringify(cell)}`
}

/** The cells of a row under some columns as one text; undefined where one of them is empty. */
function keyReader({ schema }: ReadTable, names: readonly string[]): (row: readonly string[]) => string | undefined {
  const columns = names.map(name => schema.fields.findIndex(field => field.name === name))
  return row => {
    const cells = columns.map(column => row[column] ?? '')
    return cells.includes('') ? undefined : JSON.stringify(cells)
  }
}

/** Rows that have the primary key of a row before them, or an empty one, and values that must be unique and are not. */
export function keyProblems(table: ReadTable): RowProblem[] {
  const unique = table.schema.fields.filter(field => field.constraints?.unique).map(field => [field.name])
  const keys = [table.schema.primaryKey, ...unique.filter(([name]) => name !== table.schema.primaryKey.join())]
  return keys.flatMap(names => {
    const keyOf = keyReader(table, names)
    const known = new Set<string>()
    return table.rows.flatMap((row, index) => {
      const key = keyOf(row)
      const isNew = key !== undefined && !known.has(key)
      if (isNew) known.add(key)
      const what = key === undefined ? `no whole key (${names})` : `the key ${key} (${names}) a second time`
      return isNew ? [] : [{ message: `expected a key of its own, found ${what}`, place: rowPlace(index) }]
    })
  })
}

/** Rows that name a row of another table which is not there. */
export function referenceProblems(
  table: ReadTable,
  tableOf: (resource: string) => ReadTable | undefined,
): RowProblem[] {
  return (table.schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const other = tableOf(reference.resource)
    if (!other) return [{ message: `expected the table ${reference.resource}, found no such table`, place: '' }]
    const known = new Set(other.rows.map(keyReader(other, reference.fields)))
    const keyOf = keyReader(table, fields)
    return table.rows.flatMap((row, index) => {
      const key = keyOf(row)
      if (key === undefined || known.has(key)) return []
      const message = `expected a row of ${reference.resource} with ${key} (${reference.fields}), found none`
      return [{ message, place: rowPlace(index) }]
    })
  })
}
