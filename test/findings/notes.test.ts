import { describe, expect, it } from 'vitest'
import { oneDocument, readFixture } from '../helpers/extract.ts'

/** A source document with a sign that recognition saw. */
const planted = new TextDecoder()
  .decode(readFixture('seeds/000_6b2d6f3d5afa7ccf.txt'))
  .replace('制度について、必要な人', '制度について、必要_な人')

describe('findings of a document', () => {
  it('change no value and no other diagnostic', async () => {
    const plain = await oneDocument(planted)
    const { diagnostics, ...rest } = await oneDocument(planted, { findings: true })
    const { diagnostics: before, ...same } = plain
    expect(rest).toEqual(same)
    expect(diagnostics.slice(0, before.length)).toEqual(before)
    expect(before.filter(each => each.code === 'SUSPECT_TEXT')).toEqual([])
  })

  it('point into the value: pointer, the narrow place, the text and what it may be', async () => {
    const { diagnostics } = await oneDocument(planted, { findings: true })
    const [found] = diagnostics.filter(each => each.code === 'SUSPECT_TEXT')
    const from = planted.indexOf('_な')
    expect(found).toMatchObject({ severity: 'info', place: { offset: [from, from + 1] } })
    expect(found?.pointer).toMatch(/^\/records\/\d+\//)
    expect([found?.actual, found?.expected]).toEqual(['、必要_な人に', '、必要な人に'])
  })
})
