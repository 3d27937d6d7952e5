import { expect, it } from 'vitest'
import { read, shown } from './shown.ts'

/** Each row: the fixture, why it is one, and its tables cell by cell. */
it.each([
  [
    'side-by-side',
    'near heights of two tables are not brought together',
    ['[0,0] 左上', '[0,1] 右上', '[1,0] 左下', '[1,1] 右下', '[0,0] ア', '[0,1] イ', '[1,0] ウ', '[1,1] エ'],
  ],
  [
    'small-rows',
    'rows of five points stay apart',
    ['[0,0] 項1', '[0,1] 0', '[1,0] 項2', '[1,1] 1', '[2,0] 項3', '[2,1] 2', '[3,0] 項4', '[3,1] 3'],
  ],
  [
    'borders-by-cell',
    'edges of neighbours that just miss each other are one line',
    ['[0,0] 事業名', '[0,1 1×2] 広報', '[1,0] 年度', '[1,1] 令和5', '[1,2] 令和6'],
  ],
  ['double-lines', 'no row or column between two lines', ['[0,0] 区分', '[0,1] 内容', '[1,0] ア', '[1,1] 広報']],
  ['broken-borders', 'dots, dashes and pieces are lines', ['[0,0] 区分', '[0,1] 内容', '[1,0] ア', '[1,1] 広報']],
  [
    'frame-at-border',
    'a frame that touches the border of its cell stands in the cell',
    [
      ...['[0,0] 項目', '[0,1] <solid 上の枠> / 枠の後'],
      ...['[1,0 open below]', '[1,1 open below] 枠の前 / <solid 下の枠>'],
    ],
  ],
  ['across-rows', 'a line belongs where its middle stands', ['[0,0] 低い字', '[0,1]', '[1,0]', '[1,1] 高い字']],
  [
    'spanning-heads',
    'heads over rows and over columns',
    [
      ...['[0,0 2×1] 区分', '[0,1 1×2] 決算額', '[1,1] 令和5年度', '[1,2] 令和6年度'],
      ...['[2,0] 広報', '[2,1] 10', '[2,2] 20', '[3,0] 広聴', '[3,1] 30', '[3,2] 40'],
    ],
  ],
  [
    'frame-in-table',
    'a frame in a cell is a box, and so is one that holds a table',
    [
      ...['[0,0] 目的', '[0,1] 枠の前 / <solid 枠の中>'],
      '<solid 枠の見出し / [0,0] ア / [0,1] イ / [1,0] ウ / [1,1] エ>',
    ],
  ],
  [
    'overshooting-lines',
    'what goes on beyond a corner makes no cell',
    ['[0,0] 区分', '[0,1] 内容', '[1,0] ア', '[1,1] 広報'],
  ],
  [
    'heads-without-frame',
    'a corner cell over two columns is one of a table without frame',
    [
      ...['[0,0 open above]', '[0,1 1×2 open above] 決算額', '[0,3 1×2 open above] 予算額'],
      ...['[1,0] 区分', '[1,1] 令5', '[1,2] 令6', '[1,3] 令7', '[1,4] 令8'],
      ...['[2,0] 広報', '[2,1] 10', '[2,2] 20', '[2,3] 30', '[2,4] 40'],
      ...['[3,0 open below] 広聴', '[3,1 open below] 50', '[3,2 open below] 60'],
      ...['[3,3 open below] 70', '[3,4 open below] 80'],
    ],
  ],
  ['axis-with-marks', 'an axis and its marks are no table', ['60', '40', '20', '0']],
  [
    'latin-cells',
    'Latin words stay apart where they were only moved along; letters all set apart are one word',
    ['[0,0] San Luis Obispo', '[0,1] Net total 2016', '[1,0] SNS', '[1,1] 広報とIT'],
  ],
  [
    'touching-corners',
    'two tables, not one with holes',
    ['[0,0] あ', '[0,1] い', '[1,0] う', '[1,1] え', '[0,0] か', '[0,1] き', '[1,0] く', '[1,1] け'],
  ],
])('%s: %s', async (name, _why, cells) => {
  const [page] = (await read(name)).pages
  expect(shown(page?.blocks ?? [])).toEqual(cells)
})

it('keeps the edges of each of two tables where they were drawn', async () => {
  const [page] = (await read('side-by-side')).pages
  expect(page?.blocks.map(block => block.bbox)).toEqual([
    [20, 20, 140, 60],
    [150, 22, 280, 62],
  ])
})

it('says on which side the paper was too narrow for a table', async () => {
  const cutAt = async (name: string) =>
    (await read(name)).pages[0]?.blocks.flatMap(block => (block.kind === 'table' ? [block.cutAt] : []))
  expect(await cutAt('cut-at-right')).toEqual(['right'])
  expect(await cutAt('side-by-side')).toEqual([undefined, undefined])
  expect(await cutAt('missing-borders')).not.toContain('right')
})

it('finds the outer cells where only the inner lines are drawn', async () => {
  const [page] = (await read('inner-lines-only')).pages
  expect(shown(page?.blocks ?? [])).toEqual([
    ...['[0,0 open above] 区分', '[0,1 open above] 決算', '[0,2 open above] 予算'],
    ...['[1,0 open below] 広報', '[1,1 open below] 10', '[1,2 open below] 20'],
    ...['[0,0 open above] 目的', '[0,1 open above] 周知', '[1,0] 対象', '[1,1] 市民'],
    ...['[2,0 open below] 期間', '[2,1 open below] 通年'],
    ...['[0,0 open above] 計', '[0,1 open above] 10', '[0,2 open above] 20'],
  ])
})
