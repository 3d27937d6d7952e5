import { expect, it } from 'vitest'
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
