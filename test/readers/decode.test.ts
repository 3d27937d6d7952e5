import { Buffer } from 'node:buffer'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asFailure, InputError, inputError } from '../../src/failures.ts'
import { say } from '../../src/messages/words.ts'
import { decodeText } from '../../src/readers/decode.ts'
import { isPdf } from '../../src/readers/is-pdf.ts'
import { processorSeconds } from '../helpers/work.ts'

const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex')
const utf8 = (text: string) => Buffer.from(text)
const utf16le = (text: string) => Buffer.from(text, 'utf16le')
const utf16be = (text: string) => utf16le(text).swap16()

/** An encoder made by turning a decoder round: Node has none for these encodings. */
function encoder(label: string, leads: readonly number[]) {
  const table = new Map<string, number[]>()
  const learn = (bytes: number[]) => {
    const char = new TextDecoder(label).decode(Uint8Array.from(bytes))
    if ([...char].length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, bytes)
  }
  for (let code = 0x09; code < 0x7f; code += 1) learn([code])
  for (let code = 0xa1; code < 0xe0; code += 1) learn([code])
  for (const lead of leads) for (let trail = 0x40; trail <= 0xfe; trail += 1) learn([lead, trail])
  return (text: string) => Buffer.from(Array.from(text).flatMap(char => table.get(char) ?? [0x3f]))
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const cp932 = encoder('shift_jis', [...range(0x81, 0x9f), ...range(0xe0, 0xfc)])
const eucJp = encoder('euc-jp', range(0xa1, 0xfe))

function refusal(bytes: Uint8Array): InputError {
  try {
    decodeText(bytes)
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error('decoded, though it should have been refused')
}

const sheet = '事業評価調書\r\n◎基本情報\n事業名　窓口の案内\t（単位：千円）\n● 対象 ○ 対象外 192,788\n'

describe('encodings', () => {
  const rows: [why: string, bytes: Buffer, text: string, encoding: string][] = [
    ['UTF-8', utf8(sheet), sheet, 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${sheet}`), sheet, 'utf-8'],
    ['a mark written twice by joining files', utf8(`\ufeff\ufeff${sheet}`), sheet, 'utf-8'],
    ['ASCII alone is UTF-8', utf8('NO,1\r\n'), 'NO,1\r\n', 'utf-8'],
    ['ASCII of even length is not UTF-16', utf8('0B0D0F0H'), '0B0D0F0H', 'utf-8'],
    ['one character', utf8('市'), '市', 'utf-8'],
    ['UTF-8 that CP932 would take too', utf8('あいい'), 'あいい', 'utf-8'],
    ['a character outside the main plane', utf8('𠮷野'), '𠮷野', 'utf-8'],
    ['UTF-16LE with a mark', utf16le(`\ufeff${sheet}`), sheet, 'utf-16le'],
    ['UTF-16BE with a mark', utf16be(`\ufeff${sheet}`), sheet, 'utf-16be'],
    ['UTF-16LE without', utf16le(sheet), sheet, 'utf-16le'],
    ['UTF-16BE without', utf16be(sheet), sheet, 'utf-16be'],
    ['UTF-16 of ASCII alone', utf16le('NO,1\r\n'), 'NO,1\r\n', 'utf-16le'],
    ['the same, big endian', utf16be('NO,1\r\n'), 'NO,1\r\n', 'utf-16be'],
    ['UTF-16 without a NUL', utf16le('これはテストの文である'), 'これはテストの文である', 'utf-16le'],
    [
      'UTF-16 whose ideographic spaces put the NUL on the other side',
      utf16le('一　二　三つの'),
      '一　二　三つの',
      'utf-16le',
    ],
    ['UTF-16 of kanji alone, with control bytes', utf16be('札幌市役所本庁'), '札幌市役所本庁', 'utf-16be'],
    ['CP932', cp932(sheet), sheet, 'cp932'],
    ['CP932 of one word', hex('8e44 9679'), '札幌', 'cp932'],
    ['CP932 that holds three good bytes of UTF-8 to one bad', hex('8be6 95aa'), '区分', 'cp932'],
    ['NEC and IBM extensions', hex('8740 878a fbfc 8160 8754'), '①㈱髙～Ⅰ', 'cp932'],
    ['some halfwidth katakana', cp932('事業名　ｾﾐﾅｰの開催'), '事業名　ｾﾐﾅｰの開催', 'cp932'],
    ['a trail byte that is a backslash', hex('955c 8ea6'), '表示', 'cp932'],
  ]
  it.each(rows)('%s', (_why, bytes, text, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding })
  })

  const seeds = new URL('../../seeds/', import.meta.url)
  it.each(readdirSync(seeds))('seed %s in every encoding', name => {
    const text = readFileSync(new URL(name, seeds), 'utf8')
    for (const encode of [utf8, utf16le, utf16be]) expect(decodeText(encode(text)).text === text).toBe(true)
    const printable = new TextDecoder('shift_jis').decode(cp932(text))
    expect(decodeText(cp932(text)).encoding).toBe('cp932')
    expect(decodeText(cp932(text)).text === printable).toBe(true)
    expect(refusal(eucJp(text))).toMatchObject({ code: 'NOT_TEXT', args: { encoding: 'EUC-JP' } })
  })

  it('lets a stray control code of a converter pass, as the same code in every encoding', () => {
    const long = `${sheet.repeat(50)}\x1a`
    for (const encode of [utf8, utf16le, utf16be]) expect(decodeText(encode(long)).text).toBe(long)
    const dos = Buffer.concat([cp932(sheet.repeat(50)), hex('1a')])
    expect(decodeText(dos).text).toBe(long)
  })

  it('reads a view into a larger buffer by its own bounds', () => {
    const bytes = new Uint8Array([0xff, ...utf16be(sheet), 0xff]).subarray(1, -1)
    expect(decodeText(bytes).text).toBe(sheet)
  })
})

describe('refusals', () => {
  const empty: [why: string, bytes: Buffer][] = [
    ['no bytes', hex('')],
    ['white space', utf8(' \t\r\n\f')],
    ['ideographic space', utf8('　\n')],
    ['a UTF-8 mark alone', hex('efbbbf')],
    ['a UTF-16 mark alone', hex('fffe')],
    ['UTF-16 white space', hex('feff 3000 000a')],
    ['CP932 white space', hex('8140')],
  ]
  it.each(empty)('EMPTY_INPUT: %s', (_why, bytes) => {
    expect(refusal(bytes).code).toBe('EMPTY_INPUT')
  })

  const binary: [why: string, bytes: Buffer][] = [
    ['PDF', utf8('%PDF-1.7\n1 0 obj')],
    ['PDF after something else', utf8(`${'x'.repeat(900)}%PDF-1.4`)],
    ['PNG', hex('89504e470d0a1a0a 0000000d')],
    ['JPEG', hex('ffd8ffe0 0010 4a464946')],
    ['GIF', utf8('GIF89a\x01\x00')],
    ['ZIP', hex('504b0304 1400 0600')],
    ['gzip', hex('1f8b0800')],
    ['OLE', hex('d0cf11e0a1b11ae1')],
    ['UTF-32', hex('fffe0000 8b4e0000')],
    ['only NUL', Buffer.alloc(64)],
    ['a byte that begins nothing', hex('ff')],
    ['halfwidth katakana soup', hex('b1b2b3 c1c2c3 d1')],
  ]
  it.each(binary)('NOT_TEXT: %s', (_why, bytes) => {
    expect(refusal(bytes).code).toBe('NOT_TEXT')
  })

  it.each([
    [
      'a ZIP with a PDF stored inside',
      Buffer.concat([hex('504b0304'), utf8('.'.repeat(26)), utf8('a.pdf%PDF-1.4')]),
      'ZIP',
    ],
    ['a workbook', Buffer.concat([hex('504b0304'), utf8('.'.repeat(26)), utf8('xl/workbook.xml')]), 'XLSX'],
    ['PostScript', utf8('%!PS-Adobe-3.0\n'), 'POSTSCRIPT'],
  ] as const)('says what it is: %s', (_why, bytes, why) => {
    expect(refusal(bytes).args).toMatchObject({ why: say(why) })
    expect(isPdf(bytes)).toBe(false)
  })

  const placed: [why: string, bytes: Buffer, byte: number, line: number][] = [
    ['a bad byte in UTF-8', Buffer.concat([utf8('事業\n評'), hex('ff'), utf8('価調書')]), 10, 2],
    ['a bad byte after a UTF-8 mark', Buffer.concat([utf8('\ufeffa'), hex('80')]), 4, 1],
    ['UTF-8 cut in the middle of a character', utf8('事業評価').subarray(0, 11), 9, 1],
    ['an overlong sequence', Buffer.concat([utf8('事業'), hex('c0af'), utf8('評価調書')]), 6, 1],
    ['a surrogate in UTF-8', Buffer.concat([utf8('事業評価'), hex('eda080'), utf8('調書')]), 12, 1],
    ['a NUL in UTF-8', utf8('事業\n評\0価'), 10, 2],
    ['a NUL in ASCII of even length', utf8('one, two and three\n and \0four'), 24, 2],
    ['a NUL in CP932', Buffer.concat([cp932('事業の\n評価'), hex('00'), cp932('の調書を')]), 11, 2],
    ['a NUL in UTF-16 with a mark', utf16le('\ufeff事業\0評'), 6, 1],
    ['UTF-16 cut in the middle of a character', utf16be('\ufeff事業').subarray(0, 5), 4, 1],
    ['half a surrogate pair', utf16le('\ufeff事\n業\ud842評'), 8, 2],
    ['control codes', utf8('abc\x01\x02def'), 3, 1],
  ]
  it.each(placed)('NOT_TEXT with its place: %s', (_why, bytes, byte, line) => {
    const error = refusal(bytes)
    expect(error.code).toBe('NOT_TEXT')
    expect(error.args).toMatchObject({ byte, ...(error.args.line === undefined ? {} : { line }) })
  })

  const foreign: [encoding: string, bytes: Buffer][] = [
    ['EUC-JP', eucJp(sheet)],
    ['EUC-JP', eucJp('札幌市')],
    ['ISO-2022-JP', hex('1b2442 3b25 4b5a 1b2842')],
  ]
  it.each(foreign)('NOT_TEXT that says how to convert %s', (encoding, bytes) => {
    expect(refusal(bytes)).toMatchObject({ code: 'NOT_TEXT', args: { encoding } })
  })
})

describe('any input', () => {
  const japanese = fc.string({
    unit: fc.constantFrom(...'あいうテスト事業評価調書、。（）ABC123 \n㈱①～'),
    minLength: 1,
  })

  it('gives back every Japanese text from UTF-8 and from marked UTF-16', () => {
    fc.assert(
      fc.property(japanese, text => {
        fc.pre(text.trim() !== '')
        expect(decodeText(utf8(text)).text).toBe(text)
        expect(decodeText(utf16le(`\ufeff${text}`)).text).toBe(text)
        expect(decodeText(utf16be(`\ufeff${text}`)).text).toBe(text)
      }),
    )
  })

  it('is text without an invented character, or an InputError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        const made = (() => {
          try {
            return decodeText(bytes).text
          } catch (error) {
            expect(error).toBeInstanceOf(InputError)
            return ''
          }
        })()
        expect(made.includes('\ufffd') && !Buffer.from(bytes).includes('\ufffd')).toBe(false)
      }),
    )
  })

  it('takes time in proportion to its length', () => {
    const unit = cp932(sheet)
    const long = Buffer.alloc(unit.length * 80_000, unit)
    expect(processorSeconds(() => decodeText(long))).toBeLessThan(15)
  })
})

describe('failures', () => {
  it('keep code, pages and cause, and say all on one line', () => {
    const cause = new Error('xref')
    const error = inputError(
      'DAMAGED_PDF',
      { what: say('AS_PRINTED', { text: 'no\ncross references' }) },
      { pages: { from: 2, to: 3 }, cause },
    )
    expect(error).toMatchObject({ code: 'DAMAGED_PDF', pages: { from: 2, to: 3 }, cause })
    expect(`${error.message}${error.hint}`).not.toContain('\n')
  })

  it('are made of whatever was thrown', () => {
    const missing = Object.assign(new Error('no'), { code: 'ENOENT', syscall: 'open' })
    const locked = Object.assign(new Error('no'), { code: 'EACCES', syscall: 'open' })
    const thrown = [inputError('SCANNED', { pages: 1, of: 2 }), missing, locked, new TypeError('oops'), 'oops']
    const codes = thrown.map(error => asFailure(error, 'a.pdf').code)
    expect(codes).toEqual(['SCANNED', 'NOT_FOUND', 'UNREADABLE', 'INTERNAL', 'INTERNAL'])
    expect(asFailure(locked, 'a.pdf').message).toBe('the input cannot be read: permission denied (EACCES)')
    expect(asFailure(thrown[0], 'a.pdf')).toMatchObject({ path: 'a.pdf', pages: null })
  })
})
