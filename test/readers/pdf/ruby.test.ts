import { describe, expect, it } from 'vitest'
import { Ink } from '../../../fixtures/readers/pdf/make/ink.ts'
import { writePdf } from '../../../fixtures/readers/pdf/make/pdf.ts'
import { linesOf, type SourceDocument } from '../../../src/document/model.ts'
import { spansOf, textOf } from '../../../src/document/printed.ts'
import { readWith } from '../../../src/readers/reader.ts'
import { readers } from '../../../src/readers/registry.ts'

function read(draw: (ink: Ink) => Ink): Promise<SourceDocument> {
  const ink = draw(new Ink())
  const bytes = writePdf({ pages: [{ content: ink.page() }], characters: ink.characters })
  return readWith(readers, bytes, { pause: async () => {} })
}

const linesIn = (source: SourceDocument) => linesOf(source.pages[0]?.blocks ?? []).map(({ on }) => textOf(on))

/** What the file holds of a line. */
const rawOf = (source: SourceDocument, line: number) => {
  const on = linesOf(source.pages[0]?.blocks ?? [])[line]?.on
  return on && spansOf(on).map(([from, to]) => source.text.slice(from, to))
}

describe('kana over a word', () => {
  it('are no part of the line, and stay in what the file holds of it', async () => {
    const source = await read(ink =>
      ink.text(20, 60, '塵芥減量の推進').text(20, 51, 'じんかい', 5).text(70, 51, 'すいしん', 5),
    )
    expect(linesIn(source)).toEqual(['塵芥減量の推進'])
    expect(rawOf(source, 0)).toEqual(['塵芥じんかい減量の推進すいしん'])
  })

  it('belong to the line below them, between two lines', async () => {
    const source = await read(ink =>
      ink.text(20, 60, '分別の周知の方法を見直し').text(20, 78, '若年層に届くこと').text(20, 69, 'じゃくねんそう', 4.3),
    )
    expect(linesIn(source)).toEqual(['分別の周知の方法を見直し', '若年層に届くこと'])
    expect(rawOf(source, 1)).toEqual(['若年層じゃくねんそう', 'に届くこと'].join('').split('\n'))
  })

  it('may be one object for each character of the word', async () => {
    const source = await read(ink =>
      ink.text(20, 60, '診療所').text(22, 51, 'しん', 4).text(31, 51, 'りょう', 3).text(42, 51, 'じょ', 4),
    )
    expect(linesIn(source)).toEqual(['診療所'])
    expect(rawOf(source, 0)).toEqual(['診しん療りょう所じょ'])
  })

  it.each<[string, (ink: Ink) => Ink, string[]]>([
    [
      'in another cell',
      ink => ink.grid([10, 200], [40, 53, 70]).text(20, 51, 'フリガナ', 5).text(20, 64, '事業名'),
      ['フリガナ', '事業名'],
    ],
    ['over kana', ink => ink.text(20, 51, 'じんかい', 5).text(20, 60, 'ごみの減量'), ['じんかい', 'ごみの減量']],
    ['with other signs', ink => ink.text(20, 51, '（1）かい', 5).text(20, 60, '塵芥減量'), ['（1）かい', '塵芥減量']],
    ['of about one size', ink => ink.text(20, 51, 'じんかい', 8).text(20, 60, '塵芥減量'), ['じんかい', '塵芥減量']],
    ['far above', ink => ink.text(20, 42, 'じんかい', 5).text(20, 60, '塵芥減量'), ['じんかい', '塵芥減量']],
  ])('are lines of their own: %s', async (_, draw, lines) => {
    expect(linesIn(await read(draw))).toEqual(lines)
  })
})
