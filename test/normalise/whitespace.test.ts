import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compact,
  isIgnorable,
  keepsSpace,
  lineJoin,
  tidySpaces,
  withoutSpaces,
} from '../../src/normalise/whitespace.ts'
import { anyText, hugeTexts } from './strings.ts'

const TIDIED: [input: string, expected: string, why: string][] = [
  ['Policy Making', 'Policy Making', 'two Latin words'],
  ['PC (52.8%)', 'PC (52.8%)', 'a bracket is ASCII too'],
  ['Society 5.0', 'Society 5.0', 'a letter and a digit'],
  ['Sapporo  *\tnorth2', 'Sapporo * north2', 'a run of spaces of any kind becomes one'],
  ['VR\u3000AR', 'VR AR', 'an ideographic space'],
  ['VR\u00a0AR', 'VR AR', 'a no-break space'],
  ['ICT やデータ', 'ICTやデータ', 'Japanese on the right'],
  ['※ BPR', '※BPR', 'a reference mark is not ASCII'],
  ['センター (ICC) の', 'センター(ICC)の', 'on either side of ASCII'],
  ['平成 30 年', '平成30年', 'a number between kanji'],
  ['\u3000きめ 細かな ', 'きめ細かな', 'at the ends'],
  [' A ', 'A', 'at the ends of ASCII'],
  ['A \n B', 'A\nB', 'beside a line break, which stays'],
  ['A\r\nB', 'A\nB', 'a carriage return is a space'],
  ['A é', 'Aé', 'é is no ASCII'],
  ['   ', '', 'only spaces'],
  ['', '', 'nothing'],
]

describe('tidySpaces', () => {
  test.each(TIDIED)('%j → %j (%s)', (input, expected) => {
    expect(tidySpaces(input)).toBe(expected)
  })
  test('is idempotent and changes nothing but spaces', () => {
    const bare = (text: string) => text.replace(/[\t\v\f\r\u0085\p{Z}]/gu, '')
    fc.assert(
      fc.property(anyText, text => {
        const tidy = tidySpaces(text)
        expect(tidySpaces(tidy)).toBe(tidy)
        expect(bare(tidy)).toBe(bare(text))
      }),
    )
  })
  test('takes a million characters', () => {
    for (const text of hugeTexts) expect(tidySpaces(text).length).toBeLessThanOrEqual(text.length)
    expect(tidySpaces(`x${' '.repeat(1e6)}x`)).toBe('x x')
    expect(tidySpaces('字 '.repeat(5e5))).toBe('字'.repeat(5e5))
  })
})

test.each([
  ['y', 'M', true, 'two letters'],
  ['C', '(', true, 'printable ASCII'],
  ['Ｙ', '５', true, 'fullwidth, as it will be folded'],
  ['word', 'next', true, 'the last and the first character count'],
  ['T', 'や', false, 'Japanese after'],
  ['年', '5', false, 'Japanese before'],
  ['（', 'A', false, 'a fullwidth bracket'],
  ['A', ' ', false, 'a space beside'],
  ['', 'A', false, 'the start of the text'],
  ['A', '', false, 'its end'],
  ['A', '\n', false, 'a line break'],
  ['A', '\ud842', false, 'a lone surrogate'],
])('keepsSpace(%j, %j) is %j (%s)', (before, after, expected) => {
  expect(keepsSpace(before, after)).toBe(expected)
})

test.each([
  ['Policy', 'Making', ' ', 'two Latin words'],
  ['Ｐ', 'Ｍ', ' ', 'fullwidth letters are Latin'],
  ['é', 'a', ' ', 'accented letters too'],
  ['社会全体', 'で育成', '', 'Japanese'],
  ['AI', 'チャットボット', '', 'Latin before Japanese'],
  ['の', 'AI', '', 'Japanese before Latin'],
  ['7,10', '0千円', '', 'a number cut by the break'],
  ['Society', '5.0', '', 'a digit is no letter'],
  ['Wi-', 'Fi', '', 'a hyphen is no letter'],
  ['', 'A', '', 'nothing before'],
  ['A', '', '', 'nothing after'],
])('lineJoin(%j, %j) is %j (%s)', (before, after, expected) => {
  expect(lineJoin(before, after)).toBe(expected)
})

test.each([
  ['\u0000', true, 'NUL'],
  ['\f', true, 'form feed'],
  ['\r', true, 'carriage return'],
  ['\u00ad', true, 'soft hyphen'],
  ['\u200b', true, 'zero width space'],
  ['\u202e', true, 'bidi control'],
  ['\ufeff', true, 'BOM'],
  ['\u{e0001}', true, 'a format character of two code units'],
  ['\n', false, 'line break'],
  ['\t', false, 'tab'],
  [' ', false, 'space'],
  ['\u3000', false, 'ideographic space'],
  ['字', false, 'a letter'],
  ['', false, 'nothing'],
  ['\u200b\u200b', false, 'two characters'],
])('isIgnorable(%j) is %j (%s)', (ch, expected) => {
  expect(isIgnorable(ch)).toBe(expected)
})

test.each([
  ['取組 の\u3000方向性', '取組の方向性', '取組の方向性', 'spaces of any kind'],
  ['事業\n実施\r\n結果', '事業実施結果', '事業実施結果', 'line breaks'],
  ['Ｎ Ｏ', 'ＮＯ', 'NO', 'width is folded for a comparison only'],
  ['ﾊ ﾞ', 'ﾊﾞ', 'ハ゛', 'what spaces part is folded apart'],
  ['（単位：千円）', '（単位：千円）', '（単位：千円）', 'marks of Japanese stay'],
  ['計 (事業費+人件費)', '計(事業費+人件費)', '計（事業費＋人件費）', 'narrow signs are compared as wide ones'],
  [' \n', '', '', 'nothing but spaces'],
])('%j is %j without spaces and compared as %j (%s)', (text, bare, compared) => {
  expect(withoutSpaces(text)).toBe(bare)
  expect(compact(text)).toBe(compared)
})
