import { expect, it } from 'vitest'
import type { Block } from '../../../src/document/model.ts'
import { read, shown } from './shown.ts'

const blocksOf = async (name: string): Promise<readonly Block[]> => (await read(name)).pages[0]?.blocks ?? []
const foundBy = (blocks: readonly Block[]) => blocks.flatMap(block => (block.kind === 'table' ? [block.found] : []))

it('finds a table by alignment alone, and says so; the lines around it stay lines', async () => {
  const blocks = await blocksOf('aligned-columns')
  expect(foundBy(blocks)).toEqual(['alignment'])
  expect(shown(blocks)).toEqual([
    '市民意識調査の結果（抜粋）',
    ...['[0,0] 区分', '[0,1] 内容', '[0,2] 人数', '[1,0] 広報', '[1,1] 広報誌を読んで / いる人', '[1,2] 5'],
    ...['[2,0] 広聴', '[2,1] 意見を出した人', '[2,2] 120', '[3,0] 参加', '[3,1] 行事に来た人', '[3,2] 64'],
    '調査は毎年行い、結果は翌年の計画に生かすこととしている。',
  ])
})

it('reads each line of a body as a row where only head and body are parted', async () => {
  expect(shown(await blocksOf('head-and-body'))).toEqual([
    ...['[0,0] 区分', '[0,1] 件数', '[0,2] 割合', '[1,0] 広報', '[1,1] 12', '[1,2] 30'],
    ...['[2,0] 広聴', '[2,1] 7', '[2,2] 45', '[3,0] 参加', '[3,1] 9', '[3,2] 25'],
  ])
})

it('takes a line of heads over several columns for a row of the table', async () => {
  expect(shown(await blocksOf('aligned-heads')).slice(0, 8)).toEqual([
    ...['[0,0]', '[0,1 1×2] 決算の額', '[0,3 1×2] 予算の額'],
    ...['[1,0] 区分', '[1,1] 4年度', '[1,2] 5年度', '[1,3] 6年度', '[1,4] 7年度'],
  ])
})

it('takes every other row for one by its ground', async () => {
  const blocks = await blocksOf('zebra-rows')
  expect(foundBy(blocks)).toEqual(['alignment'])
  expect(shown(blocks)).toEqual([
    ...['[0,0] 項目', '[0,1] 説明', '[1,0] 甲', '[1,1] 二行の説明の一行目 / と二行目', '[2,0] 乙', '[2,1] 一行の説明'],
    ...['[3,0] 丙', '[3,1] 別の説明', '[4,0] 丁', '[4,1] 終わりの説明'],
  ])
})

it('takes rows that are filled and rows that are not for one table', async () => {
  const blocks = await blocksOf('filled-in-part')
  expect(foundBy(blocks)).toEqual(['alignment'])
  expect(shown(blocks)).toEqual([
    ...['[0,0] 品名', '[0,1] 数量', '[0,2] 価格', '[1,0] ねじ', '[1,1] 12', '[1,2] 350', '[2,0] くぎ', '[2,1] 7'],
    ...['[2,2] 120', '[3,0] 座金', '[3,1] 24', '[3,2] 80', '[4,0] びょう', '[4,1] 6', '[4,2] 15'],
  ])
})

it('takes a table for one though its middle gap is wide and a row is left empty', async () => {
  expect(shown(await blocksOf('wide-gaps'))).toEqual([
    ...['[0,0] 記号', '[0,1] 品名', '[0,2] 数量', '[0,3] 価格', '[1,0] ア', '[1,1] ねじ', '[1,2] 12', '[1,3] 350'],
    ...['[2,0] イ', '[2,1] くぎ', '[2,2]', '[2,3] 120', '[3,0] ウ', '[3,1] 座金', '[3,2] 24', '[3,3] 80'],
    ...['[4,0] エ', '[4,1] びょう', '[4,2] 6', '[4,3]'],
  ])
})

it('takes what stands between two lines across for a row, also where the end of the page cuts it', async () => {
  const blocks = await blocksOf('banded-rows')
  expect(shown(blocks)).toEqual([
    '指摘への対応',
    ...['[0,0] 番号', '[0,1] 担当', '[0,2] 指摘の内容', '[0,3] 対応', '[1,0] 1', '[1,1] 広報課'],
    ...['[1,2] 広報誌を読む人が / 減っている。', '[1,3] 紙面を改め、電子 / 版を毎月配信する / こととした。'],
    ...['[2,0] 2', '[2,1] 広聴課', '[2,2]', '[2,3] 検討している。', '[3,0 open below] 3', '[3,1 open below] 市民課'],
    ...['[3,2 open below] 窓口の待ち時間が / 長い。', '[3,3 open below] 予約を始めた。'],
  ])
})

it('takes what two pieces of lines have between them for a cell, where the lines are drawn cell by cell', async () => {
  expect(shown(await blocksOf('jointed-cells'))).toEqual([
    ...['[0,0] 年度', '[0,1 1×2] 令和6年度', '[0,3] 番号', '[0,4] 12'],
    ...['[1,0] 目的', '[1,1 1×4] 市民の相談に応じ、困りごとを早く解決 / する。'],
    ...['[2,0 2×1] 結果', '[2,1] 短期', '[2,2 1×3] 相談は増えた。', '[3,1] 長期', '[3,2 1×3] 続ける。'],
    '費用',
    ...['[0,0]', '[0,1] 決算', '[0,2] 予算', '[1,0] 事業費', '[1,1] 90', '[1,2] 100'],
  ])
})

it('parts no cell in a name or a sentence, where the lines are drawn column by column', async () => {
  expect(shown(await blocksOf('jointed-columns')).filter(cell => !cell.endsWith(']'))).toEqual([
    ...['[0,0] 年度', '[0,1] 令和6年度', '[0,3] 番号', '[0,4] 12'],
    ...['[1,0] 担当', '[1,1 1×2] 広報部 広聴課', '[2,0] 目的', '[2,1 1×3] 市民の相談に応じ、解決する。'],
  ])
})

it('parts columns that leave little room between them, where nothing goes over their edge', async () => {
  expect(shown(await blocksOf('jointed-narrow'))).toEqual([
    ...['[0,0] 番号', '[0,1] 施策', '[0,2] 対象', '[0,3] 対応'],
    ...['[1,0] 1', '[1,1] 相談の充実 / を図る', '[1,2] 相談会事業 / 費', '[1,3] 回数を増やした。'],
    ...['[2,0] 2', '[2,1] 広報の充実', '[2,2] 紙面', '[2,3] 改めた。'],
  ])
})

it('takes filled cells with white gaps for a table', async () => {
  const blocks = await blocksOf('filled-cells')
  expect(foundBy(blocks)).toEqual(['fills'])
  expect(shown(blocks)).toEqual(['[0,0 1×2] 決算額', '[1,0] 令和5年度', '[1,1] 令和6年度', '[2,0] 10', '[2,1] 20'])
})

it.each([
  ['a numbered list and a list of contents', 'aligned-prose'],
  ['text set in columns', 'two-columns'],
  ['paragraphs', 'raised-digits'],
  ['a page that has a ruled table', 'merged-cells'],
  ['what stands beside a ruled table on the page of a form', 'beside-ruled'],
])('makes no table of what is only aligned: %s', async (_why, name) => {
  expect(foundBy(await blocksOf(name)).filter(found => found !== undefined)).toEqual([])
})
