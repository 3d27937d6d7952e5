import { expect, it } from 'vitest'
import { textOf } from '../../../src/document/printed.ts'
import { read, shown } from './shown.ts'

const suspectsIn = async (name: string) =>
  (await read(name)).suspects?.map(({ on, why }) => [why, textOf(on), on.pieces[0]?.at])

it('points at characters that the file does not name: a value holds a stand-in, never the number of a glyph', async () => {
  const source = await read('some-without-unicode')
  expect(shown(source.pages[0]?.blocks ?? [])).toEqual([
    ...['[0,0] 事業名', '[0,1] 渡\ufffd市広報費の事業'],
    ...['[1,0] 担当者', '[1,1] 高橋\ue001一・札幌太郎'],
  ])
  expect(await suspectsIn('some-without-unicode')).toEqual([
    ['no-unicode', '\ufffd', [5, 6]],
    ['no-unicode', '\ue001', [20, 21]],
  ])
})

it('leaves out what a clip cuts off, and points at the last character that is seen', async () => {
  const source = await read('cut-text')
  expect(shown(source.pages[0]?.blocks ?? [])).toEqual([
    ...['[0,0] 長い名前が切れて', '[0,1] 隣の値', '[1,0] 長い名前が二枚に分かれる', '[1,1]'],
    '型の中も切れ',
    '型ごと切れて',
  ])
  expect(await suspectsIn('cut-text')).toEqual([
    ['cut-off', 'て', [7, 8]],
    ['cut-off', 'れ', [31, 32]],
    ['cut-off', 'て', [38, 39]],
  ])
})

it('points at the line above one that lies behind the edge of its cell', async () => {
  const source = await read('cut-lines')
  expect(shown(source.pages[0]?.blocks ?? [])).toEqual([
    ...['[0,0] 目的', '[0,1] 一行目の文に続く / 二行目に続いて', '[1,0] 対象', '[1,1] 市民'],
  ])
  const suspects = await suspectsIn('cut-lines')
  expect(suspects?.map(([why, text]) => [why, text])).toEqual([['cut-off', 'て']])
})

it('points at what a line is drawn through, which makes no cells; underlines and borders strike nothing out', async () => {
  const source = await read('struck-out')
  expect(shown(source.pages[0]?.blocks ?? [])).toEqual([
    ...['[0,0] 事業費', '[0,1] 1234512400', '[1,0] 決算', '[1,1] 800 / 900', '[2,0] 予算', '[2,1] 狭い行の文字'],
  ])
  expect((await suspectsIn('struck-out'))?.map(([why, text]) => [why, text])).toEqual([
    ['struck-out', '12345'],
    ['struck-out', '800'],
    // It stands on the lower edge of its table.
    ['beside-empty', '狭い行の文字'],
  ])
})

it('points below a first line that is cut off, at what is seen of its cell, not at the cell above', async () => {
  const suspects = await suspectsIn('cut-above')
  expect(suspects?.map(([why, text]) => [why, text])).toEqual([['cut-off', '続']])
})

it('keeps a text together that runs beyond the edge of its table', async () => {
  const [page] = (await read('beyond-the-table')).pages
  expect(shown(page?.blocks ?? [])).toEqual(['[0,0] 目的', '[0,1] 枠の外まで続く文', '[1,0] 対象', '[1,1] 市民'])
})

it('points at the end of what runs off the paper', async () => {
  const suspects = await suspectsIn('beyond-the-paper')
  expect(suspects?.map(([why, text]) => [why, text])).toEqual([['cut-off', 'め']])
})

it('says nothing where there is nothing to say', async () => {
  expect(await suspectsIn('merged-cells')).toBeUndefined()
})
