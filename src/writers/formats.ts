import { extname } from 'node:path'
import type { Format } from './format.ts'

/** Every output format; the first is the default. */
export const formats = [
  {
    id: 'json',
    endings: ['.json'],
    mediaType: 'application/json',
    takes: 'documents',
    options: ['--provenance', '--raw', '--per-file'],
    open: async () => (await import('./json/index.ts')).jsonWriter,
  },
  {
    id: 'jsonl',
    endings: ['.jsonl'],
    mediaType: 'application/jsonl',
    takes: 'documents',
    options: ['--provenance', '--raw'],
    open: async () => (await import('./json/index.ts')).jsonlWriter,
  },
  {
    id: 'csv',
    endings: ['.csv'],
    mediaType: 'text/csv',
    takes: 'table',
    options: ['--table', '--headers', '--encoding', '--no-guard', '--for', '--strict-encoding'],
    open: async () => (await import('./csv/csv-files.ts')).csvWriter,
  },
  {
    id: 'xlsx',
    endings: ['.xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    isBinary: true,
    takes: 'tables',
    options: ['--headers', '--for'],
    open: async () => (await import('./xlsx/xlsx.ts')).xlsxWriter,
  },
  {
    id: 'parquet',
    endings: ['.parquet'],
    mediaType: 'application/vnd.apache.parquet',
    isBinary: true,
    takes: 'table',
    options: ['--table'],
    open: async () => (await import('./parquet/parquet-files.ts')).parquetWriter,
  },
] as const satisfies readonly [Format, ...Format[]]

/** The format that the ending of a path selects, or undefined where it selects none. */
export const formatOf = (path: string, known: readonly Format[] = formats): Format | undefined =>
  known.find(({ endings }) => endings.includes(extname(path).toLowerCase()))

/** The ending of a file's name, in lower case and with the dot; undefined where it has none. Digits alone are no ending: `out.2025`. */
export const endingOf = (path: string): string | undefined =>
  /(?<=[^./\\])\.[a-z][a-z\d]*$/iu.exec(path)?.[0].toLowerCase()
