import { expect, it } from 'vitest'
import { layouts } from '../../src/layouts/registry.ts'
import { fill, planTables } from '../../src/walks/tables/table-rows.ts'
import { oneDocument, readFixture } from '../helpers/extract.ts'

const placesOf = async (path: string, provenance: true | 'rows') =>
  Object.entries((await oneDocument(readFixture(path), { provenance })).provenance ?? {})

it('of a text without pages, the places that rows need are those of the header', async () => {
  const path = 'seeds/003_653bf4681e5aba0a.txt'
  const ofHeader = (await placesOf(path, true)).filter(([pointer]) => pointer.startsWith('/header/'))
  expect(ofHeader).not.toEqual([])
  expect(await placesOf(path, 'rows')).toEqual(ofHeader)
})

it('of a record on two pages they are all of its places, of one on one page none', async () => {
  const path = 'fixtures/recommendation-progress/cut-rows-closed/input.pdf'
  const { recordPages } = await oneDocument(readFixture(path))
  const isOnTwo = recordPages.map(pages => pages !== null && pages.from < pages.to)
  expect(new Set(isOnTwo)).toEqual(new Set([true, false]))
  const needed = (await placesOf(path, true)).filter(
    ([pointer]) => pointer.startsWith('/header/') || isOnTwo[Number(pointer.split('/')[2])],
  )
  expect(await placesOf(path, 'rows')).toEqual(needed)
})

it.each([
  'fixtures/action-plan-progress/box-cut-by-a-page/input.pdf',
  'fixtures/recommendation-progress/heads-cut/input.txt',
])('%s: a row is on the page where it begins, also where the rest of its record is on the next', async path => {
  const rowsWith = async (provenance: true | 'rows') => {
    const doc = await oneDocument(readFixture(path), { provenance })
    return layouts.flatMap(planTables).map(table => fill(table, [doc]).rows)
  }
  expect(await rowsWith('rows')).toEqual(await rowsWith(true))
})
