import { expect, it } from 'vitest'
import { oneDocument, readFixture } from '../helpers/extract.ts'

it('the places of the header alone are those of the header among all', async () => {
  const bytes = readFixture('seeds/003_653bf4681e5aba0a.txt')
  const placesOf = async (provenance: true | 'header') =>
    Object.entries((await oneDocument(bytes, { provenance })).provenance ?? {})
  const ofHeader = (await placesOf(true)).filter(([pointer]) => pointer.startsWith('/header/'))
  expect(ofHeader).not.toEqual([])
  expect(await placesOf('header')).toEqual(ofHeader)
})
