import { describe, expect, it } from 'vitest'
import { writePdf } from '../../../fixtures/readers/pdf/make/pdf.ts'
import { linesOf } from '../../../src/document/model.ts'
import { textOf } from '../../../src/document/printed.ts'
import { readWith } from '../../../src/readers/reader.ts'
import { readers } from '../../../src/readers/registry.ts'
import { doubtsOf } from '../../../src/walks/suspects.ts'

const shown = 'BT /F 10 Tf 2 5 Td <0001> Tj ET'
const ownLine = 'BT /F 10 Tf 20 300 Td <0000> Tj ET'

/** A page with 計 of its own, or other content, and with these annotations, which show 額. */
async function read(
  annotations: readonly { dictionary: string; shows?: string; box?: readonly number[] }[],
  content = ownLine,
) {
  const bytes = writePdf({ pages: [{ content, annotations }], characters: ['計', '額'] })
  const source = await readWith(readers, bytes, { pause: async () => {} })
  const [page] = source.pages
  const seen = linesOf(page?.blocks ?? []).map(line => textOf(line.on))
  const struck = source.suspects?.map(({ on, why }) => [why, textOf(on)])
  return { page, seen, struck, codes: doubtsOf({ source, pages: source.pages }, []).map(({ code }) => code) }
}

describe('text of form fields and annotations', () => {
  it.each([
    ['a form field', '/Subtype /Widget /FT /Tx /F 4'],
    ['a remark', '/Subtype /FreeText /F 4'],
    ['a stamp', '/Subtype /Stamp /F 4'],
  ])('is read where it is shown: %s', async (_, dictionary) => {
    const { page, seen, codes } = await read([{ dictionary, shows: shown }])
    expect(seen).toEqual(['額', '計'])
    expect([page?.annotations, codes]).toEqual([undefined, []])
  })

  it('covers what its ground lies on', async () => {
    const correction = { dictionary: '/Subtype /FreeText /F 4', shows: `1 g 0 0 100 20 re f 0 g ${shown}` }
    const { seen, codes } = await read([correction], 'BT /F 10 Tf 60 355 Td <0000> Tj ET')
    expect(seen).toEqual(['額'])
    expect(codes).toEqual(['HIDDEN_TEXT'])
  })

  it.each([
    ['with a look of its own', { shows: '0 G 0.5 w 0 8.5 m 20 8.5 l S' }],
    ['without one', {}],
  ])('strikes out what a line is drawn through: an annotation %s', async (_, look) => {
    const quad = '/QuadPoints [20 370 40 370 20 350 40 350] /C [1 0 0]'
    const annotation = { dictionary: `/Subtype /StrikeOut /F 4 ${quad}`, box: [20, 350, 40, 370], ...look }
    const { struck } = await read([annotation], 'BT /F 10 Tf 20 355 Td <00000001> Tj ET')
    expect(struck).toEqual([['struck-out', '計額']])
  })

  it('covers text under an opaque field of no words', async () => {
    const annotation = { dictionary: '/Subtype /Square /F 4', shows: '1 g 0 0 100 20 re f' }
    const { seen, codes } = await read([annotation], `${ownLine} BT /F 10 Tf 60 355 Td <0001> Tj ET`)
    expect([seen, codes]).toEqual([['計'], ['HIDDEN_TEXT']])
  })

  it('covers none under a highlight, which the text is seen through', async () => {
    const quad = '/QuadPoints [20 370 120 370 20 350 120 350] /C [1 1 0]'
    const { seen, codes } = await read(
      [{ dictionary: `/Subtype /Highlight /F 4 ${quad}` }],
      'BT /F 10 Tf 60 355 Td <0001> Tj ET',
    )
    expect([seen, codes]).toEqual([['額'], []])
  })

  it.each([
    ['a link', { dictionary: '/Subtype /Link' }],
    ['a hidden remark', { dictionary: '/Subtype /FreeText /F 2', shows: shown }],
    ['a remark that is not viewed', { dictionary: '/Subtype /FreeText /F 32', shows: shown }],
    ['a field that shows only its frame', { dictionary: '/Subtype /Widget /FT /Tx /F 4', shows: '0 0 100 20 re S' }],
  ])('is none: %s', async (_, annotation) => {
    expect((await read([annotation])).seen).toEqual(['計'])
    const beside = { dictionary: '/Subtype /Stamp /F 4', shows: shown }
    expect((await read([annotation, beside])).seen).toEqual(['額', '計'])
  })
})
