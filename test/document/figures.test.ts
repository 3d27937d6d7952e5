import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/document/model.ts'
import { printedAt, textOf } from '../../src/document/printed.ts'
import { areFigures } from '../../src/document/prose/figures.ts'
import { joinCell } from '../../src/document/prose/prose.ts'

const lineOf = (text: string, apart?: boolean): Line => ({
  kind: 'line',
  on: printedAt(text, 0),
  number: 1,
  indent: 0,
  width: text.length / 2,
  gap: 0,
  ...(apart === undefined ? {} : { apart }),
})
const joined = (lines: readonly Line[]): string => textOf(joinCell(lines))

describe('two lines of a cell', () => {
  it.each([
    ['120', '85'],
    ['1,204', '1,300'],
    ['▲1', '2'],
    ['85.5％', '90.0％'],
    ['12人', '３人'],
    ['○', '△'],
    ['211-2885', '211-2886'],
  ])('are two figures: %s over %s', (above, below) => {
    expect(areFigures(above, below)).toBe(true)
    expect(joined([lineOf(above), lineOf(below)])).toBe(`${above}\n${below}`)
  })

  it.each([
    ['1,23', '8,815', 'its groups are not of three digits'],
    ['1,238,', '815', 'it ends in a comma'],
    ['７，１０', '０千円', 'its groups are not of three digits'],
    ['令和6', '年度', 'they are words'],
    ['120', '（前年85）', 'they are words'],
  ])('are one: %s over %s, as %s', (above, below) => {
    expect(joined([lineOf(above), lineOf(below)])).toBe(above + below)
  })

  it('are one number where the page shows that the edge cut it', () => {
    expect(joined([lineOf('1,238'), lineOf('815', false)])).toBe('1,238815')
  })
})
