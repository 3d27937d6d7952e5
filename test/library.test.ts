import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  codes,
  detect,
  extract as extractApart,
  type LibraryInput,
  type LibraryOptions,
  schemaOf,
  tables,
  validate,
} from '../src/index.ts'

// The process that reads apart is part of what is built: see test/cli/apart.test.ts.
const extract = (inputs: LibraryInput | readonly LibraryInput[], options: LibraryOptions = {}) =>
  extractApart(inputs, { ...options, isolate: false })

const seed = (name: string) => new URL(`../seeds/${name}`, import.meta.url).pathname

describe('the library', () => {
  it('narrows a document by its layout', async () => {
    const { documents } = await extract(seed('002_226b198dc5f12da8.txt'), { provenance: true })
    const [document] = documents
    if (document?.layout !== 'project-evaluation-sheet') throw new Error(`read as ${document?.layout}`)
    expectTypeOf(document.records[0]?.costs[0]?.totalThousandYen).toEqualTypeOf<number | null | undefined>()
    expect(document.records[0]?.costs[0]?.totalThousandYen).toBe(192788)
    expect(document.provenance?.['/records/0/costs/0/totalThousandYen']?.[0]?.line).toBe(18)
  })

  it('opens a locked file with its password', async () => {
    const locked = new URL('../fixtures/readers/pdf/locked.pdf', import.meta.url).pathname
    const codes = async (password?: string) => (await extract(locked, { password })).failures.map(({ code }) => code)
    expect(await codes()).toEqual(['PASSWORD_REQUIRED'])
    expect(await codes('no')).toEqual(['PASSWORD_WRONG'])
    expect(await codes('himitsu')).toEqual(['LAYOUT_UNKNOWN'])
  })

  it('gives failures for what it cannot read, and the others all the same', async () => {
    const { documents, failures } = await extract([
      { path: 'empty.txt', bytes: new Uint8Array() },
      '/nowhere/at-all.txt',
      seed('002_226b198dc5f12da8.txt'),
    ])
    expect(failures.map(failure => failure.code)).toEqual(['EMPTY_INPUT', 'NOT_FOUND'])
    expect(documents).toHaveLength(1)
  })
})

describe('beside reading', () => {
  const sheet = seed('002_226b198dc5f12da8.txt')

  it('says which layout owns which pages, by what marks', async () => {
    const { inputs, failures } = await detect([sheet, { path: 'empty.txt', bytes: new Uint8Array() }])
    expect(inputs.map(({ path }) => path)).toEqual([sheet])
    expect(inputs[0]?.runs).toMatchObject([{ layout: 'project-evaluation-sheet', documents: 1, pages: null }])
    const [first] = inputs[0]?.runs[0]?.candidates ?? []
    expect(first).toMatchObject({ layout: 'project-evaluation-sheet', claims: true })
    expect(typeof first?.evidence[0]?.marker).toBe('string')
    expect(failures).toMatchObject([{ path: 'empty.txt', code: 'EMPTY_INPUT' }])
    expect(failures[0]).not.toHaveProperty('said')
  })

  it('gives the tables of what was read, with their keys', async () => {
    const found = await tables(await extract([sheet, seed('000_6b2d6f3d5afa7ccf.txt')]))
    expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(['projects', 'findings', 'documents']))
    const costs = found.find(({ name }) => name === 'project_costs')
    expect(costs?.primaryKey).toEqual(['document_no', 'record_no', 'row_no'])
    const total = costs?.columns.findIndex(({ name }) => name === 'total_thousand_yen') ?? -1
    expect(costs?.rows.map(row => row[total])).toEqual([192788, 203640, 199042, 207993])
  })

  it('checks output, as a value or as the text of a file', async () => {
    const extraction = await extract(sheet)
    expect(await validate(extraction)).toEqual({ valid: true, problems: [] })
    const { valid, problems } = await validate(JSON.stringify({ ...extraction, schemaVersion: 2 }))
    expect([valid, problems]).toEqual([false, [{ pointer: '/schemaVersion', message: expect.any(String) }]])
  })

  it('gives the schemas of all, of a layout, and of a table', async () => {
    expect(await schemaOf()).toMatchObject({ title: 'The output of sapporo-eval' })
    expect(await schemaOf('finding-table')).toMatchObject({ title: expect.stringContaining('finding-table') })
    expect((await schemaOf({ table: 'findings' })).primaryKey).toEqual(['document_no', 'record_no'])
    await expect(schemaOf({ table: 'finding' })).rejects.toMatchObject({ code: 'TABLE_UNKNOWN' })
  })

  it('lists every code with its arguments', () => {
    expect(codes).toContainEqual({
      kind: 'diagnostic',
      code: 'SUM_MISMATCH',
      severity: 'error',
      arguments: ['what', 'expected', 'actual'],
    })
    expect(codes).toContainEqual({ kind: 'failure', code: 'TIMEOUT', arguments: ['seconds'] })
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length)
  })
})
