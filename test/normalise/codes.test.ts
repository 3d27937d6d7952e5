import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { code, enumerator, phone, seriesCode } from '../../src/normalise/codes.ts'
import { LOOKALIKES, SERIES } from '../../src/normalise/tables/series.ts'
import { anyText, hugeTexts } from './strings.ts'

test.each([
  ['２－２', '2-2', 'full width'],
  ['1 – 1', '1-1', 'en dash with spaces'],
  ['2 - 1 ', '2-1', 'a space after'],
  ['5‐2', '5-2', 'hyphen'],
  ['5‑2', '5-2', 'no-break hyphen'],
  ['5—2', '5-2', 'em dash'],
  ['5―2', '5-2', 'horizontal bar'],
  ['5−2', '5-2', 'minus'],
  ['5ー2', '5-2', 'long vowel mark after a digit'],
  ['5ｰ2', '5-2', 'in half width'],
  ['提言 2 - ウ', '提言2-ウ', 'a word and a letter'],
  ['提言1-工', '提言1-工', 'look-alikes are for seriesCode'],
  ['提言\n3-ア', '提言3-ア', 'a line break'],
  ['０１', '01', 'leading zeros stay'],
  ['A.1', 'A.1', 'a point'],
  ['(1)', '(1)', 'brackets'],
  ['センター', 'センター', 'a long vowel mark after a letter stays'],
  ['－', null, 'blank'],
  ['', null, 'empty'],
  ['2-', undefined, 'ends in a dash'],
  ['-2', undefined, 'begins with a dash'],
  ['検討を進めること。', undefined, 'a sentence'],
  ['子ども、若者', undefined, 'a list'],
  ['資料:3', undefined, 'a mark that no code has'],
  ['1'.repeat(61), undefined, 'too long'],
] as [string, string | null | undefined, string][])('code(%j) is %j (%s)', (input, expected) => {
  expect(code(input)).toBe(expected)
})

test.each([
  ['ア', 'ア', false, 'as printed'],
  ['ｴ', 'エ', false, 'half width is only width'],
  [' オ ', 'オ', false, 'spaces around'],
  ['ニ', 'ニ', false, 'the letter'],
  ['工', 'エ', true, 'kanji'],
  ['⼯', 'エ', true, 'its Kangxi radical'],
  ['才', 'オ', true, 'kanji'],
  ['力', 'カ', true, 'kanji'],
  ['夕', 'タ', true, 'kanji'],
  ['卜', 'ト', true, 'kanji'],
  ['口', 'ロ', true, 'kanji'],
  ['八', 'ハ', true, 'kanji'],
  ['ェ', 'エ', true, 'small letter'],
  ['へ', 'ヘ', true, 'hiragana'],
  ['あ', 'ア', true, 'hiragana'],
])('enumerator(%j) is %j, look-alike %j (%s)', (input, value, lookalike) => {
  expect(enumerator(input)).toEqual({ value, lookalike })
})
test.each([
  ['二', 'the number two'],
  ['一', 'the number one, never ー'],
  ['ー', 'a mark'],
  ['1', 'a digit'],
  ['A', 'a letter of another series'],
  ['亜', 'another kanji'],
  ['ガ', 'no series has voiced letters'],
  ['が', 'nor hiragana'],
  ['アイ', 'two letters'],
  ['(ア)', 'brackets'],
  ['', 'nothing'],
  ['\ud842', 'a lone surrogate'],
])('enumerator(%j) is not one (%s)', input => {
  expect(enumerator(input)).toBeUndefined()
})

describe('seriesCode', () => {
  test.each([
    ['提言1-ア', { value: '提言1-ア', lookalike: false }],
    ['提言1-工', { value: '提言1-エ', lookalike: true }],
    ['提言 3 - 才', { value: '提言3-オ', lookalike: true }],
    ['２－２', { value: '2-2', lookalike: false }],
    ['3', { value: '3', lookalike: false }],
    ['－', null],
    ['提言1-亜', undefined],
    ['提言1-二', undefined],
    ['検討する。', undefined],
  ])('%j is %j', (input, expected) => {
    expect(seriesCode(input)).toEqual(expected)
  })
})

test.each([
  ['011-211-2885', '011-211-2885', 'with area code'],
  ['０１１－２１１－２８８５', '011-211-2885', 'full width'],
  ['011 ‐ 211 ‐ 2885', '011-211-2885', 'spaces, hyphens'],
  ['211-0000', '211-0000', 'a local number'],
  ['211ー2885', '211-2885', 'long vowel marks for dashes'],
  ['0120-123-456', '0120-123-456', 'free of charge'],
  ['090-1234-5678', '090-1234-5678', 'eleven digits'],
  ['2019-2022', undefined, 'years'],
  ['060-8611', undefined, 'a postal code'],
  ['2-2', undefined, 'a code'],
  ['2885', undefined, 'an extension'],
  ['0112112885', undefined, 'without dashes'],
  ['011-211-288', undefined, 'too short'],
  ['011-2111-28855', undefined, 'too long'],
  ['－', undefined, 'a blank'],
  ['', undefined, 'empty'],
] as [string, string | undefined, string][])('phone(%j) is %j (%s)', (input, expected) => {
  expect(phone(input)).toBe(expected)
})

test('each look-alike has its letter, and is none itself', () => {
  expect(LOOKALIKES.letters).toHaveLength(LOOKALIKES.printed.length)
  expect([...LOOKALIKES.letters].filter(letter => !SERIES.includes(letter))).toEqual([])
  expect([...LOOKALIKES.printed].filter(ch => SERIES.includes(ch))).toEqual([])
})

test('any text gives a code without spaces or other dashes, or none', () => {
  fc.assert(
    fc.property(anyText, text => {
      expect(code(text) ?? 'x').toMatch(/^[^\s‐‑–—―−－]+$/)
      expect(enumerator(text)?.value ?? 'ア').toMatch(/^[ア-ン]$/)
      expect(phone(text) ?? '0').toMatch(/^[0-9-]+$/)
      const read = code(text)
      if (read) expect(code(read)).toBe(read)
    }),
  )
  for (const text of hugeTexts) {
    const padded = ['x', '令和5年'].find(short => text.trim() === short)
    expect(code(text) ?? undefined).toBe(padded)
    expect(seriesCode(text)?.value).toBe(padded)
    expect([enumerator(text), phone(text)]).toEqual([undefined, undefined])
  }
})
