import { describe, expect, it } from 'vitest'
import { Ink } from '../../../fixtures/readers/pdf/make/ink.ts'
import { type PageToWrite, writePdf } from '../../../fixtures/readers/pdf/make/pdf.ts'
import { linesOf } from '../../../src/document/model.ts'
import { textOf } from '../../../src/document/printed.ts'
import { readWith } from '../../../src/readers/reader.ts'
import { readers } from '../../../src/readers/registry.ts'
import { doubtsOf } from '../../../src/walks/suspects.ts'

async function read(draw: (ink: Ink) => Ink, more: Partial<PageToWrite> = {}) {
  const ink = draw(new Ink())
  const bytes = writePdf({ pages: [{ content: ink.page(), ...more }], characters: ink.characters })
  const source = await readWith(readers, bytes, { pause: async () => {} })
  const notes = doubtsOf({ source, pages: source.pages }, [])
  const [page] = source.pages
  return {
    seen: linesOf(page?.blocks ?? []).map(({ on }) => textOf(on)),
    cut: source.suspects?.map(({ on, why, rest }) => [why, textOf(on), rest]),
    hidden: notes.flatMap(each => (each.code === 'HIDDEN_TEXT' ? [each.args.text] : [])),
  }
}

describe('text that a clip or the edge of the page cuts off', () => {
  it('ends where it is cut; what the file holds behind is told', async () => {
    const { seen, cut, hidden } = await read(ink =>
      ink.clipped([20, 20, 58, 60], () => ink.text(21, 40, '120,000円とする')),
    )
    expect(seen).toEqual(['120,000'])
    expect(cut).toEqual([['cut-off', '0', '円とする']])
    expect(hidden).toEqual(['円とする'])
  })

  it('begins where it is cut', async () => {
    const { seen, cut } = await read(ink => ink.clipped([40, 20, 200, 60], () => ink.text(20, 40, '本年度の予算額')))
    expect(seen).toEqual(['度の予算額'])
    expect(cut).toEqual([['cut-off', '度', '本年']])
  })

  it('is told where none of it is seen', async () => {
    const { seen, cut, hidden } = await read(
      ink => ink.text(20, 40, '見える行').clipped([20, 200, 200, 220], () => ink.text(20, 260, '切り抜きの外')),
      { cropBox: [0, 100, 300, 400] },
    )
    expect([seen, cut]).toEqual([['見える行'], undefined])
    expect(hidden).toEqual(['切り抜きの外'])
  })

  it('is told beyond the edge of the page', async () => {
    const { seen, hidden } = await read(ink => ink.text(20, 40, '見える行').text(20, 350, '欄外の控え'), {
      cropBox: [0, 100, 300, 400],
    })
    expect(seen).toEqual(['見える行'])
    expect(hidden).toEqual(['欄外の控え'])
  })

  it('is nothing where the rest is drawn through another clip', async () => {
    const { seen, cut, hidden } = await read(ink => {
      ink.clipped([20, 20, 61, 60], () => ink.text(21, 40, '事業費の計です'))
      return ink.clipped([61, 20, 200, 60], () => ink.text(21, 40, '事業費の計です'))
    })
    expect([seen, cut, hidden]).toEqual([['事業費の計です'], undefined, []])
  })
})
