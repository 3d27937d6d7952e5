import { describe, expect, it } from 'vitest'
import { Ink } from '../../../fixtures/readers/pdf/make/ink.ts'
import { type PageToWrite, writePdf } from '../../../fixtures/readers/pdf/make/pdf.ts'
import { linesOf } from '../../../src/document/model.ts'
import { textOf } from '../../../src/document/printed.ts'
import { readWith } from '../../../src/readers/reader.ts'
import { readers } from '../../../src/readers/registry.ts'
import { doubtsOf } from '../../../src/walks/suspects.ts'

const shown = '見える文字'
const other = '別の文字列'

/** A page with a line of its own at the top, and what is drawn besides. */
async function read(draw: (ink: Ink) => Ink, more: (ink: Ink) => Partial<PageToWrite> = () => ({})) {
  const ink = new Ink().text(20, 30, shown)
  draw(ink)
  const page = { content: ink.page(), ...more(ink) }
  const bytes = writePdf({ pages: [page], characters: ink.characters })
  const source = await readWith(readers, bytes, { pause: async () => {} })
  const [first] = source.pages
  const unseen = first?.unseen ? textOf(first.unseen) : undefined
  const notes = doubtsOf({ source, pages: source.pages }, [])
  const place = first?.unseen?.pieces[0]?.at && source.places(first.unseen.pieces[0].at)[0]
  return { seen: linesOf(first?.blocks ?? []).map(line => textOf(line.on)), unseen, notes, place, source }
}

const inColour = (ink: Ink, colour: string, x: number, y: number, text: string) =>
  ink.raw(`q ${colour}`).text(x, y, text).raw('Q')

describe('text that is not seen', () => {
  it.each<[string, (ink: Ink) => Ink]>([
    ['white on paper', ink => inColour(ink, '1 g', 20, 60, other)],
    ['grey on the same grey', ink => inColour(ink.fill(10, 40, 200, 80, 0.5), '0.5 g', 20, 60, other)],
    [
      'white on a white field in a dark one',
      ink => inColour(ink.fill(10, 40, 200, 80).fill(15, 45, 180, 70, 1), '1 g', 20, 60, other),
    ],
    ['under a field that is painted later', ink => ink.text(20, 60, other).fill(10, 40, 200, 80, 1)],
    ['without ink, over other text', ink => ink.hidden(21, 30, other)],
  ])('is left out and told, with its place: %s', async (_, draw) => {
    const { seen, unseen, notes, place, source } = await read(draw)
    expect(seen).toEqual([shown])
    expect(unseen).toBe(other)
    expect(notes).toMatchObject([{ code: 'HIDDEN_TEXT', args: { page: 1, text: other } }])
    expect(place).toMatchObject({
      page: 1,
      bbox: [expect.closeTo(20, -1), expect.any(Number), expect.any(Number), expect.any(Number)],
    })
    expect(source.content.map(([from, to]) => source.text.slice(from, to))).toEqual([shown])
  })

  it.each<[string, (ink: Ink) => Ink]>([
    ['white on dark', ink => inColour(ink.fill(10, 40, 200, 80, 0.2), '1 g', 20, 60, other)],
    ['on a field that is painted before', ink => ink.fill(10, 40, 200, 80, 1).text(20, 60, other)],
    [
      'black in the bounds of a black shape that is no rectangle',
      ink => ink.raw('0 g 10 320 m 200 320 l 200 360 l f').text(20, 60, other),
    ],
    ['outlined in black, filled with white', ink => ink.raw('q 1 g 0 G 1 Tr').text(20, 60, other).raw('Q')],
    ['light grey on paper', ink => inColour(ink, '0.9 g', 20, 60, other)],
    ['beside a field that is painted later', ink => ink.text(20, 60, other).fill(100, 40, 200, 80, 1)],
  ])('is not any that is: %s', async (_, draw) => {
    const { seen, unseen, notes } = await read(draw)
    expect(seen).toEqual([shown, other])
    expect([unseen, notes]).toEqual([undefined, []])
  })

  it('is not white text on a picture', async () => {
    const picture = {
      dictionary: '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
      data: '\x40\x80\xc0\x20',
    }
    const { seen, unseen } = await read(
      ink => inColour(ink.raw('q 200 0 0 40 10 320 cm /Im Do Q'), '1 g', 20, 60, other),
      () => ({ xObjects: { Im: picture } }),
    )
    expect(seen).toEqual([shown, other])
    expect(unseen).toBeUndefined()
  })
})
