import { expect, it } from 'vitest'
import type { Line } from '../../../src/document/model.ts'
import { printedAt, textOf } from '../../../src/document/printed.ts'
import { unitsIn } from '../../../src/layouts/finding-table/cells/units.ts'

const room = 7.5

const lineOf = (text: string, index: number): Line => ({
  kind: 'line',
  on: printedAt(text, index * 100),
  number: index + 1,
  indent: 0,
  width: text.length,
  gap: 0,
  room,
})

const namesIn = (lines: readonly string[]) => unitsIn(lines.map(lineOf)).names.map(textOf)

it.each([
  ['a mark parts names, so a full line ends none in 校', ['広報部、中央学校', '教育部'], ['広報部', '中央学校教育部']],
  ['nor where the rest takes two lines', ['広報部、都市公園', '緑化推進部'], ['広報部', '都市公園緑化推進部']],
  ['担当 is one word', ['北部市街地開発担', '当部、衛生研究', '所'], ['北部市街地開発担当部', '衛生研究所']],
  ['a line with room ends the name', ['税部、動物園', '緑化部'], ['税部', '動物園', '緑化部']],
  ['a line end parts names where no mark does', ['円山西動物園', '緑化推進部'], ['円山西動物園', '緑化推進部']],
  ['部 ends a name, however full its line is', ['広報部、財政部', '市民部'], ['広報部', '財政部', '市民部']],
])('%s', (_why, lines, names) => {
  expect(namesIn(lines)).toEqual(names)
})
