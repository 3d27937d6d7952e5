import { describe, expect, test } from 'vitest'
import { encodeCp932, firstUnmappable, describe as named } from '../../src/writers/csv/cp932.ts'

const hex = (text: string) => Buffer.from(encodeCp932(text)).toString('hex')

describe('codes as Windows chooses them', () => {
  test.each([
    ['a', '61', 'ASCII'],
    ['\\', '5c', 'the backslash, whatever fonts draw there'],
    ['~', '7e', 'the tilde, not an overline'],
    ['\r\n\t', '0d0a09', 'controls'],
    ['札幌市', '8e4496798e73', 'kanji'],
    ['表', '955c', 'a trail byte that looks like a backslash'],
    ['ｱﾟ', 'b1df', 'halfwidth katakana, one byte each'],
    ['①', '8740', 'NEC row 13'],
    ['㈱', '878a', 'NEC row 13 before the IBM extension 0xFA58'],
    ['Ⅲ', '8756', 'NEC row 13 before the IBM extension 0xFA4C'],
    ['ⅲ', 'fa42', 'IBM extension before the NEC selection 0xEEF1'],
    ['髙', 'fbfc', 'IBM extension before the NEC selection 0xEEE0'],
    ['﨑', 'fab1', 'IBM extension before the NEC selection 0xED95'],
    ['∪', '81be', 'JIS X 0208 before NEC row 13 0x879B'],
    ['≒', '81e0', 'JIS X 0208 before NEC row 13 0x8790'],
    ['∵', '81e6', 'JIS X 0208 before NEC row 13 and IBM'],
    ['￢', '81ca', 'JIS X 0208 before NEC and IBM'],
    ['～', '8160', 'fullwidth tilde'],
    ['－', '817c', 'fullwidth hyphen-minus'],
    ['∥', '8161', 'parallel to'],
    ['―', '815c', 'horizontal bar'],
    ['￠￡', '81918192', 'fullwidth cent and pound'],
    ['▲△●○■□', '81a381a2819c819b81a181a0', 'marks of the forms'],
    ['', '', 'nothing'],
  ])('%s → %s (%s)', (text, code) => expect(hex(text)).toBe(code))
})

describe('characters that CP932 lacks', () => {
  test.each([
    ['〜', 'wave dash'],
    ['−', 'minus'],
    ['—', 'em dash'],
    ['‖', 'double vertical line'],
    ['¢', 'cent'],
    ['¥', 'yen: 0x5C is the backslash'],
    ['\u0080', 'a control that the single byte 0x80 stands for'],
    ['\u00A0', 'no-break space'],
    ['₂', 'subscript'],
    ['⽇', 'radical'],
    ['𠮷', 'outside the basic plane'],
    ['\u{E000}', 'private use'],
    ['\uFFFD', 'replacement character'],
    ['\uD800', 'half of a pair'],
  ])('%s (%s)', character => {
    expect(firstUnmappable(`札幌${character}〜`)).toBe(character)
    expect(() => encodeCp932(character)).toThrow(RangeError)
  })

  test('are named with their code point', () => {
    expect(named('〜')).toBe('"〜" (U+301C)')
    expect(named('𠮷')).toBe('"𠮷" (U+20BB7)')
  })
})

test('what is encoded is decoded as it was', () => {
  const decoder = new TextDecoder('shift_jis')
  const characters = Array.from({ length: 0xffff }, (_, point) => String.fromCharCode(point + 1))
  const mappable = characters.filter(character => firstUnmappable(character) === undefined)
  const printable = mappable.filter(character => character >= ' ' && character !== '\x7f')
  expect(decoder.decode(encodeCp932(printable.join('')))).toBe(printable.join(''))
  // 95 of ASCII, 63 of halfwidth katakana; 6879 of JIS X 0208, 83 of NEC row 13 less 9 doubles, 388 of IBM less 15 doubles.
  expect(printable).toHaveLength(95 + 63 + 6879 + (83 - 9) + (388 - 15))
})
