import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Row, rowParts } from '../../src/document/rows.ts'
import { firstWhere } from '../../src/document/search.ts'

describe('firstWhere', () => {
  it.each([
    [[], 3, 0, 'nothing to search'],
    [[1, 2], 3, 2, 'none: the end'],
    [[3, 4], 3, 0, 'the first'],
    [[1, 3, 3, 4], 3, 1, 'the first of several'],
    [[1, 2, 4], 3, 2, 'the last'],
  ])('of %j from %i is %i (%s)', (numbers, least, expected) => {
    expect(firstWhere(numbers, number => number >= least)).toBe(expected)
  })
})

/** Three lines of a text, the second of them blank, and one on the next page. */
const rows: Row[] = [
  { from: 0, to: 4, page: 1, number: 1 },
  { from: 5, to: 5, page: 1, number: 2 },
  { from: 6, to: 9, page: 1, number: 3 },
  { from: 10, to: 12, page: 2, number: 1 },
]

describe('rowParts', () => {
  it.each<[span: [number, number], expected: [page: number, line: number, from: number, to: number][], why: string]>([
    [[0, 4], [[1, 1, 0, 4]], 'a whole line'],
    [[1, 3], [[1, 1, 1, 3]], 'a part of one'],
    [
      [2, 11],
      [
        [1, 1, 2, 4],
        [1, 3, 6, 9],
        [2, 1, 10, 11],
      ],
      'several, over a page break; the blank one prints nothing',
    ],
    [[4, 6], [], 'line breaks only'],
    [[3, 3], [], 'no character'],
    [[12, 20], [], 'beyond the end'],
  ])('%j: %j (%s)', (span, expected) => {
    const found = rowParts(rows, span).map(({ row, part }) => [row.page, row.number, ...part])
    expect(found).toEqual(expected)
  })

  it('gives every character of a span that stands on a row, once', () => {
    const lengths = fc.array(fc.nat(5), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(lengths, fc.nat(150), fc.nat(150), (sizes, a, b) => {
        let at = 0
        const lines = sizes.map((size, index) => {
          const row = { from: at, to: at + size, page: 1, number: index + 1 }
          at += size + 1
          return row
        })
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const wanted = lines.flatMap(row =>
          Array.from({ length: row.to - row.from }, (_, i) => row.from + i).filter(i => i >= from && i < to),
        )
        const parts = rowParts(lines, [from, to])
        expect(parts.flatMap(({ part }) => Array.from({ length: part[1] - part[0] }, (_, i) => part[0] + i))).toEqual(
          wanted,
        )
        expect(parts.every(({ row, part }) => part[0] >= row.from && part[1] <= row.to)).toBe(true)
      }),
    )
  })
})
