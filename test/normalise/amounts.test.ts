import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amount, staffFte, thousandYen } from '../../src/normalise/amounts.ts'
import { anyText, hugeTexts } from './strings.ts'

test.each([
  ['１４１，９５１千円', 141951, '千円', 'as a sheet prints it'],
  ['▲1,200千円', -1200, '千円', 'negative'],
  ['△5百万円', -5, '百万円', 'the longest unit wins'],
  ['1,000 円', 1000, '円', 'a space before the unit'],
  ['192,788', 192788, null, 'bare'],
  ['0', 0, null, 'a printed zero'],
] as [string, number, string | null, string][])('amount(%j) is %j %j (%s)', (input, value, unit) => {
  expect(amount(input)).toEqual({ value, unit })
})

test.each(['－', '', ' ', '―', '－千円', '…'])('amount(%j) is blank', input => {
  expect(amount(input)).toBeNull()
  expect(thousandYen(input)).toBeNull()
})

test.each([
  ['千円', 'a unit alone'],
  ['5万円', 'a unit that is not among the three'],
  ['1億円', 'a unit that is not among the three'],
  ['1.5百万円', 'a fraction'],
  ['三千円', 'kanji'],
  ['7,10千円', 'a number cut in two'],
  ['100%', 'a ratio'],
  ['¥1,200', 'a unit before'],
  ['1,200千円余', 'words after'],
  ['1,200千円、300千円', 'two amounts'],
  ['億ション', 'a word'],
  ['R88', 'an era'],
])('amount(%j) is not one (%s)', input => {
  expect(amount(input)).toBeUndefined()
  expect(thousandYen(input)).toBeUndefined()
})

test.each([
  ['192,788', 192788, 'bare'],
  ['１４，０００', 14000, 'full width'],
  ['3,539千円', 3539, 'with its unit'],
  ['▲20', -20, 'negative'],
  ['0', 0, 'zero'],
  ['5百万円', undefined, 'never converted'],
  ['5,000円', undefined, 'never converted'],
] as [string, number | undefined, string][])('thousandYen(%j) is %j (%s)', (input, expected) => {
  expect(thousandYen(input)).toBe(expected)
})

test.each([
  ['1.2', 1.2, 'bare'],
  ['１．８', 1.8, 'full width'],
  ['1.34人工', 1.34, 'with its unit'],
  ['0.50 人工', 0.5, 'with a space'],
  ['0', 0, 'zero'],
  ['2', 2, 'whole'],
  ['－', null, 'blank'],
  ['', null, 'empty'],
  ['人工', undefined, 'a unit alone'],
  ['2.3 人', 2.3, 'persons under the head of a workload'],
  ['5人', undefined, 'persons who may be heads'],
  ['2人工', 2, 'a whole number of 人工'],
  ['1.2人件', undefined, 'another unit'],
  ['▲1.2', undefined, 'negative staff'],
  ['100%', undefined, 'a ratio'],
  ['1.2.3', undefined, 'two points'],
] as [string, number | null | undefined, string][])('staffFte(%j) is %j (%s)', (input, expected) => {
  expect(staffFte(input)).toBe(expected)
})

test('any text is a value or not one', () => {
  fc.assert(
    fc.property(anyText, text => {
      const found = amount(text)
      if (found) expect(Number.isSafeInteger(found.value)).toBe(true)
      else expect([null, undefined]).toContain(found)
      expect(['number', 'undefined', 'object']).toContain(typeof thousandYen(text))
      expect(staffFte(text) ?? 0).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('a million characters are none, unless all blank', () => {
  for (const text of hugeTexts) expect(amount(text)).toBe(/^[\s－]*$/.test(text) ? null : undefined)
})
