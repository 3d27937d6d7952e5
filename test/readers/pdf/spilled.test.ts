import { expect, it } from 'vitest'
import { textOf } from '../../../src/document/printed.ts'
import { read, shown } from './shown.ts'

const filled = (cell: string): boolean => !cell.endsWith(']')

async function cellsAndDoubts(name: string) {
  const { pages, suspects = [] } = await read(name)
  const cells = pages.flatMap(page => shown(page.blocks)).filter(filled)
  return { cells, doubts: suspects.map(({ on, why }) => `${why} ${textOf(on)}`) }
}

it('parts text that spills over from that of the next cell, which begins where it ends', async () => {
  const { cells, doubts } = await cellsAndDoubts('spill-into-filled')
  expect(cells).toEqual([
    ...['[0,0] 長い名前がとなり', '[0,1] 隣の値'],
    ...['[1,0] 長い名前がとなり', '[1,1] 隣の値'],
    ...['[2,0] 正規職員人件費の計', '[2,1] 1,112,345,678'],
    ...['[3,0] 正規職員人件費の計', '[3,1] 12,345'],
  ])
  // A change of script could have made that gap.
  expect(doubts).toEqual(['on-border 正規職員人件費の計', 'on-border 1,112,345,678'])
})

it('says where it cannot be told to which cell text belongs', async () => {
  const { cells, doubts } = await cellsAndDoubts('spill-unsure')
  expect(cells).toEqual([
    ...['[0,0] 長い名前がとなりにかかる', '[0,1] 隣の値'],
    '[1,0] 長い名前がとなり隣の値',
    '[2,0] 両方の枠を埋める長い文字です。',
    '[3,0] どちらの枠のものか不明',
  ])
  expect(doubts).toEqual([
    ...['overprinted 長い名前がとなりにかかる', 'overprinted 隣の値'],
    'beside-empty 長い名前がとなり隣の値',
    'beside-empty 両方の枠を埋める長い文字です。',
    'beside-empty どちらの枠のものか不明',
  ])
})

it('doubts every line around one that stands on the border of two rows', async () => {
  const { cells, doubts } = await cellsAndDoubts('rows-too-low')
  expect(cells).toEqual([
    ...['[0,0] 一行目の文に続く', '[0,1] 前の値'],
    ...['[1,0] 二行目に続いて / 三行目で終わる', '[2,1] ※1 / 注のある値'],
    ...['[3,1] 境に立つ', '[4,0] 境に立たない'],
  ])
  expect(doubts).toEqual([
    ...['on-border 一行目の文に続く', 'on-border 二行目に続いて', 'on-border 三行目で終わる'],
    ...['beside-empty ※1', 'beside-empty 境に立つ'],
  ])
})

it('doubts the line that goes on from one printed over in the row above', async () => {
  const { doubts } = await cellsAndDoubts('line-in-row-above')
  expect(doubts).toEqual(['overprinted 項目の名前', 'overprinted 一行目の文に続く', 'on-border 二行目の文'])
})

it('points at the line below one that lies behind the edge of its cell', async () => {
  const { cells, doubts } = await cellsAndDoubts('cut-lines-above')
  expect(cells).toEqual(['[0,0] 上の値', '[0,1] 市民', '[1,0] 三行目で終わる', '[1,1] 5'])
  expect(doubts).toEqual(['cut-off 三'])
})
