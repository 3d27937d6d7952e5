import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/failures.ts'
import { readPlainText } from '../../src/readers/text.ts'
import { orderOf } from '../../src/walks/order.ts'
import { extractFrom, readFixture } from '../helpers/extract.ts'

const text = readPlainText('本文')

describe('the order of a text', () => {
  it.each([
    [1000, 51, 'ARRANGEMENT_DOUBTED'],
    [1000, 50, 'read'],
    [1000, 201, 'TEXT_OUT_OF_ORDER'],
    [1000, 200, 'ARRANGEMENT_DOUBTED'],
    // Too short for a share to say much: read with a doubt, never refused.
    [400, 101, 'ARRANGEMENT_DOUBTED'],
    [400, 60, 'read'],
    [0, 0, 'read'],
  ])('of %i characters %i without a field: %s', (characters, unclaimed, expected) => {
    const found = orderOf(text, { characters, unclaimed }, 1)
    expect(found instanceof InputError ? found.code : (found[0]?.code ?? 'read')).toBe(expected)
  })

  it('is not asked of a PDF, which is read by its places', () => {
    expect(orderOf({ ...text, mediaType: 'application/pdf' }, { characters: 1000, unclaimed: 900 }, 1)).toEqual([])
  })
})

const sheet = new TextDecoder().decode(readFixture('seeds/002_226b198dc5f12da8.txt'))

/** Every other line, then the rest: as a converter reads two columns that it takes for one after the other. */
function inTwoColumns(whole: string): string {
  const lines = whole.split('\n')
  return [0, 1].flatMap(column => lines.filter((_, index) => index % 2 === column)).join('\n')
}

describe('a text that a converter has mixed', () => {
  it('is refused with how many characters have no field, and the advice to give the PDF', async () => {
    const { documents, failures } = await extractFrom(inTwoColumns(sheet))
    expect(documents).toEqual([])
    expect(failures).toMatchObject([{ code: 'TEXT_OUT_OF_ORDER', hint: expect.stringMatching(/^give the PDF/) }])
  })

  it('is not taken for a whole one with something behind the form', async () => {
    const annex = '\n\n参考資料の本文です。この調書とは関わりがありません。'.repeat(200)
    const { documents, failures } = await extractFrom(sheet + annex)
    expect(failures).toEqual([])
    expect(documents[0]?.diagnostics.map(each => each.code)).not.toContain('ARRANGEMENT_DOUBTED')
  })

  it('hides no good one beside it, and is named with its place', async () => {
    const good = await extractFrom(sheet)
    const lines = sheet.split('\n')
    const start = lines.findIndex(line => line.includes('◎基本情報'))
    const mixed = [...lines.slice(0, start + 1), inTwoColumns(lines.slice(start + 1).join('\n'))].join('\n')
    for (const both of [`${sheet}\n${mixed}`, `${mixed}\n${sheet}`]) {
      const { documents, failures } = await extractFrom(both)
      expect(documents.map(({ records }) => records)).toEqual(good.documents.map(({ records }) => records))
      expect(failures.map(({ code }) => code)).toEqual(['TEXT_OUT_OF_ORDER'])
    }
    const behind = (await extractFrom(`${sheet}\n${mixed}`)).failures
    const firstPrinted = lines.length + 1 + lines.findIndex(line => line.trim() !== '')
    expect(behind[0]?.message).toMatch(`the text from line ${firstPrinted} on has lost the order`)
  })
})
