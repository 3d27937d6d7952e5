import { expect, it } from 'vitest'
import { type Line, linesOf } from '../../../src/document/model.ts'
import { textOf } from '../../../src/document/printed.ts'
import { read, shown } from './shown.ts'

const linesIn = async (name: string): Promise<Line[]> =>
  (await read(name)).pages.flatMap(page => [...linesOf(page.blocks)])

it('reads small raised digits as footnote marks, lowered ones as they are', async () => {
  expect(shown(await linesIn('raised-digits'))).toEqual([
    'システム⁷⁹の活用',
    'CO2排出量',
    '1.20人工',
    '事業名 広報費',
    '対象者',
  ])
})

it('reads columns one after the other, the heading above both first', async () => {
  expect(shown(await linesIn('two-columns'))).toEqual([
    '二段の見出し',
    ...['左の段の一行目の文章です', 'から左の段の二行目の文章', 'へ続き左の段の三行目の文'],
    ...['右の段の一行目の文章です', 'から右の段の二行目の文章', 'へ続き右の段の三行目の文'],
    '12',
  ])
})

it('reads text in every direction', async () => {
  expect(shown(await linesIn('directions')).sort()).toEqual(['ふつうの字', '上へ書く', '下へ書く', '逆さの字'].sort())
})

it('reads each character as it was meant: outside the main plane, radicals, a hyphen at the end, the text of a glyph', async () => {
  const lines = await linesIn('characters')
  expect(shown(lines)).toEqual(['𠮷野', '日本の長', 'infor-', 'mation', '字下げ', '値上少'])
  expect(lines[0]?.on.pieces).toEqual([{ text: '𠮷野', at: [0, 3] }])
  expect((await read('characters')).text).toContain('⽇本の⾧')
})

it('loses no letter of a ligature, whichever way it runs', async () => {
  expect(shown(await linesIn('ligatures'))).toEqual(['office', 'office', 'office'])
})

it('measures indent, width and room in ems of the cell, and counts blank lines', async () => {
  const lines = await linesIn('merged-cells')
  const purpose = lines.filter(line => line.number >= 9 && line.number <= 11)
  expect(purpose.map(line => [line.indent, line.width, line.gap].map(Math.round))).toEqual([
    [1, 11, 0],
    [0, 2, 0],
    [1, 5, 0],
  ])
  expect(purpose[0]?.room).toBeCloseTo(17.2, 1)
  expect(lines.find(line => line.vertical)?.bbox?.map(Math.round)).toEqual([25, 69, 35, 115])
})

it('says which lines go on with the sentence above: by edge, by the room left, not at a new item', async () => {
  const lines = await linesIn('paragraphs')
  expect(lines.map(line => `${line.follows ? '…' : ''}${textOf(line.on)}`)).toEqual([
    ...['・市民が主役のまちづくりを進', '…めるため仕組みをつくる。', '・次の項目'],
    ...['これは短い行。', 'また一字下げない段落が始まり', '…ここへ続く。'],
    ...['字下げされた段落の一行目です', '…が二行目へ続く。', '次の字下げされた段落である。'],
    ...['様々な課題を抱える世帯の組織', '…・分野横断の支援を行う。'],
    ...['アンケートの結果（回答率', '…45.2％）を踏まえて、年度内', '…に、NPOと協議を行う。'],
  ])
})

it('prints once what was printed twice to look bold', async () => {
  expect(shown(await linesIn('printed-twice'))).toEqual(['太い見出し', 'ああ'])
})
