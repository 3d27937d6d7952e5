import { type Column, headerOf } from '../../walks/tables/columns.ts'
import type { TableHead } from '../../walks/tables/table-rows.ts'

/** A table that lies beside the script as a CSV file in UTF-8. */
export interface TableFile {
  readonly table: TableHead
  readonly path: string
}

/** What the types of columns are called in a dialect of SQL. */
export type TypeNames = { readonly [type in Column['type']]: string }

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The definition of a table with its keys; references to tables that are not among `present` are left out. `ending` closes it. */
export function createTable(
  { name, ja, columns, primaryKey, foreignKeys }: TableHead,
  { types, present, ending = ';' }: { types: TypeNames; present: ReadonlySet<string>; ending?: string },
): string {
  const keys = [
    `PRIMARY KEY (${namesIn(primaryKey)})`,
    ...foreignKeys
      .filter(({ table }) => present.has(table))
      .map(({ fields, table }) => `FOREIGN KEY (${namesIn(fields)}) REFERENCES ${quoted(table)} (${namesIn(fields)})`),
  ]
  const isKey = (column: Column) => column.required || primaryKey.includes(column.name)
  return [
    `-- ${ja}`,
    `CREATE TABLE ${quoted(name)} (`,
    ...columns.map(
      column =>
        `  ${quoted(column.name)} ${types[column.type]}${isKey(column) ? ' NOT NULL' : ''}, -- ${headerOf(column, 'ja')}`,
    ),
    ...keys.map((key, index) => `  ${key}${index < keys.length - 1 ? ',' : ''}`),
    `)${ending}`,
  ].join('\n')
}

const namesIn = (names: readonly string[]): string => names.map(quoted).join(', ')

/** The tables in an order in which each comes after those that it refers to. */
export function inOrderOfReference(files: readonly TableFile[]): TableFile[] {
  const names = new Set(files.map(({ table }) => table.name))
  const ordered: TableFile[] = []
  const add = (file: TableFile): void => {
    if (ordered.includes(file)) return
    const needed = file.table.foreignKeys.map(each => each.table).filter(name => names.has(name))
    for (const other of files) if (other !== file && needed.includes(other.table.name)) add(other)
    ordered.push(file)
  }
  for (const file of files) add(file)
  return ordered
}
