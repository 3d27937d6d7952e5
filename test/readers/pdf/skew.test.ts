import { describe, expect, it } from 'vitest'
import { Ink } from '../../../fixtures/readers/pdf/make/ink.ts'
import { type PageToWrite, writePdf } from '../../../fixtures/readers/pdf/make/pdf.ts'
import { readWith } from '../../../src/readers/reader.ts'
import { readers } from '../../../src/readers/registry.ts'
import { shown } from './shown.ts'

const xs = [20, 80, 280]
const ys = [40, 56, 72, 88, 104]

/** A table all of which is turned about the middle of the page, by degrees against the clock. */
async function read(degrees: number, more: Partial<PageToWrite> = {}) {
  const ink = new Ink().grid(xs, ys)
  for (const [row, word] of ['事業名', '対象者', '目的は', '決算額'].entries()) {
    ink.text(24, (ys[row] as number) + 12, word)
    ink.text(84, (ys[row] as number) + 12, `${word}の欄に長く書かれた値`)
  }
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const about = `${cos} ${sin} ${-sin} ${cos} ${150 - 150 * cos + 200 * sin} ${200 - 150 * sin - 200 * cos} cm`
  const content = `q ${about} ${ink.page()} Q`
  const bytes = writePdf({ pages: [{ content, ...more }], characters: ink.characters })
  const source = await readWith(readers, bytes, { pause: async () => {} })
  return { source, blocks: shown(source.pages[0]?.blocks ?? []) }
}

describe('a page that went askew', () => {
  it.each([0, 0.2, 0.7, -0.7, 2, -2])('is read as a straight one: %d degrees', async degrees => {
    expect((await read(degrees)).blocks).toEqual((await read(0)).blocks)
  })

  it('may be printed sideways', async () => {
    expect((await read(1, { rotate: 90 })).blocks).toEqual((await read(0, { rotate: 90 })).blocks)
  })

  it('tells places as the page shows them', async () => {
    const { source } = await read(2)
    const at = source.text.indexOf('決算額の')
    const [place] = source.places([at, at + 1])
    // Its middle, 61 points left of the middle of the page and 104 above, is turned about that by 2 degrees: 3.6 to the left, 2.2 down.
    const straight = (await read(0)).source
    const [before] = straight.places([at, at + 1])
    expect(before?.bbox?.[0]).toBeCloseTo(84, 0)
    const middleOf = ([x0, y0, x1, y1]: readonly number[]) => [((x0 ?? 0) + (x1 ?? 0)) / 2, ((y0 ?? 0) + (y1 ?? 0)) / 2]
    const [[x, y], [x0, y0]] = [middleOf(place?.bbox ?? []), middleOf(before?.bbox ?? [])] as [number[], number[]]
    expect((x ?? 0) - (x0 ?? 0)).toBeCloseTo(-3.6, 0)
    expect((y ?? 0) - (y0 ?? 0)).toBeCloseTo(2.2, 0)
  })

  it('is none where only some text runs askew', async () => {
    const ink = new Ink()
      .text(20, 40, '真っすぐな一行の文字')
      .text(20, 60, '斜めの印', 10, '0.9998 0.0175 -0.0175 0.9998')
    const bytes = writePdf({ pages: [{ content: ink.page() }], characters: ink.characters })
    const source = await readWith(readers, bytes, { pause: async () => {} })
    const [place] = source.places([0, 10])
    expect(place?.bbox?.[3]).toBeCloseTo(41.2, 1)
  })
})
