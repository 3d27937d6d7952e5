import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

/** A database in memory that finds files below a folder. */
export async function databaseIn(folder: string): Promise<DuckDBConnection> {
  const database = await (await DuckDBInstance.create(':memory:')).connect()
  await database.run(`SET file_search_path = '${folder}'`)
  return database
}

/** The rows of a query, whole numbers as numbers. */
export async function rowsOf(database: DuckDBConnection, query: string): Promise<unknown[][]> {
  const rows = (await database.runAndReadAll(query)).getRows()
  return rows.map(row => row.map(cell => (typeof cell === 'bigint' ? Number(cell) : cell)))
}
