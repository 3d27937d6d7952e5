import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  concat,
  fold,
  joinPrinted,
  match,
  matches,
  type Printed,
  printedAt,
  slice,
  spansOf,
  startOf,
  textOf,
  trim,
} from '../../src/document/printed.ts'
import { foldWidth } from '../../src/normalise/width.ts'

/** Characters of every kind that folds, cut into pieces anywhere. */
const anyPrinted: fc.Arbitrary<{ source: string; on: Printed }> = fc
  .tuple(
    fc.array(fc.constantFrom('令和', '４', '年', ' ', '\u3000', 'ﾊ', 'ﾞ', '⼦', '－', '１', '，', 'A', '𠮷'), {
      maxLength: 20,
    }),
    fc.array(fc.nat(40), { maxLength: 6 }),
  )
  .map(([words, cuts]) => {
    const source = words.join('')
    const ends = [...new Set([...cuts.filter(cut => cut < source.length), source.length])].sort((a, b) => a - b)
    const on = concat(
      ...ends.map((end, index) => printedAt(source.slice(ends[index - 1] ?? 0, end), ends[index - 1] ?? 0)),
    )
    return { source, on }
  })

/** The source characters of a text, one by one. */
const charactersOf = (on: Printed): number[] =>
  spansOf(on).flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index))

describe('printed text keeps its source characters', () => {
  it('when it is sliced', () => {
    fc.assert(
      fc.property(anyPrinted, fc.nat(45), fc.nat(45), ({ source, on }, from, to) => {
        const part = slice(on, from, to)
        expect(textOf(part)).toBe(source.slice(from, Math.max(from, to)))
        expect(charactersOf(part)).toEqual(charactersOf(on).slice(from, Math.max(from, to)))
      }),
    )
  })

  it('when it is trimmed', () => {
    fc.assert(
      fc.property(anyPrinted, ({ source, on }) => {
        expect(textOf(trim(on))).toBe(source.trim())
        const from = source.length - source.trimStart().length
        expect(charactersOf(trim(on))).toEqual(charactersOf(on).slice(from, from + source.trim().length))
      }),
    )
  })

  it('when it is folded: the same text as that of the whole, no character lost or counted twice', () => {
    fc.assert(
      fc.property(anyPrinted, ({ source, on }) => {
        expect(textOf(fold(on))).toBe(foldWidth(source))
        expect(charactersOf(fold(on))).toEqual(charactersOf(on))
      }),
    )
  })

  it('and what is folded stands on what it was', () => {
    const on = concat(printedAt('令和４', 10), printedAt('年ﾊ', 20), printedAt('ﾞ', 30))
    expect(textOf(fold(on))).toBe('令和4年バ')
    const wide = match(fold(on), /4/d)
    expect(wide && spansOf(wide.whole)).toEqual([[12, 13]])
    const voiced = match(fold(on), /バ/d)
    expect(voiced && spansOf(voiced.whole)).toEqual([[21, 31]])
  })
})

describe('matches', () => {
  const on = concat(printedAt('一2', 5), printedAt('3二4', 50))

  it('are printed text, whole and by group', () => {
    const found = [...matches(on, /(?<digits>\d+)(?<next>二)?/dgu)]
    expect(found.map(({ whole, index, end }) => [textOf(whole), index, end])).toEqual([
      ['23二', 1, 4],
      ['4', 4, 5],
    ])
    expect(found.map(({ groups }) => groups.digits && spansOf(groups.digits))).toEqual([
      [
        [6, 7],
        [50, 51],
      ],
      [[52, 53]],
    ])
    expect(found.map(({ groups }) => groups.next && textOf(groups.next))).toEqual(['二', undefined])
  })

  it('of nothing are found between all characters, once each', () => {
    expect([...matches(printedAt('a𠮷b', 0), /(?:)/dgu)].map(found => found.index)).toEqual([0, 1, 3, 4])
  })

  it('begin anew for every text, whoever used the pattern before', () => {
    const pattern = /\d/dgu
    pattern.lastIndex = 4
    expect([...matches(on, pattern)].map(found => textOf(found.whole))).toEqual(['2', '3', '4'])
    expect(match(on, /五/du)).toBeUndefined()
  })
})

describe('what we put in', () => {
  it('has no source character', () => {
    const on = joinPrinted([printedAt('甲', 3), printedAt('乙', 7)], '\n')
    expect(textOf(on)).toBe('甲\n乙')
    expect(spansOf(on)).toEqual([
      [3, 4],
      [7, 8],
    ])
    expect(startOf(slice(on, 1))).toBe(7)
    expect(startOf(slice(on, 1, 2))).toBe(-1)
  })
})
