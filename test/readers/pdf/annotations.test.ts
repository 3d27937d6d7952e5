import { describe, expect, it } from 'vitest'
import { writePdf } from '../../../fixtures/readers/pdf/make/pdf.ts'
import { readWith } from '../../../src/readers/reader.ts'
import { readers } from '../../../src/readers/registry.ts'
import { doubtsOf } from '../../../src/walks/suspects.ts'

const shown = 'BT /F 10 Tf 2 5 Td <0000> Tj ET'

/** A page with one character of its own, and with these annotations. */
async function read(...annotations: readonly { dictionary: string; shows?: string }[]) {
  const content = 'BT /F 10 Tf 20 300 Td <0000> Tj ET'
  const bytes = writePdf({ pages: [{ content, annotations }], characters: ['計'] })
  const source = await readWith(readers, bytes, { pause: async () => {} })
  return { page: source.pages[0], notes: doubtsOf({ source, pages: source.pages }, []) }
}

describe('text of form fields and annotations, which is not read', () => {
  it('is told on the records of its page', async () => {
    const field = { dictionary: '/Subtype /Widget /FT /Tx /F 4', shows: shown }
    const remark = { dictionary: '/Subtype /FreeText /F 4', shows: shown }
    const { page, notes } = await read(field, remark)
    expect(page?.annotations).toBe(2)
    expect(notes.map(({ code, pointer, severity }) => [code, pointer, severity])).toEqual([
      ['SUSPECT_TEXT', '/records', 'warning'],
    ])
  })

  it.each([
    ['a link', { dictionary: '/Subtype /Link' }],
    ['a hidden remark', { dictionary: '/Subtype /FreeText /F 2', shows: shown }],
    ['a field that shows only its frame', { dictionary: '/Subtype /Widget /FT /Tx /F 4', shows: '0 0 100 20 re S' }],
  ])('is none: %s', async (_, annotation) => {
    const { page, notes } = await read(annotation)
    expect([page?.annotations, notes]).toEqual([undefined, []])
  })
})
