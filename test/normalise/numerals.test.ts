import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  circledNumber,
  decimal,
  integer,
  kanjiNumber,
  romanNumber,
  superscriptNumber,
} from '../../src/normalise/numerals.ts'
import { anyText, hugeTexts } from './strings.ts'

const DECIMALS: [input: string, expected: number | null, why: string][] = [
  ['192,788', 192788, 'groups of three'],
  ['１，２３４．５', 1234.5, 'full width'],
  ['100000', 100000, 'without groups'],
  ['0', 0, 'a printed zero is zero'],
  ['０', 0, 'also in full width'],
  ['▲0', 0, 'and never minus zero'],
  ['0.50', 0.5, 'a fraction'],
  ['▲19.6', -19.6, 'black triangle'],
  ['△ 3', -3, 'white triangle, space'],
  ['△　３', -3, 'ideographic space'],
  ['-5', -5, 'hyphen'],
  ['－５', -5, 'fullwidth hyphen'],
  ['−5', -5, 'minus sign'],
  ['＋３', 3, 'plus'],
  ['100%', 100, 'percent'],
  ['１００％', 100, 'fullwidth percent'],
  ['100 %', 100, 'a space before the unit'],
  ['  4086\n', 4086, 'spaces around'],
  ['－', null, 'not filled in'],
  ['―', null, 'dash'],
  ['-', null, 'hyphen'],
  ['…', null, 'dots'],
  ['', null, 'empty'],
  [' 　', null, 'spaces'],
  ['－％', null, 'not filled in before a printed unit'],
]
const NO_NUMBERS: [input: string, why: string][] = [
  ['1,23', 'a group of two'],
  ['12,3456', 'a group of four'],
  ['1234,567', 'a first group of four'],
  [',123', 'an empty group'],
  ['0,123', 'a group of zero'],
  ['1,234,', 'an open end'],
  ['5.', 'a point without a fraction'],
  ['.5', 'a fraction without a whole'],
  ['1.2.3', 'two points'],
  ['007', 'leading zeros are a code'],
  ['1 234', 'a space inside'],
  ['- 5', 'a list item'],
  ['▲', 'a sign alone'],
  ['▲▲5', 'two signs'],
  ['▲-5', 'two signs'],
  ['--5', 'two dashes before a number'],
  ['%', 'a unit alone'],
  ['5-6', 'a range'],
  ['2－2', 'a code'],
  ['5人', 'a unit that was not named'],
  ['R88', 'an era'],
  ['⁸²', 'superscripts'],
  ['①', 'an enclosed number'],
  ['口コミ', 'a word'],
  ['一般', 'a word that begins with a numeral'],
  ['億ション', 'a word that begins with a multiplier'],
  ['十二', 'kanji'],
  ['1e5', 'exponents'],
  ['0x10', 'hexadecimal'],
  ['Infinity', 'a word of the language'],
  ['٣', 'digits of another script'],
  ['9'.repeat(16), 'more digits than a number holds'],
]

describe('decimal', () => {
  test.each(DECIMALS)('%j → %j (%s)', (input, expected) => {
    expect(decimal(input)).toBe(expected)
  })
  test.each(NO_NUMBERS)('%j is not one (%s)', input => {
    expect(decimal(input)).toBeUndefined()
    expect(integer(input)).toBeUndefined()
  })
  test.each([
    ['66,611人', ['人'], 66611],
    ['６６，６１１ 人', ['人'], 66611],
    ['5人工', ['人', '人工'], 5],
    ['5人', ['人', '人工'], 5],
    ['5', ['人'], 5],
    ['12km', ['ｋｍ'], 12],
    ['12ｋｍ', ['km'], 12],
    ['50%', ['人'], 50],
    ['－人', ['人'], null],
    ['人', ['人'], undefined],
    ['5件', ['人'], undefined],
    ['5人人', ['人'], undefined],
  ] as [string, string[], number | null | undefined][])('%j with the units %j → %j', (input, units, expected) => {
    expect(decimal(input, units)).toBe(expected)
  })
  test('reads every integer as it is printed in Japanese', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), value => {
        expect(decimal(value.toLocaleString('en-US'))).toBe(value)
        expect(decimal(String(value).replace('-', '▲'))).toBe(value)
      }),
    )
  })
  test('gives a finite number, null or undefined for any text', () => {
    fc.assert(fc.property(anyText, text => isNumberOrNot(decimal(text, ['円']))))
  })
})

test.each([
  ['192,788', 192788],
  ['▲３', -3],
  ['100%', 100],
  ['－', null],
  ['', null],
  ['1.5', undefined],
  ['5.0', undefined],
  ['5人', undefined],
])('integer(%j) is %j', (input, expected) => {
  expect(integer(input)).toBe(expected)
})

const KANJI: [input: string, expected: number | undefined, why: string][] = [
  ['一', 1, 'a digit'],
  ['〇', 0, 'zero'],
  ['十', 10, 'ten alone'],
  ['十二', 12, ''],
  ['二十', 20, ''],
  ['九十九', 99, ''],
  ['百五', 105, ''],
  ['三千二百', 3200, ''],
  ['一万', 10000, ''],
  ['十万', 100000, ''],
  ['百二十万三千', 1203000, ''],
  ['一億二千万', 120000000, ''],
  ['二〇二一', 2021, 'digit by digit'],
  ['一九九八', 1998, 'digit by digit without zero'],
  ['二〇', 20, 'digit by digit, two digits'],
  ['⼗⼆', 12, 'Kangxi radicals'],
  ['元', undefined, 'a year, not a number'],
  ['一般', undefined, 'a word'],
  ['億ション', undefined, 'a word'],
  ['億', undefined, 'a multiplier of groups alone'],
  ['万', undefined, 'a multiplier of groups alone'],
  ['万一', undefined, 'a word'],
  ['二三', undefined, 'two or three'],
  ['〇五', undefined, 'a leading zero'],
  ['二十三十', undefined, 'two numbers'],
  ['十百', undefined, 'out of order'],
  ['二万三億', undefined, 'out of order'],
  ['〇十', undefined, 'zero times ten'],
  ['二三十', undefined, 'two digits before a multiplier'],
  ['3千', undefined, 'mixed digits'],
  ['12', undefined, 'ordinary digits'],
  ['口コミ', undefined, 'a word'],
  ['R88', undefined, 'an era'],
  ['⁸²', undefined, 'superscripts'],
  ['', undefined, 'nothing'],
  ['一'.repeat(16), undefined, 'more digits than a number holds'],
]
test.each(KANJI)('kanjiNumber(%j) is %j %s', (input, expected) => {
  expect(kanjiNumber(input)).toBe(expected)
})

test.each([
  ['①', 1],
  ['⑳', 20],
  ['㉑', 21],
  ['㉟', 35],
  ['㊱', 36],
  ['㊿', 50],
  ['⓪', 0],
  ['⑴', 1],
  ['⒇', 20],
  ['⒈', 1],
  ['❿', 10],
  ['⓫', 11],
  ['㈠', 1],
  ['㊉', 10],
  ['㈱', undefined],
  ['Ⓐ', undefined],
  ['㋿', undefined],
  ['1', undefined],
  ['①②', undefined],
  ['', undefined],
])('circledNumber(%j) is %j', (input, expected) => {
  expect(circledNumber(input)).toBe(expected)
})

test.each([
  ['Ⅰ', 1],
  ['Ⅻ', 12],
  ['ⅳ', 4],
  ['I', undefined],
  ['ⅠⅠ', undefined],
  ['', undefined],
])('romanNumber(%j) is %j', (input, expected) => {
  expect(romanNumber(input)).toBe(expected)
})

test.each([
  ['⁸²', 82],
  ['¹⁰⁴', 104],
  ['⁰', 0],
  ['³', 3],
  ['₂', undefined],
  ['82', undefined],
  ['⁸2', undefined],
  ['⁰⁸', undefined],
  ['ⁿ', undefined],
  ['', undefined],
  ['¹'.repeat(16), undefined],
])('superscriptNumber(%j) is %j', (input, expected) => {
  expect(superscriptNumber(input)).toBe(expected)
})

describe('any text', () => {
  test('is a number or not one', () => {
    const readers = [integer, kanjiNumber, circledNumber, romanNumber, superscriptNumber]
    fc.assert(fc.property(anyText, text => readers.every(read => isNumberOrNot(read(text)))))
  })
  test('of a million characters is none, unless it is all blank', () => {
    for (const text of hugeTexts) {
      const blank = /^[\s－]*$/.test(text)
      expect(decimal(text, ['円'])).toBe(blank ? null : undefined)
      expect(kanjiNumber(text)).toBeUndefined()
      expect(superscriptNumber(text)).toBeUndefined()
    }
  })
})

function isNumberOrNot(value: number | null | undefined): boolean {
  return value === null || value === undefined || (Number.isFinite(value) && !Object.is(value, -0))
}
