import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { layoutIds } from '../src/layouts/ids.ts'
import { oneDocument } from './helpers/extract.ts'
import { pruned } from './helpers/pruned.ts'

const root = new URL('../', import.meta.url).pathname
const isUpdate = process.env.UPDATE === '1' && process.env.CI === undefined

/** What a fixture gives, without nulls and empty lists. */
interface Expected {
  /** The input, from the root of the project, where it does not stand in the case's own folder. */
  readonly input?: string
  readonly header: unknown
  readonly records: unknown
  /** The codes of the diagnostics, in order. */
  readonly diagnostics: readonly string[]
}

const cases = layoutIds
  .map(id => join('fixtures', id))
  .filter(folder => existsSync(join(root, folder)))
  .flatMap(folder => readdirSync(join(root, folder)).map(name => join(folder, name)))

const inputOf = (folder: string, expected: Partial<Expected>): string =>
  expected.input ?? join(folder, readdirSync(join(root, folder)).find(name => name.startsWith('input.')) ?? 'input.txt')

describe('every fixture gives what stands beside it', () => {
  it.each(cases)('%s', async folder => {
    const file = join(root, folder, 'expected.json')
    const expected: Partial<Expected> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
    const input = inputOf(folder, expected)
    const { header, records, diagnostics } = await oneDocument(readFileSync(join(root, input)))
    const actual = { ...(pruned({ header, records }) as object), diagnostics: diagnostics.map(each => each.code) }
    if (isUpdate) {
      const kept = expected.input ? { input: expected.input } : {}
      writeFileSync(file, `${JSON.stringify({ ...kept, ...actual }, null, 1)}\n`)
    }
    const { input: _, ...wanted } = expected
    expect(actual).toEqual(isUpdate ? actual : wanted)
  })

  it('has a note of origin in every case', () => {
    const without = cases.filter(folder => !existsSync(join(root, folder, 'note.md')))
    expect(without).toEqual([])
  })
})
