import { expect, it } from 'vitest'
import { writePdf } from '../../../fixtures/readers/pdf/make/pdf.ts'
import { linesOf } from '../../../src/document/model.ts'
import { spansOf, textOf } from '../../../src/document/printed.ts'
import { geometryReader } from '../../../src/readers/pdf/index.ts'
import { read, shown } from './shown.ts'

/** Where the text stands on the first page, as the output says it. */
async function placeOf(name: string, text: string) {
  const source = await read(name)
  const line = source.pages.flatMap(page => [...linesOf(page.blocks)]).find(each => textOf(each.on) === text)
  return line && source.places(spansOf(line.on)[0] ?? [0, 0])
}

it.each([
  ['upright', 'user-unit', [200, 400], [28, 50.4, 48, 70.4]],
  ['turned right', 'rotated-90', [200, 100], [164.8, 14, 174.8, 24]],
  ['upside down', 'rotated-180', [100, 200], [76, 164.8, 86, 174.8]],
  ['turned left', 'rotated-270', [200, 100], [25.2, 76, 35.2, 86]],
])('gives places on the page as shown: %s', async (_why, name, size, bbox) => {
  expect((await read(name)).pages[0]?.size).toEqual(size)
  expect(await placeOf(name, '左')).toEqual([{ page: 1, line: expect.any(Number), offset: null, bbox }])
})

it('counts from the corner of the CropBox and leaves out what lies outside', async () => {
  const source = await read('crop-box')
  expect(shown(source.pages[0]?.blocks ?? [])).toEqual(['内の字', '<solid 枠の字>'])
  expect(await placeOf('crop-box', '内の字')).toEqual([{ page: 1, line: 1, offset: null, bbox: [10, 31.2, 40, 41.2] }])
})

it.each([
  'merged-cells',
  'boxes-and-fills',
  'spill-over',
  'raised-digits',
  'two-columns',
  'directions',
  'characters',
  'bit-rot',
])('numbers every character once and puts it on one line: %s', async name => {
  const source = await read(name)
  const spans = source.pages.flatMap(page => [...linesOf(page.blocks)].flatMap(line => spansOf(line.on)))
  expect(spans).toEqual(source.content)
  for (const [from, to] of source.content) expect(source.text.slice(from, to)).toMatch(/^\S(?:.*\S)?$/u)
})

it('reads every page of a file that is longer than the engine keeps open', async () => {
  const page = { content: 'BT /F 10 Tf 20 300 Td <00000001> Tj ET' }
  const file = writePdf({ pages: Array(70).fill(page), characters: ['本', '文'] })
  const { pages } = await geometryReader().read(file, {})
  expect(pages.map(({ blocks }) => shown(blocks))).toEqual(Array(70).fill(['本文']))
})
