import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Decoded, decoded } from '../../../src/readers/pdf/structure/objects/packed/filters.ts'
import { Name, type Value } from '../../../src/readers/pdf/structure/objects/syntax.ts'

const at = (value: Value | undefined): Value => value ?? null

const unpacked = (data: Uint8Array, ...filters: string[]): Decoded =>
  decoded(data, new Map<string, Value>([['Filter', filters.map(each => new Name(each))]]), at)

const shown = (data: Uint8Array, ...filters: string[]): string => {
  const found = unpacked(data, ...filters)
  return found.kind === 'data' ? Buffer.from(found.data).toString('latin1') : found.kind
}

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const word = deflateSync(Buffer.from('(word) Tj'))
const hexOf = (data: Uint8Array): Uint8Array => latin(`${Buffer.from(data).toString('hex')}>`)

describe('packed data', () => {
  it.each([
    ['hexadecimal digits, the last one alone', latin('48 65\n6C6c 7>'), ['ASCIIHexDecode'], 'Hellp'],
    ['ASCII85 with its head', latin('<~87cURDZ~>'), ['ASCII85Decode'], 'Hello'],
    ['ASCII85 over lines, without its end', latin('87c\r\nUR\tDZ'), ['ASCII85Decode'], 'Hello'],
    ['ASCII85 with zeros', latin('zz!!~>'), ['ASCII85Decode'], '\0'.repeat(9)],
    ['Flate behind another filter', hexOf(word), ['ASCIIHexDecode', 'FlateDecode'], '(word) Tj'],
    ['Flate without its checksum', word.subarray(0, -4), ['FlateDecode'], '(word) Tj'],
    ['a line end behind the end', latin('87cURDZ~>\r\n'), ['ASCII85Decode'], 'Hello'],
  ])('is read: %s', (_, data, filters, expected) => {
    expect(shown(data, ...filters)).toBe(expected)
  })

  it.each([
    ['no hexadecimal digit', latin('4g>'), ['ASCIIHexDecode']],
    ['no sign of ASCII85', latin('87cUv~>'), ['ASCII85Decode']],
    ['a group of ASCII85 above four bytes', latin('uuuuu~>'), ['ASCII85Decode']],
    ['the rest of other data behind hexadecimal digits', latin('48>\n\n\n\n\n'), ['ASCIIHexDecode']],
    ['the rest of other data behind ASCII85', latin('87cURDZ~>87cURDZ'), ['ASCII85Decode']],
    ['the rest of other data behind runs', latin('\x00a\x80\n\n\n\n\n'), ['RunLengthDecode']],
    ['the rest of other data behind LZW', latin('\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01\n\n\n\n\n'), ['LZWDecode']],
    ['Flate that ends early', word.subarray(0, -6), ['FlateDecode']],
    ['Flate that ends early behind another filter', hexOf(word.subarray(0, -6)), ['ASCIIHexDecode', 'FlateDecode']],
    ['a checksum that does not agree', Uint8Array.of(...word.subarray(0, -1), 0), ['FlateDecode']],
  ])('is damaged: %s', (_, data, filters) => {
    expect(unpacked(data, ...filters).kind).toBe('damaged')
  })
})

describe('a bomb', () => {
  const megabytes = (count: number, byte: string): Buffer => Buffer.alloc(count * 1024 * 1024, byte)

  it.each([
    ['signs of ASCII85 for four bytes each', megabytes(17, 'z'), ['ASCII85Decode']],
    ['the same, packed', deflateSync(megabytes(60, 'z')), ['FlateDecode', 'ASCII85Decode']],
    ['runs of runs of runs', Buffer.alloc(20_000, 0x81), ['RunLengthDecode', 'RunLengthDecode', 'RunLengthDecode']],
    ['runs 500 times over', Buffer.alloc(1_000, 0x81), Array.from({ length: 500 }, () => 'RunLengthDecode')],
  ])('is told before it has grown: %s', (_, data, filters) => {
    expect(unpacked(data, ...filters).kind).toBe('large')
  })

  it('may be spaces, which come to nothing', () => {
    expect(shown(deflateSync(megabytes(16, '2 ')), 'FlateDecode', 'ASCIIHexDecode')).toHaveLength(4 * 1024 * 1024)
  })
})
