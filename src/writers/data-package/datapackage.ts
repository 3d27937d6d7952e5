import { version } from '../../version.ts'
import { tableSchema } from '../../walks/schema/table-schema.ts'
import { lineEnd } from '../csv/csv.ts'
import { formatOf } from '../formats.ts'
import type { Resource } from '../new-folder.ts'
import { hashOf } from '../short-name.ts'
import { isScript } from '../sql/names.ts'
import type { About, Encoding, TableOptions } from '../writer.ts'
import { packageName } from './descriptor.ts'

export interface PackageOptions extends TableOptions {
  readonly about?: About
  /** What a part of a run says of itself. */
  readonly part?: object
}

/**
 * The descriptor of a folder of output, as Data Package v2 defines it, with the versions of the output's schema and of the tool, which the
 * standard leaves room for. It holds no time, so the same input gives the same bytes.
 */
export const dataPackage = (resources: readonly Resource[], options: PackageOptions = {}) => {
  const names = namesOf(resources)
  const tables = new Map(resources.flatMap(({ table }, index) => (table ? [[table.name, names[index]]] : [])))
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: packageName,
    title: '札幌市 評価関連文書',
    schemaVersion: 1,
    generator: { name: 'sapporo-eval', version },
    ...originOf(options.about ?? {}),
    ...(options.part ? { part: options.part } : {}),
    resources: resources.map((resource, index) => describe(resource, names[index] as string, tables, options)),
  }
}

/** Where the documents come from, and on what terms, as the user says. */
function originOf({ sourceTitle, sourceUrl, licence }: About) {
  const source = { ...(sourceTitle ? { title: sourceTitle } : {}), ...(sourceUrl ? { path: sourceUrl } : {}) }
  return {
    ...(licence ? { licenses: [/^https?:/.test(licence) ? { path: licence } : { name: licence }] } : {}),
    ...(Object.keys(source).length > 0 ? { sources: [source] } : {}),
  }
}

function describe(
  resource: Resource,
  name: string,
  tables: ReadonlyMap<string, string | undefined>,
  options: TableOptions,
) {
  const { path, title, table, bytes, sha256 } = resource
  const { encoding = 'utf-8', headers = 'en' } = table ? options : {}
  const isBinary = formatOf(path)?.isBinary === true
  const resourceOf = (each: string) => tables.get(each)
  return {
    name,
    ...(table ? { type: 'table' } : {}),
    path,
    title,
    ...(table ? { description: table.rowIs } : {}),
    ...kindOf(path),
    ...(isBinary ? {} : { encoding: encodingName(encoding) }),
    bytes,
    hash: `sha256:${sha256}`,
    ...(table && !isBinary ? dialectOf(encoding) : {}),
    ...(table ? { schema: tableSchema(table, { headers, resourceOf }) } : {}),
  }
}

/** Format and media type of a file, by its ending; nothing where the format is not ours. */
function kindOf(path: string): { format?: string; mediatype?: string } {
  if (isScript(path)) return { format: 'sql', mediatype: 'application/sql' }
  const format = formatOf(path)
  return format ? { format: format.id, mediatype: format.mediaType } : {}
}

/** Names as the standard recommends them: unique, of lower-case letters, digits, `.`, `-` and `_`. */
function namesOf(resources: readonly Resource[]): string[] {
  // A table keeps its name though its file has a Japanese one.
  const own = resources.map(({ path, table }) => table?.name ?? path)
  const plain = own.map(nameOf)
  const counts = new Map<string, number>()
  for (const name of plain) counts.set(name, (counts.get(name) ?? 0) + 1)
  return plain.map((name, index) => {
    const path = own[index] as string
    return counts.get(name) === 1 && isPlain(path) ? name : `${name}-${hashOf(path)}`
  })
}

const withoutEnding = (path: string): string => path.replace(/\.[^./]+$/u, '')
const nameOf = (path: string): string => withoutEnding(path).replace(/[^a-z0-9._-]+/gu, '-')
const isPlain = (path: string): boolean => nameOf(path) === withoutEnding(path)

// A BOM is not an encoding of its own. IANA's name Windows-31J is unknown to Python, where most readers of packages run; cp932 is known.
const encodingName = (encoding: Encoding): string => (encoding === 'cp932' ? 'cp932' : 'utf-8')

/** The dialect, where it differs from the default, whose lines end in CRLF. */
const dialectOf = (encoding: Encoding): { dialect?: { lineTerminator: string } } =>
  lineEnd(encoding) === '\r\n' ? {} : { dialect: { lineTerminator: lineEnd(encoding) } }
