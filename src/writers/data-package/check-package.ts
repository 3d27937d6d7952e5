import { createHash } from 'node:crypto'
import type { TableSchema } from '../../walks/schema/table-schema.ts'
import { rowsOfCsv } from '../csv/read-csv.ts'
import { cellProblems, keyProblems, type ReadTable, type RowProblem, referenceProblems } from './check-rows.ts'
import { isOutputName } from './descriptor.ts'

/** One thing wrong with a file of a package. */
export interface PackageProblem extends RowProblem {
  /** Below the folder of the package. */
  readonly path: string
}

interface Resource {
  readonly name: string
  readonly path: string
  readonly format?: string
  readonly bytes: number
  readonly hash: string
  readonly encoding?: string
  readonly dialect?: { readonly lineTerminator?: string }
  readonly schema?: TableSchema
}

/** The version of the output's schema that this tool writes, and can check. */
const ownVersion = 1

/**
 * What is wrong with a folder by the descriptor in it: files that are missing or changed, cells that are not of their type, keys that occur
 * twice, references to nothing. `read` gives the content of a file below the folder, undefined where there is none.
 */
export async function checkPackage(
  descriptor: string,
  read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<PackageProblem[]> {
  const { schemaVersion, resources } = JSON.parse(descriptor) as { schemaVersion?: number; resources: Resource[] }
  const problems: PackageProblem[] = []
  const tables = new Map<string, ReadTable & { readonly path: string }>()
  if (schemaVersion !== ownVersion)
    problems.push(own(`expected schemaVersion ${ownVersion}, found ${schemaVersion ?? 'none'}`))
  for (const resource of Array.isArray(resources) ? resources : [resources]) {
    if (!isResource(resource)) {
      problems.push(own(`expected the description of a file, found ${JSON.stringify(resource)}`))
      continue
    }
    const content = isOutputName(resource.path) ? await read(resource.path) : undefined
    const changed = changeOf(resource, content)
    if (changed !== undefined) problems.push({ path: resource.path, message: changed, place: '' })
    const table = content && tableOf(resource, content)
    if (!table) continue
    if ('message' in table) problems.push({ path: resource.path, ...table })
    else tables.set(resource.name, { ...table, path: resource.path })
  }
  return [...problems, ...[...tables.values()].flatMap(table => tableProblems(table, tables))]
}

/** Whether something in a list of resources is described as we describe them; a descriptor may have been edited. */
function isResource(resource: unknown): resource is Resource {
  const { name, path, schema } = (resource ?? {}) as { [key: string]: unknown }
  return typeof name === 'string' && typeof path === 'string' && (schema === undefined || isSchema(schema))
}

const isSchema = (schema: unknown): boolean => {
  const { fields, primaryKey } = (schema ?? {}) as { [key: string]: unknown }
  return Array.isArray(fields) && fields.every(field => typeof field?.name === 'string') && Array.isArray(primaryKey)
}

const own = (message: string): PackageProblem => ({ path: 'datapackage.json', message, place: '' })

function changeOf({ bytes, hash }: Resource, content: Uint8Array | undefined): string | undefined {
  if (!content) return 'expected the file, found none'
  if (content.length !== bytes) return `expected ${bytes} bytes, found ${content.length}`
  const found = `sha256:${createHash('sha256').update(content).digest('hex')}`
  return found === hash ? undefined : `expected the content of ${hash}, found that of ${found}`
}

/** The rows of a CSV file below a head as its schema says; undefined for what is no CSV. */
function tableOf(resource: Resource, content: Uint8Array): ReadTable | RowProblem | undefined {
  const { schema, format, encoding = 'utf-8', dialect } = resource
  if (!schema || format !== 'csv') return undefined
  try {
    const [head = [], ...rows] = rowsOfCsv(content, encoding, dialect?.lineTerminator ?? '\r\n')
    const expected = schema.fields.map(field => field.name)
    if (String(head) === String(expected)) return { schema, rows }
    return { message: `expected the columns ${expected}, found ${head}`, place: 'row 1' }
  } catch (error) {
    return { message: `expected CSV in ${encoding}, but ${(error as Error).message}`, place: '' }
  }
}

function tableProblems(
  table: ReadTable & { readonly path: string },
  tables: ReadonlyMap<string, ReadTable>,
): PackageProblem[] {
  const found = [
    ...cellProblems(table),
    ...keyProblems(table),
    ...referenceProblems(table, resource => tables.get(resource)),
  ]
  return found.map(problem => ({ path: table.path, ...problem }))
}
