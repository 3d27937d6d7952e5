import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formerTables } from '../../src/writers/datapackage.ts'
import { packageFiles, writePackage } from '../../src/writers/package.ts'
import { tablesOf } from '../../src/writers/select.ts'
import { doc, form, otherDoc, otherForm } from '../walks/sample.ts'

const layouts = [form, otherForm]
const tables = tablesOf([doc], layouts)
const names = ['projects', 'project_cost_items', 'project_texts', 'glossary', 'documents', 'diagnostics']

const descriptorOf = (options = {}) => {
  const files = packageFiles(tables, options)
  return JSON.parse(Buffer.from(files.at(-1)?.bytes ?? []).toString('utf8'))
}

describe('the descriptor', () => {
  test('lists every table with its schema, and holds no time', () => {
    const descriptor = descriptorOf()
    expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
    expect(descriptor.name).toBe('sapporo-evaluation')
    expect(descriptor).not.toHaveProperty('created')
    expect(descriptor.resources.map((resource: { path: string }) => resource.path)).toEqual(
      names.map(name => `${name}.csv`),
    )
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
  })

  test('its fields are the header of the file, and its size and hash those of the bytes', () => {
    for (const headers of ['en', 'ja'] as const) {
      const files = packageFiles(tables, { headers })
      for (const [index, resource] of descriptorOf({ headers }).resources.entries()) {
        const bytes = Buffer.from(files[index]?.bytes ?? [])
        const header = bytes.toString('utf8').split('\n')[0]
        expect(resource.schema.fields.map((field: { name: string }) => field.name).join(',')).toBe(header)
        expect(resource.bytes).toBe(bytes.length)
        expect(resource.hash).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`)
      }
    }
  })

  test.each([
    ['utf-8', 'utf-8', { lineTerminator: '\n' }],
    ['utf-8-bom', 'utf-8', undefined],
    ['cp932', 'cp932', undefined],
  ] as const)('%s is named %s', (encoding, name, dialect) => {
    const [resource] = descriptorOf({ encoding }).resources
    expect(resource.encoding).toBe(name)
    expect(resource.dialect).toEqual(dialect)
  })

  test.each([
    [
      'ours',
      '{"name":"sapporo-evaluation","resources":[{"path":"a.csv"},{"path":"../b.csv"},{"path":1},null]}',
      ['a.csv'],
    ],
    ["someone else's", '{"name":"other","resources":[{"path":"a.csv"}]}', []],
    ['no descriptor', '{"name":"sapporo-evaluation"}', []],
    ['no object', '3', []],
    ['no JSON', 'x', []],
  ])('tables of an earlier run: %s', (_, text, paths) => expect(formerTables(text)).toEqual(paths))
})

describe('a folder of tables', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sapporo-eval-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('has the tables and the descriptor, and the same bytes every time', () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')]
    writePackage(one, tables)
    writePackage(two, tables)
    expect(readdirSync(one).sort()).toEqual([...names.map(name => `${name}.csv`), 'datapackage.json'].sort())
    for (const name of readdirSync(one)) expect(readFileSync(join(one, name))).toEqual(readFileSync(join(two, name)))
  })

  test('written again, it loses the tables of before and nothing else', () => {
    writePackage(folder, tables)
    writeFileSync(join(folder, 'notes.csv'), 'mine')
    writePackage(folder, tablesOf([otherDoc], layouts), { overwrite: true })
    const left = ['datapackage.json', 'diagnostics.csv', 'documents.csv', 'notes.csv', 'plans.csv']
    expect(readdirSync(folder).sort()).toEqual(left)
  })

  test('is not begun where a character cannot be written', () => {
    const strange = tablesOf([{ ...doc, edition: '𠮷' }], layouts)
    expect(() => writePackage(join(folder, 'new'), strange, { encoding: 'cp932' })).toThrow('U+20BB7')
    expect(readdirSync(folder)).toEqual([])
  })
})
