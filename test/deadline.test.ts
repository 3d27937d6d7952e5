import { describe, expect, it } from 'vitest'
import { writePdf } from '../fixtures/readers/pdf/make/pdf.ts'
import { geometryReader } from '../src/readers/pdf/index.ts'
import { pdfTextReader } from '../src/readers/pdf-text/index.ts'
import { readersFor } from '../src/readers/registry.ts'
import { extractFrom, readFixture } from './helpers/extract.ts'

/** Over before anything can be done. */
const none = 1e-9
const ample = 3600

const page = { content: 'BT /F 10 Tf 20 300 Td <00000001> Tj ET' }
const bundle = writePdf({ pages: Array(5).fill(page), characters: ['本', '文'] })
const sheet = readFixture('seeds/002_226b198dc5f12da8.txt')

const codes = async (...given: Parameters<typeof extractFrom>) => {
  const { input, documents, failures } = await extractFrom(...given)
  return [input, documents.length, failures.map(failure => failure.code)]
}

describe('an input whose time is over', () => {
  it.each([
    ['pages, read as pages', bundle, 'geometry'],
    ['pages, read by their text', bundle, 'text'],
    ['a text, before its document is made', sheet, 'geometry'],
  ] as const)('fails as a whole: %s', async (_what, bytes, reading) => {
    expect(await codes(bytes, { timeout: none, readers: readersFor(reading) })).toEqual([null, 0, ['TIMEOUT']])
  })

  it('names the time it had', async () => {
    const { failures } = await extractFrom(bundle, { timeout: none })
    expect(failures[0]?.message).toContain(String(none))
  })
})

it('reads the same with time enough as without a limit', async () => {
  expect(await extractFrom(sheet, { timeout: ample })).toEqual(await extractFrom(sheet))
})

describe.each([
  ['geometry', geometryReader()],
  ['pdf-text', pdfTextReader],
])('the reader %s', (_name, reader) => {
  it('pauses between pages', async () => {
    let pauses = 0
    await reader.read(bundle, {
      pause: async () => {
        pauses += 1
      },
    })
    expect(pauses).toBe(4)
  })

  it('stops where a pause fails', async () => {
    const stop = new Error('enough')
    await expect(reader.read(bundle, { pause: () => Promise.reject(stop) })).rejects.toBe(stop)
  })

  it('reads the pages that are wanted, and counts all', async () => {
    const { pages, pageCount } = await reader.read(bundle, { pages: [{ from: 2, to: 3 }] })
    const filled = pages.filter(({ blocks }) => blocks.length > 0).map(({ number }) => number)
    expect([filled, pageCount]).toEqual([[2, 3], 5])
  })
})
