import type { Column } from '../../walks/tables/columns.ts'
import { duckdbScript, sqliteScript } from './names.ts'
import { createTable, inOrderOfReference, quoted, type TableFile, type TypeNames } from './statements.ts'

/** A script that loads the tables of a folder into a database. */
export interface Script {
  readonly name: string
  readonly title: string
  readonly textOf: (files: readonly TableFile[]) => string
}

const duckdbTypes: TypeNames = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  year: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
}

function duckdb(files: readonly TableFile[]): string {
  const present = namesOf(files)
  return script(
    `-- In this folder: duckdb evaluation.duckdb ".read ${duckdbScript}"`,
    'BEGIN TRANSACTION;',
    ...inOrderOfReference(files).flatMap(({ table, path }) => [
      createTable(table, { types: duckdbTypes, present }),
      `COPY ${quoted(table.name)} FROM '${path}' (FORMAT csv, HEADER, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR '', PARALLEL false);`,
    ]),
    'COMMIT;',
  )
}

const sqliteTypes: TypeNames = {
  string: 'TEXT',
  integer: 'INTEGER',
  year: 'INTEGER',
  number: 'REAL',
  boolean: 'INTEGER',
}

/** The shell of SQLite knows a CSV file as text alone: it goes through a table of texts, and a STRICT one refuses what is of another type. */
function sqlite(files: readonly TableFile[]): string {
  const present = namesOf(files)
  return script(
    `-- In this folder: sqlite3 evaluation.sqlite ".read ${sqliteScript}" (3.37 or later)`,
    '.bail on',
    'PRAGMA foreign_keys = ON;',
    'BEGIN;',
    ...inOrderOfReference(files).flatMap(({ table, path }) => {
      const texts = `${table.name}_texts`
      return [
        createTable(table, { types: sqliteTypes, present, ending: ' STRICT;' }),
        `CREATE TEMP TABLE ${quoted(texts)} (${table.columns.map(({ name }) => `${quoted(name)} TEXT`).join(', ')});`,
        `.import --csv --skip 1 --schema temp ${path} ${texts}`,
        `INSERT INTO ${quoted(table.name)} SELECT ${table.columns.map(sqliteCell).join(', ')} FROM temp.${quoted(texts)};`,
        `DROP TABLE temp.${quoted(texts)};`,
      ]
    }),
    'COMMIT;',
  )
}

/** A cell as a value of its column: no text is no value. */
const sqliteCell = ({ name, type }: Column): string =>
  type === 'boolean' ? `CASE ${quoted(name)} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END` : `NULLIF(${quoted(name)}, '')`

const namesOf = (files: readonly TableFile[]): Set<string> => new Set(files.map(({ table }) => table.name))

const script = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`

export const scripts: readonly Script[] = [
  { name: duckdbScript, title: 'DuckDBに読み込むSQL', textOf: duckdb },
  { name: sqliteScript, title: 'SQLiteに読み込むSQL', textOf: sqlite },
]
