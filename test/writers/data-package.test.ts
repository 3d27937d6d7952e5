import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import type { Doc } from '../../src/envelope.ts'
import { layouts } from '../../src/layouts/registry.ts'
import { addTables } from '../../src/writers/csv/csv-files.ts'
import { tablesFor } from '../../src/writers/csv/select.ts'
import { finish } from '../../src/writers/data-package/package.ts'
import { jsonPieces } from '../../src/writers/json/json.ts'
import { NewFolder } from '../../src/writers/new-folder.ts'
import { addPerInput } from '../../src/writers/per-input.ts'
import type { TableOptions } from '../../src/writers/writer.ts'
import { oneDocument, readFixture } from '../helpers/extract.ts'
import { extractionOf } from '../walks/sample.ts'
import { dataPackageProfile } from './data-package-profile.ts'
import { freshFolder } from './folder.ts'

const { at } = freshFolder()
const isValid = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(
  dataPackageProfile,
)

interface Field {
  readonly name: string
  readonly type: string
  readonly constraints?: { readonly required?: true; readonly enum?: readonly (string | number)[] }
}

interface Resource {
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly hash: string
  readonly encoding: string
  readonly dialect?: { readonly lineTerminator: string }
  readonly schema?: {
    readonly fields: readonly Field[]
    readonly primaryKey: readonly string[]
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[]
      readonly reference: { readonly resource: string; readonly fields: readonly string[] }
    }[]
  }
}

/** The descriptor, once it is sure that it is valid and that the files are as it says. */
function checkedDescriptor(folder: string): readonly Resource[] {
  const descriptor = JSON.parse(readFileSync(`${folder}/datapackage.json`, 'utf8'))
  isValid(descriptor)
  expect(isValid.errors ?? []).toEqual([])
  const resources: readonly Resource[] = descriptor.resources
  expect(new Set(resources.map(resource => resource.name)).size).toBe(resources.length)
  for (const { path, bytes, hash } of resources) {
    const content = readFileSync(`${folder}/${path}`)
    expect([content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`]).toEqual([bytes, hash])
  }
  return resources
}

/** The rows of a CSV by RFC 4180 alone; the writer's library has no part in it. */
function rowsOf(text: string, lineEnd: string): string[][] {
  const cell = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",\r\n]*))(?<end>,|\r\n|\n|$)/y
  const rows: string[][] = [[]]
  while (cell.lastIndex < text.length) {
    const { quoted, plain = '', end } = cell.exec(text)?.groups ?? {}
    if (end === undefined) throw new Error(`no cell at ${cell.lastIndex}`)
    if (end !== ',' && end !== lineEnd) throw new Error(`the line ends in ${JSON.stringify(end)}`)
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end !== ',') rows.push([])
  }
  return rows.slice(0, -1)
}

const patterns: { readonly [type: string]: RegExp } = {
  string: /^/u,
  year: /^\d{4}$/u,
  integer: /^-?\d+$/u,
  number: /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu,
  boolean: /^(?:true|false)$/u,
}

/** What is wrong with a row by its table schema. */
const faultsOf = (row: readonly string[], fields: readonly Field[]): string[] =>
  fields.flatMap(({ name, type, constraints }, index) => {
    const cell = row[index]
    if (cell === '') return constraints?.required ? [`${name} is empty`] : []
    const isTyped = cell !== undefined && patterns[type]?.test(cell)
    const isListed = !constraints?.enum || constraints.enum.map(String).includes(cell ?? '')
    return isTyped && isListed ? [] : [`${name}: ${cell}`]
  })

const seeds = [
  '000_6b2d6f3d5afa7ccf',
  '001_d747f1a7977c51e7',
  '002_226b198dc5f12da8',
  '003_653bf4681e5aba0a',
  '004_20ac25ea687f7b37',
]
const documents: Promise<Doc[]> = Promise.all(
  seeds.map(seed => oneDocument(readFixture(`seeds/${seed}.txt`), { provenance: true })),
)

describe('a folder of tables is a Data Package', () => {
  test.each<TableOptions>([{}, { headers: 'ja' }, { encoding: 'utf-8-bom' }])(
    'and every row is as its table schema says: %j',
    async options => {
      const docs = await documents
      const folder = new NewFolder(at('out'))
      await addTables(folder, tablesFor(new Set(docs.map(doc => doc.layout)), layouts), docs, options)
      await finish(folder, { failures: extractionOf().failures, releaseFindings: [] }, options)
      const resources = checkedDescriptor(at('out'))
      expect(resources).toHaveLength(readdirSync(at('out')).length - 1)
      const keys = new Map<string, ReadonlySet<string>>()
      const references: [path: string, resource: string, key: string][] = []
      for (const { name, path, schema, dialect, encoding } of resources) {
        if (!schema) continue
        const text = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(at('out', path)))
        const [head, ...rows] = rowsOf(text, dialect?.lineTerminator ?? '\r\n')
        expect(head).toEqual(schema.fields.map(field => field.name))
        expect(rows.filter(row => row.length !== schema.fields.length)).toEqual([])
        expect([path, rows.flatMap(row => faultsOf(row, schema.fields))]).toEqual([path, []])
        const cellsOf = (row: string[], names: readonly string[]) =>
          String(names.map(each => row[head?.indexOf(each) ?? -1]))
        const own = new Set(rows.map(row => cellsOf(row, schema.primaryKey)))
        expect([path, own.size]).toEqual([path, rows.length])
        keys.set(`${name}: ${schema.primaryKey}`, own)
        for (const { fields, reference } of schema.foreignKeys ?? [])
          for (const row of rows)
            references.push([path, `${reference.resource}: ${reference.fields}`, cellsOf(row, fields)])
      }
      expect(references.length).toBeGreaterThan(1000)
      expect(references.filter(([, table, key]) => !keys.get(table)?.has(key))).toEqual([])
    },
  )
})

test('a folder of one file an input is one, whatever the inputs are called', async () => {
  const docs = await documents
  const names = ['a.json', 'x/a.json', 'Ａ 　雪📄.json', 'x/雪.json', 'x/雨.json']
  const inputs = extractionOf().inputs.slice(0, 1)
  const each = docs.flatMap((doc, index) =>
    inputs.map(input => ({ input: { ...input, path: names[index] as string }, documents: [doc], failures: [] })),
  )
  const folder = new NewFolder(at('out'))
  const extraction = { ...extractionOf(...docs), layouts: new Set<string>(), each }
  await addPerInput(folder, extraction, { names: new Map(names.map(name => [name, name])), piecesOf: jsonPieces })
  await finish(folder, { failures: [], releaseFindings: [] })
  expect(checkedDescriptor(at('out')).map(resource => resource.path)).toEqual([
    ...names,
    'failures.jsonl',
    'release-findings.jsonl',
  ])
})

test('the profile finds what is wrong', () => {
  const file = {
    name: 'a',
    path: 'a.json',
    title: 'a',
    format: 'json',
    mediatype: 'application/json',
    encoding: 'utf-8',
    bytes: 1,
  }
  const valid = { ...file, hash: `sha256:${'0'.repeat(64)}` }
  const whole = (resource: object) => ({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'p',
    resources: [resource],
  })
  expect(isValid(whole(valid))).toBe(true)
  for (const wrong of [
    { name: 'A b' },
    { path: '../a' },
    { path: '/a' },
    { bytes: -1 },
    { hash: 'x' },
    { extra: 1 },
    { type: 'table' },
  ])
    expect(isValid(whole({ ...valid, ...wrong }))).toBe(false)
})
