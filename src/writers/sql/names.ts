/** The scripts that lie beside the tables of a folder. */
export const duckdbScript = 'load.duckdb.sql'
export const sqliteScript = 'load.sqlite.sql'

/** Whether a name is one of a script of ours. */
export const isScript = (path: string): boolean => path === duckdbScript || path === sqliteScript
