import { inflateSync } from 'node:zlib'
import { mostBytesOfStream } from '../../../limits.ts'
import { type Dictionary, isArray, isDictionary, Name, type Value } from '../syntax.ts'
import { type NumberOf, unpredicted } from './predictors.ts'
import { fromLzw, fromRuns, isTooLarge } from './repeats.ts'

/** Data behind their filters: decoded, of a kind that is not decoded here, more than can be had, or damaged, with what was found. */
export type Decoded =
  | { readonly kind: 'data'; readonly data: Uint8Array; readonly isChecked: boolean }
  | { readonly kind: 'other' }
  | { readonly kind: 'large' }
  | { readonly kind: 'damaged'; readonly what: string }

const shortNames: { readonly [short: string]: string } = {
  Fl: 'FlateDecode',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  LZW: 'LZWDecode',
  RL: 'RunLengthDecode',
  CCF: 'CCITTFaxDecode',
  DCT: 'DCTDecode',
}

/** Filters that are known, and whose data nothing here looks into. */
const others = new Set(['CCITTFaxDecode', 'JBIG2Decode', 'DCTDecode', 'JPXDecode', 'Crypt'])

const decoders: { readonly [filter: string]: (data: Uint8Array, numberOf: NumberOf) => Uint8Array } = {
  FlateDecode: inflate,
  ASCIIHexDecode: fromHex,
  ASCII85Decode: fromAscii85,
  RunLengthDecode: fromRuns,
  LZWDecode: (data, numberOf) => fromLzw(data, numberOf('EarlyChange', 1)),
}

/** The data of a stream as its dictionary says they are packed. `at` finds what a value refers to. */
export function decoded(data: Uint8Array, dictionary: Dictionary, at: (value: Value | undefined) => Value): Decoded {
  const parms = listed(at(dictionary.get('DecodeParms'))).map(at)
  let isChecked = false
  let left = data
  for (const [index, name] of filtersOf(dictionary, at).entries()) {
    if (others.has(name)) return { kind: 'other' }
    const decode = decoders[name]
    if (!decode) return { kind: 'damaged', what: `its filter /${name} is not known` }
    try {
      const numberOf = numbersIn(parms[index], at)
      left = unpredicted(decode(left, numberOf), numberOf)
    } catch (error) {
      return isTooLarge(error) ? { kind: 'large' } : { kind: 'damaged', what: `its ${name} data cannot be decoded` }
    }
    isChecked ||= name === 'FlateDecode'
  }
  return { kind: 'data', data: left, isChecked }
}

/** The filter of a stream that no reader of PDF has; undefined where all are known. */
export function unknownFilter(dictionary: Dictionary, at: (value: Value | undefined) => Value): string | undefined {
  return filtersOf(dictionary, at).find(name => !others.has(name) && !decoders[name])
}

/** The filters of a stream by their full names; ? for what is no name. */
export const filtersOf = (dictionary: Dictionary, at: (value: Value | undefined) => Value): string[] =>
  listed(at(dictionary.get('Filter')))
    .map(at)
    .map(filter => (filter instanceof Name ? (shortNames[filter.text] ?? filter.text) : '?'))

const listed = (value: Value): readonly Value[] => (value === null ? [] : isArray(value) ? value : [value])

const numbersIn =
  (parms: Value | undefined, at: (value: Value | undefined) => Value): NumberOf =>
  (key, usual) =>
    isDictionary(parms) ? Number(at(parms.get(key)) ?? usual) : usual

/** Without its checksum where a producer left that out; whether the data are whole is looked at elsewhere. */
function inflate(data: Uint8Array): Uint8Array {
  if (data.length <= 2 && data.every(byte => byte === 0x0a || byte === 0x0d)) return new Uint8Array(0)
  const { buffer, engine } = inflateSync(data, {
    maxOutputLength: mostBytesOfStream,
    finishFlush: 2,
    info: true,
  }) as unknown as {
    readonly buffer: Uint8Array
    readonly engine: { readonly bytesWritten: number }
  }
  if (data.length - engine.bytesWritten > mostBehind) throw new Error('more follows than the data')
  return buffer
}

/** In bytes: what a producer may leave behind packed data. More of it is the rest of other data, which were there before. */
const mostBehind = 4

function fromHex(data: Uint8Array): Uint8Array {
  const text = Buffer.from(data).toString('latin1').split('>')[0]?.replace(/\s+/g, '') ?? ''
  if (!/^[\da-f]*$/i.test(text)) throw new Error('not hexadecimal')
  return Buffer.from(text.length % 2 === 0 ? text : `${text}0`, 'hex')
}

function fromAscii85(data: Uint8Array): Uint8Array {
  const text = Buffer.from(data).toString('latin1').replace(/\s+/g, '').replace(/^<~/, '').split('~')[0] ?? ''
  if (!/^[!-uz]*$/.test(text)) throw new Error('not ASCII85')
  const bytes: number[] = []
  for (const group of text.replaceAll('z', '!!!!!').match(/.{1,5}/gs) ?? []) bytes.push(...fourBytes(group))
  return Uint8Array.from(bytes)
}

function fourBytes(group: string): number[] {
  let value = 0
  for (const char of group.padEnd(5, 'u')) value = value * 85 + char.charCodeAt(0) - 33
  if (value > 0xffffffff) throw new Error('not ASCII85')
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].slice(0, group.length - 1)
}
