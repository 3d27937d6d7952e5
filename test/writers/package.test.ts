import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Doc, Extraction } from '../../src/envelope.ts'
import { addTables } from '../../src/writers/csv/csv-files.ts'
import { tablesFor } from '../../src/writers/csv/select.ts'
import { formerFiles } from '../../src/writers/data-package/descriptor.ts'
import { finish } from '../../src/writers/data-package/package.ts'
import { jsonPieces } from '../../src/writers/json/json.ts'
import { NewFolder } from '../../src/writers/new-folder.ts'
import { addPerInput } from '../../src/writers/per-input.ts'
import type { TableOptions } from '../../src/writers/writer.ts'
import { doc, extractionOf, form, otherDoc, otherForm } from '../walks/sample.ts'
import { freshFolder } from './folder.ts'

const layouts = [form, otherForm]
const names = ['projects', 'project_cost_items', 'project_texts', 'glossary', 'documents', 'diagnostics']
const { at } = freshFolder()

interface Described {
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly hash: string
  readonly encoding: string
  readonly dialect?: object
  readonly schema?: { readonly fields: readonly { readonly name: string }[] }
}

/** Writes the tables of documents into a folder, and gives its descriptor. */
async function tablesIn(path: string, docs: readonly Doc[] = [doc], options: TableOptions = {}) {
  const folder = new NewFolder(path)
  const present = new Set(docs.map(each => each.layout))
  await addTables(folder, tablesFor(present, layouts), docs, options)
  await finish(folder, { failures: extractionOf().failures, releaseFindings: [] }, options)
  return descriptorIn(path)
}

const descriptorIn = (path: string): { name: string; resources: Described[] } =>
  JSON.parse(readFileSync(`${path}/datapackage.json`, 'utf8'))

describe('the descriptor', () => {
  test('lists every file of the folder, tables with their schema, and holds no time', async () => {
    const descriptor = await tablesIn(at('out'))
    expect(descriptor).toMatchObject({ $schema: 'https://datapackage.org/profiles/2.0/datapackage.json' })
    expect(descriptor.name).toBe('sapporo-evaluation')
    expect(descriptor).not.toHaveProperty('created')
    const paths = [...names.map(name => `${name}.csv`), 'failures.jsonl', 'release-findings.jsonl']
    expect(descriptor.resources.map(resource => resource.path)).toEqual(paths)
    expect(readdirSync(at('out')).sort()).toEqual([...paths, 'datapackage.json'].sort())
    expect(descriptor.resources[0]).toMatchObject({
      name: 'projects',
      type: 'table',
      title: '事業',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { lineTerminator: '\n' },
      schema: { missingValues: [''] },
    })
    expect(descriptor.resources.at(-2)).toMatchObject({
      name: 'failures',
      format: 'jsonl',
      mediatype: 'application/jsonl',
      encoding: 'utf-8',
    })
    expect(descriptor.resources.at(-2)).not.toHaveProperty('schema')
  })

  test('its fields are the header of the file, and its size and hash those of the bytes', async () => {
    for (const headers of ['en', 'ja'] as const)
      for (const { path, bytes, hash, schema } of (await tablesIn(at(headers), [doc], { headers })).resources) {
        const content = readFileSync(at(headers, path))
        const header = content.toString('utf8').split('\n')[0]
        if (schema) expect(schema.fields.map(field => field.name).join(',')).toBe(header)
        expect(bytes).toBe(content.length)
        expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`)
      }
  })

  test.each([
    ['utf-8', 'utf-8', { lineTerminator: '\n' }],
    ['utf-8-bom', 'utf-8', undefined],
    ['cp932', 'cp932', undefined],
  ] as const)('%s is named %s', async (encoding, name, dialect) => {
    const { resources } = await tablesIn(at('out'), [doc], { encoding })
    expect(resources[0]?.encoding).toBe(name)
    expect(resources[0]?.dialect).toEqual(dialect)
    expect(resources.at(-1)?.encoding).toBe('utf-8')
  })

  test.each([
    [
      'ours',
      '{"name":"sapporo-evaluation","resources":[{"path":"a.csv"},{"path":"b/c d.json"},{"path":1},null]}',
      ['a.csv', 'b/c d.json'],
    ],
    [
      'what does not lie in its folder',
      '{"name":"sapporo-evaluation","resources":[{"path":"../b.csv"},{"path":"/c"},{"path":"d/../../e"},{"path":""}]}',
      [],
    ],
    ["someone else's", '{"name":"other","resources":[{"path":"a.csv"}]}', []],
    ['no descriptor', '{"name":"sapporo-evaluation"}', []],
    ['no object', '3', []],
    ['no JSON', 'x', []],
  ])('files of an earlier run: %s', (_, text, paths) => expect(formerFiles(text)).toEqual(paths))
})

describe('a folder of tables', () => {
  test('has the same bytes every time', async () => {
    await tablesIn(at('one'), [doc, otherDoc])
    await tablesIn(at('two'), [doc, otherDoc])
    expect(readdirSync(at('one'))).toContain('plans.csv')
    for (const name of readdirSync(at('one')))
      expect(readFileSync(at('one', name))).toEqual(readFileSync(at('two', name)))
  })

  test('is not finished where a character cannot be written', async () => {
    const strange = tablesIn(at('new'), [{ ...doc, edition: '𠮷' }], {
      encoding: 'cp932',
      strictEncoding: true,
    })
    await expect(strange).rejects.toThrow('U+20BB7')
    expect(readdirSync(at('new'))).not.toContain('datapackage.json')
  })

  test('has the failures and findings a line each', async () => {
    const folder = new NewFolder(at('out'))
    await finish(folder, { failures: extractionOf().failures, releaseFindings: [{ code: 'X' }, { code: 'Y' }] })
    const linesIn = (name: string) =>
      readFileSync(at('out', name), 'utf8')
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line))
    expect(linesIn('failures.jsonl')).toEqual(extractionOf().failures)
    expect(linesIn('release-findings.jsonl')).toEqual([{ code: 'X' }, { code: 'Y' }])
  })
})

test('a file for each input holds the extraction that it is by itself; inputs without a document have none', async () => {
  const inputOf = (path: string) => ({ ...(extractionOf().inputs[0] as Extraction['inputs'][0]), path })
  const failure = extractionOf().failures[0] as Extraction['failures'][0]
  const each = [
    { input: inputOf('in/甲 乙.pdf'), documents: [doc, otherDoc], failures: [failure] },
    { input: inputOf('in/none.pdf'), documents: [], failures: [failure] },
    { input: null, documents: [], failures: [failure] },
    { input: inputOf('in/b.pdf'), documents: [otherDoc], failures: [] },
  ]
  const folder = new NewFolder(at('out'))
  const paths = new Map([
    ['in/甲 乙.pdf', 'x/甲 乙.json'],
    ['in/b.pdf', 'b.json'],
  ])
  await addPerInput(
    folder,
    { ...extractionOf(doc, otherDoc, otherDoc), layouts: new Set(), each },
    { names: paths, piecesOf: jsonPieces },
  )
  await finish(folder, { failures: [failure, failure, failure], releaseFindings: [] })
  const [first, , , last] = each
  for (const [name, result] of [
    ['x/甲 乙.json', first],
    ['b.json', last],
  ] as const) {
    const { input, documents = [], failures = [] } = result ?? {}
    const alone = { ...extractionOf(...documents), inputs: [input], failures }
    expect(readFileSync(at('out', name), 'utf8')).toBe([...jsonPieces(alone as Extraction)].join(''))
  }
  const described = descriptorIn(at('out')).resources
  expect(described.map(resource => resource.path).slice(0, 2)).toEqual(['x/甲 乙.json', 'b.json'])
  expect(described.map(resource => resource.name)).toEqual([
    expect.stringMatching(/^[a-z0-9._-]+$/),
    'b',
    'failures',
    'release-findings',
  ])
})
