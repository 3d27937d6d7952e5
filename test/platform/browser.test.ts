import { deflateRawSync, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as browser from '../../src/platform/browser.ts'
import * as node from '../../src/platform/node.ts'

/** Few different bytes, so that what is sought is often there. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 60, size: 'max' }),
  fc
    .array(fc.constantFrom(0, 10, 0x20, 0x62, 0x6f, 0xe3, 0x81, 0xff), { maxLength: 60, size: 'max' })
    .map(list => Uint8Array.from(list)),
)
const sought = fc.oneof(
  fc.constantFrom('ob', 'obj', ' ', 'あ'),
  fc.string({ minLength: 1, maxLength: 3 }),
  fc.nat(255),
  bytes.filter(({ length }) => length > 0),
)
const place = fc.integer({ min: -70, max: 70 })
const offset = fc.nat(70)

const both = (data: Uint8Array) => [node, browser].map(({ Buffer }) => Buffer.from(data))
const plain = (value: unknown) => (value instanceof Uint8Array ? [...value] : value)
const sameOf = (data: Uint8Array, ask: (buffer: node.Buffer) => unknown) => {
  const [there, here] = both(data).map(ask).map(plain)
  expect(here).toEqual(there)
}

describe('the platform of browsers', () => {
  it('has all that the one of Node has', () => {
    const named = Object.keys(node)
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter(name => !(name in browser))).toEqual([])
  })

  it('finds in bytes what Node finds', () => {
    fc.assert(
      fc.property(bytes, sought, place, (data, some, from) => {
        const what = some as node.Buffer
        sameOf(data, buffer => buffer.indexOf(what, from))
        sameOf(data, buffer => buffer.indexOf(what))
        sameOf(data, buffer => buffer.includes(what))
        sameOf(data, buffer => buffer.subarray(from).indexOf(what))
        sameOf(data, buffer => buffer.lastIndexOf(what, from))
        sameOf(data, buffer => buffer.lastIndexOf(what))
      }),
      { numRuns: 3000 },
    )
  })

  it('makes texts of bytes, and bytes of texts, as Node does', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constant('\ud800あ'))
    fc.assert(
      fc.property(bytes, text, offset, offset, (data, written, from, to) => {
        for (const encoding of ['latin1', 'utf8', 'utf16le', 'hex'] as const) {
          sameOf(data, buffer => buffer.toString(encoding))
          sameOf(data, buffer => buffer.toString(encoding, from, to))
        }
        for (const encoding of ['utf8', 'latin1'] as const) {
          const [there, here] = [node, browser].map(({ Buffer }) => [...Buffer.from(written, encoding)])
          expect(here).toEqual(there)
        }
        expect(browser.isUtf8(data)).toBe(node.isUtf8(data))
      }),
      { numRuns: 1000 },
    )
  })

  it('makes a text of more bytes than can be arguments', () => {
    const long = Uint8Array.from({ length: 300_000 }, (_, index) => index * 7)
    for (const encoding of ['latin1', 'utf16le'] as const) sameOf(long, buffer => buffer.toString(encoding))
  })

  it('joins, compares and turns bytes as Node does', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const [there, here] = [node, browser].map(({ Buffer }) => [...Buffer.concat([one, Buffer.from(other)])])
        expect(here).toEqual(there)
        sameOf(one, buffer => buffer.equals(other))
        const even = one.subarray(0, one.length & ~1)
        sameOf(even, buffer => buffer.swap16())
        expect(browser.sha256Of(one)).toBe(node.sha256Of(one))
      }),
    )
  })

  it('sees the memory of other bytes where it is given that', () => {
    const [first, second] = [node, browser].map(({ Buffer }) => {
      const memory = Uint8Array.of(1, 2, 3, 4)
      const view = Buffer.from(memory.buffer, 1, 2)
      memory[1] = 9
      return [...view]
    })
    expect(second).toEqual(first)
    expect(browser.Buffer.from('ffd8', 'hex')).toEqual(browser.Buffer.of(0xff, 0xd8))
  })
})

/** What becomes of packed data: what came out and how much was read, or how it failed. */
function unpacked(platform: Pick<typeof node, 'inflate'>, data: Uint8Array, packing: node.Packing) {
  try {
    const found = platform.inflate(data, packing)
    return { bytes: [...found.bytes], read: found.read }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return { code: code === 'Z_BUF_ERROR' || code === 'ERR_BUFFER_TOO_LARGE' ? code : 'damaged' }
  }
}

describe('packed data', () => {
  const change = fc.oneof(
    fc.constant((data: Uint8Array) => data),
    fc.nat(40).map(at => (data: Uint8Array) => data.subarray(0, Math.max(0, data.length - at))),
    fc.tuple(fc.nat(80), fc.nat(255)).map(
      ([at, byte]) =>
        (data: Uint8Array) =>
          data.with(at % data.length, byte),
    ),
    bytes.map(more => (data: Uint8Array) => Uint8Array.from([...data, ...more])),
  )

  it('are unpacked, or refused, as by Node', () => {
    const kinds = new Set<string>()
    const packing = fc.record({ as: fc.constantFrom('zlib', 'raw'), most: fc.constantFrom(40, 1000) })
    fc.assert(
      fc.property(bytes, change, packing, fc.nat(9), (data, changed, how, level) => {
        const packed = changed((how.as === 'zlib' ? deflateSync : deflateRawSync)(data, { level }))
        const there = unpacked(node, packed, how)
        kinds.add(there.code ?? 'whole')
        expect(unpacked(browser, packed, how)).toEqual(there)
      }),
      { numRuns: 3000 },
    )
    expect(kinds).toEqual(new Set(['whole', 'damaged', 'Z_BUF_ERROR', 'ERR_BUFFER_TOO_LARGE']))
  })

  it('may be larger than a piece', () => {
    const data = Uint8Array.from({ length: 200_000 }, (_, index) => (index * index) >> 3)
    for (const most of [data.length - 1, data.length]) {
      const [there, here] = [node, browser].map(each => unpacked(each, deflateSync(data), { as: 'zlib', most }))
      expect(here).toEqual(there)
    }
  })
})
