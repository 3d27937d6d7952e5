import { expect, it } from 'vitest'
import { linesOf } from '../../../src/document/model.ts'
import { textOf } from '../../../src/document/printed.ts'
import { read, shown } from './shown.ts'

const table = ['[0,0] 事業名', '[0,1] 広報費の事業', '[1,0] 担当課', '[1,1] 広報部広報課', '[2,0] 対象者', '[2,1] 市民']

/** Each row: the fixture, why it is one, and its blocks. */
it.each([
  ['watermarks', 'what lies across the page is no part of its cells', table],
  [
    'rims',
    'the rims of rectangles on one another are lines, and so are low round frames',
    [...['[0,0] 事業名', '[0,1] 広報費'], ...['[0,0] 担当', '[0,1] 広報課', '[1,0] 対象', '[1,1] 市民']],
  ],
  [
    'spread-words',
    'a word spread over its cell has no spaces in it; numbers and marks that stand apart stay so',
    [
      ...['[0,0] 取組方針ア', '[0,1] 支援を行う。', '[1,0] 担当者', '[1,1] 札幌 太郎'],
      ...['[2,0] １ ２ ３', '[2,1] ○ ○ ○'],
    ],
  ],
  [
    'mark-beside-columns',
    'a mark belongs to the line it stands beside',
    ['右の段の一行である', 'システム⁷⁹の活用を進める'],
  ],
  [
    'numbers-over-borders',
    'a number that is too wide for its cell is no part of the next',
    [...['[0,0] 決算の額', '[0,1] 8920', '[0,2] うち特定'], ...['[1,0] 予算の額', '[1,1] 9130', '[1,2] うち一般']],
  ],
  [
    'same-words',
    'what the engine takes for one text is read for each row',
    ['ア', 'イ', 'ウ'].flatMap((label, row) => [
      `[${row},0] ${label}`,
      `[${row},1] 引き続き取組を進めることが必要である。`,
    ]),
  ],
])('%s: %s', async (name, _why, blocks) => {
  const [page] = (await read(name)).pages
  expect(shown(page?.blocks ?? [])).toEqual(blocks)
})

it('counts what lies across the page among its characters', async () => {
  const { text } = await read('watermarks')
  expect([...'見本写'].every(character => text.includes(character))).toBe(true)
})

it('points at what a stamp says, and at what it lies on', async () => {
  const suspects = (await read('stamp')).suspects?.map(({ on, why }) => [why, textOf(on)])
  expect(suspects).toEqual([
    ['overprinted', '報部広'],
    ['overprinted', '収受済'],
    ['stamped', '札幌市'],
  ])
})

it.each([
  ['hanging-marks', 'a mark out of the measure says nothing of its width', [false, true, true, true]],
  ['brackets-before-the-edge', 'the ink of a bracket begins the line', [false, true, true, true, false]],
  ['words-at-line-ends', 'a word that cannot be parted had no room', [false, true, true, true, true, false]],
])('%s: %s', async (name, _why, follows) => {
  const [page] = (await read(name)).pages
  const [block] = page?.blocks ?? []
  const first = block?.kind === 'table' ? block.cells[0]?.blocks : page?.blocks
  expect([...linesOf(first ?? [])].map(line => line.follows)).toEqual(follows)
})
