import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inflated, isFlate, streamsOf } from '../../../src/readers/pdf/file/streams.ts'

const object = (dictionary: string, data: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`7 0 obj\n<< ${dictionary} >>\nstream\n`), data, Buffer.from('\nendstream\nendobj\n')])

function read(dictionary: string, data: Uint8Array): string | undefined {
  const [stream] = [...streamsOf(object(dictionary, data))].filter(isFlate)
  return stream && inflated(stream)?.toString('latin1')
}

const printed = deflateSync(Buffer.from('(word) Tj'))

describe('compressed data of a file', () => {
  it.each([
    ['are read to their end', `/Length ${printed.length} /Filter /FlateDecode`, printed, '(word) Tj'],
    ['may be empty where the file says so', '/Length 0 /Filter /FlateDecode', Buffer.alloc(0), ''],
    ['may be empty where their length stands elsewhere', '/Length 8 0 R /Filter /FlateDecode', Buffer.alloc(0), ''],
    ['are damaged where they are missing', '/Length 40 /Filter /FlateDecode', Buffer.alloc(0), undefined],
    ['are damaged where they end early', '/Length 6 /Filter /FlateDecode', printed.subarray(0, 6), undefined],
  ])('%s', (_, dictionary, data, expected) => {
    expect(read(dictionary, data)).toBe(expected)
  })
})
