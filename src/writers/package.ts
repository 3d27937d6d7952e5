import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TableData } from '../walks/table-rows.ts'
import { csv } from './csv.ts'
import { dataPackage, descriptorName, formerTables } from './datapackage.ts'
import { writeFolder } from './files.ts'
import type { OutputFile, TableOptions } from './writer.ts'

/** The files of a folder of tables: a CSV each, and the descriptor last. */
export function packageFiles(tables: readonly TableData[], options: TableOptions = {}): OutputFile[] {
  const resources = tables.map(table => ({
    table,
    file: { name: `${table.name}.csv`, bytes: csv.write(table, options) },
  }))
  const descriptor = `${JSON.stringify(dataPackage(resources, options), null, 2)}\n`
  return [...resources.map(({ file }) => file), { name: descriptorName, bytes: Buffer.from(descriptor, 'utf8') }]
}

/**
 * Writes tables and their descriptor into a folder, all of them or none. With `overwrite`, tables that an earlier run left there
 * and this one does not have go away; any other file stays. Throws an OutputError.
 */
export function writePackage(
  folder: string,
  tables: readonly TableData[],
  options: TableOptions & { readonly overwrite?: boolean } = {},
): void {
  const files = packageFiles(tables, options)
  writeFolder(folder, files, { overwrite: options.overwrite ?? false, retired: leftBehind(folder) })
}

/** The tables of an earlier run; where its descriptor is missing or cannot be read, none is known to be ours. */
function leftBehind(folder: string): string[] {
  try {
    return formerTables(readFileSync(join(folder, descriptorName), 'utf8'))
  } catch {
    return []
  }
}
