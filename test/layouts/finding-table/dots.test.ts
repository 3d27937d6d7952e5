import { expect, it } from 'vitest'
import { linesOf } from '../../../src/document/model.ts'
import { textOf } from '../../../src/document/printed.ts'
import { columnOf, proseCell } from '../../../src/layouts/finding-table/body/cells.ts'
import { readPlainText } from '../../../src/readers/text.ts'

function cell(...printed: string[]) {
  const lines = readPlainText(`${printed.join('\n')}\n`).pages.flatMap(page => linesOf(page.blocks))
  const { leaf } = proseCell(lines, columnOf([lines], 0))
  return leaf.kind === 'printed' ? [textOf(leaf.on), leaf.notes?.length ?? 0] : leaf.kind
}

it('reads a dot that alone begins a line in a sentence as part of its words, and says so', () => {
  expect(
    cell('札幌での生活体験等や札幌市での就職', '・移住後の生活の内容を動画にまとめ、', '不安を解消する。'),
  ).toEqual(['札幌での生活体験等や札幌市での就職・移住後の生活の内容を動画にまとめ、不安を解消する。', 1])
})

it('reads dots that begin several lines as items, and says where one follows a full line', () => {
  expect(cell('次の取組を進めていくこととする。', '・市内の事業者に向けた相談の場の充実', '・移住の案内')).toEqual([
    '次の取組を進めていくこととする。\n市内の事業者に向けた相談の場の充実\n移住の案内',
    1,
  ])
})

it('doubts no item below a line that ends early or ends a sentence', () => {
  expect(cell('次の取組を進めていくこととする。', '・相談の場', '・市内の事業者に向けた移住の案内。')).toEqual([
    '次の取組を進めていくこととする。\n相談の場\n市内の事業者に向けた移住の案内。',
    0,
  ])
})
