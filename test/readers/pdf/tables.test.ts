import { expect, it } from 'vitest'
import { read, shown } from './shown.ts'

it('reads spans, a label written downward, and two tables under each other', async () => {
  const [page] = (await read('merged-cells')).pages
  expect(shown(page?.blocks ?? [])).toEqual([
    '◎基本情報',
    '[0,0 1×2] 事業名',
    '[0,2] 広報事業費',
    '[0,3] 10',
    '[1,0 2×1] 事業内容',
    '[1,1] 対象',
    '[1,2 1×2] 市民',
    '[2,1] 目的',
    '[2,2 1×2] 市政の情報を知ってもら / う。 / 次の段落。',
    '[0,0] 令和5年度決算額',
    '[0,1] 12,027',
    '[1,0] （人工）',
    '[1,1] 0.50 人工',
  ])
})

it('closes a table whose outer border is left out, and says where a cell is open to the next page', async () => {
  const [page] = (await read('missing-borders')).pages
  expect(shown(page?.blocks ?? [])).toEqual([
    ...['[0,0] a', '[0,1] b', '[0,2] c', '[1,0] d', '[1,1] e', '[1,2] f'],
    ...['[0,0] 項目', '[0,1] 内容', '[1,0 open below] 続く', '[1,1 open below] 次の頁へ'],
    ...['[0,0 open above] 上は', '[0,1 open above] 前の頁から', '[1,0] 下', '[1,1] 閉じる'],
  ])
})

it('keeps dashed and dotted boxes and a nested table in their cell, in order with its lines', async () => {
  const [page] = (await read('boxes-and-fills')).pages
  expect(shown(page?.blocks ?? [])).toEqual([
    '[0,0] 見出し',
    '[0,1] 値',
    '[1,0]',
    '[1,1] 箱の前 / <dashed 破線の箱> / 箱の後 / <dashed 点線の箱> / [0,0] 入れ子 / [0,1] 5 / [1,0] / [1,1]',
  ])
})

it('gives text that runs over a border to the cell it was written in', async () => {
  const [page] = (await read('spill-over')).pages
  expect(shown(page?.blocks ?? []).filter(cell => !cell.endsWith(']'))).toEqual([
    '[0,0] 長い名前がとなりにかかる',
    '[1,2] 右の端から左へかかる文字',
    '[2,1] 中央の文字が両側へと',
    '[3,0] 前の値',
    '[3,1] 後の値',
    '[3,2] 別',
  ])
})

it('parts what one object wrote across a border, where it left a gap for it', async () => {
  const [page] = (await read('written-across')).pages
  expect(shown(page?.blocks ?? [])).toEqual(['[0,0] 左の値', '[0,1] 右の値', '[1,0] 長い名前がかかる', '[1,1]'])
})

it('finds lines inside forms, through all matrices', async () => {
  const [table] = (await read('forms')).pages[0]?.blocks ?? []
  expect(shown(table ? [table] : [])).toEqual(['[0,0] 左', '[0,1] 右'])
  expect(table?.bbox).toEqual([40, 70, 140, 90])
})
