import { expect, it } from 'vitest'
import type { Line } from '../../../src/document/model.ts'
import { printedAt, textOf } from '../../../src/document/printed.ts'
import type { Leaf } from '../../../src/layouts/kit/leaves.ts'
import { departmentsOf } from '../../../src/layouts/recommendation-progress/cells/departments.ts'

const line = (text: string, number: number): Line => ({
  kind: 'line',
  on: printedAt(text, number * 100),
  number,
  indent: 0,
  width: text.length,
  gap: 0,
})
const shown = (leaf: Leaf): string | null => (leaf.kind === 'printed' ? textOf(leaf.on) : null)
const read = (lines: readonly string[]) =>
  departmentsOf(lines.map(line)).departments.map(({ bureau, division }) => [shown(bureau), shown(division)])

it.each([
  [['子)子育て支援部', '教)学校教育部']],
  [['子：子育て支援部', '教：学校教育部']],
  [['（子）子育て支援部', '（教）学校教育部']],
  [['(子)子育て', '支援部 (教)学校教育部']],
  [['子）子育て支援部　教）学校教育部']],
])('reads bureaus in short: %j', lines => {
  expect(read(lines)).toEqual([
    ['子', '子育て支援部'],
    ['教', '学校教育部'],
  ])
})

it('reads full names, wrapped ones too', () => {
  expect(read(['子ども未来局　子育て', '支援部', '教育委員会　学校教育部'])).toEqual([
    ['子ども未来局', '子育て支援部'],
    ['教育委員会', '学校教育部'],
  ])
})

it('reads divisions alone', () => {
  expect(read(['子育て支援部', '学校教育部、総務部'])).toEqual([
    [null, '子育て支援部'],
    [null, '学校教育部'],
    [null, '総務部'],
  ])
})

it('reads all wards before a division as its bureau', () => {
  expect(read(['各区　市民部', '子)子育て支援部'])).toEqual([
    ['各区', '市民部'],
    ['子', '子育て支援部'],
  ])
})
