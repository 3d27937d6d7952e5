import { createHash } from 'node:crypto'
import { tableSchema } from '../walks/schema.ts'
import type { TableData } from '../walks/table-rows.ts'
import { lineEnd } from './csv.ts'
import type { Encoding, OutputFile, TableOptions } from './writer.ts'

export const descriptorName = 'datapackage.json'

const packageName = 'sapporo-evaluation'

/** A table and the file it was written to. */
export interface Resource {
  readonly table: TableData
  readonly file: OutputFile
}

/**
 * The descriptor of a folder of tables, as Data Package v2 asks for it. It names no keys: records of a text without pages have
 * nothing printed that is sure to tell them apart. It holds no time, so the same input gives the same bytes.
 */
export const dataPackage = (resources: readonly Resource[], options: TableOptions = {}) => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: packageName,
  title: '札幌市 評価関連文書',
  resources: resources.map(resource => describeResource(resource, options)),
})

function describeResource({ table, file }: Resource, { encoding = 'utf-8', headers = 'en' }: TableOptions) {
  return {
    name: table.name,
    type: 'table',
    path: file.name,
    title: table.ja,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: encodingName(encoding),
    bytes: file.bytes.length,
    hash: `sha256:${createHash('sha256').update(file.bytes).digest('hex')}`,
    ...dialectOf(encoding),
    schema: tableSchema(table.columns, headers),
  }
}

// A BOM is no encoding of its own. IANA's name Windows-31J is unknown to Python, where most readers of packages run; cp932 is known.
const encodingName = (encoding: Encoding): string => (encoding === 'cp932' ? 'cp932' : 'utf-8')

/** The dialect where it is not the default one, whose lines end in CRLF. */
const dialectOf = (encoding: Encoding): { dialect?: { lineTerminator: string } } =>
  lineEnd(encoding) === '\r\n' ? {} : { dialect: { lineTerminator: lineEnd(encoding) } }

/** The table files that an older descriptor of ours lists; of anyone else's, none. */
export function formerTables(descriptor: string): string[] {
  const { name, resources } = parsed(descriptor)
  if (name !== packageName || !Array.isArray(resources)) return []
  const paths = resources.map(resource => (resource as { path?: unknown } | null)?.path)
  return paths.filter((path): path is string => typeof path === 'string' && /^\w+\.csv$/u.test(path))
}

function parsed(text: string): { name?: unknown; resources?: unknown } {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
