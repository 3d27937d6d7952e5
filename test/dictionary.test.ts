import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { layouts } from '../src/layouts/registry.ts'
import { dictionary } from '../src/walks/tables/dictionary.ts'
import { extractFrom } from './helpers/extract.ts'

const root = new URL('../', import.meta.url).pathname
const page = `${root}docs/dictionary.md`
const isUpdate = process.env.UPDATE === '1' && process.env.CI === undefined

it('the data dictionary says what the field definitions say', async () => {
  const seeds = readdirSync(`${root}seeds`).toSorted()
  const results = await Promise.all(seeds.map(name => extractFrom(readFileSync(`${root}seeds/${name}`))))
  const generated = dictionary(layouts, { samples: results.flatMap(result => result.documents) })
  if (isUpdate) {
    mkdirSync(`${root}docs`, { recursive: true })
    writeFileSync(page, generated)
  }
  expect(existsSync(page) ? readFileSync(page, 'utf8') : '').toBe(generated)
})
