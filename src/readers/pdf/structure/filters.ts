import { inflateSync } from 'node:zlib'
import { type Dictionary, isArray, isDictionary, Name, type Value } from './syntax.ts'

/** Data behind their filters: decoded, of a kind that is not decoded here, or damaged, with what was found. */
export type Decoded =
  | { readonly kind: 'data'; readonly data: Uint8Array; readonly isChecked: boolean }
  | { readonly kind: 'other' }
  | { readonly kind: 'damaged'; readonly what: string }

/** So many bytes, at most, are looked through. */
const mostBytes = 64 * 1024 * 1024

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
const others = new Set(['LZWDecode', 'CCITTFaxDecode', 'JBIG2Decode', 'DCTDecode', 'JPXDecode', 'Crypt'])

const decoders: { readonly [filter: string]: (data: Uint8Array) => Uint8Array } = {
  FlateDecode: inflate,
  ASCIIHexDecode: fromHex,
  ASCII85Decode: fromAscii85,
  RunLengthDecode: fromRuns,
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
      left = unpredicted(decode(left), parms[index], at)
    } catch (error) {
      return isTooLarge(error) ? { kind: 'other' } : { kind: 'damaged', what: `its ${name} data cannot be decoded` }
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

const isTooLarge = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'

/** Without its checksum where a producer left that out; whether the data are whole is looked at elsewhere. */
function inflate(data: Uint8Array): Uint8Array {
  if (data.length <= 2 && data.every(byte => byte === 0x0a || byte === 0x0d)) return new Uint8Array(0)
  const { buffer, engine } = inflateSync(data, {
    maxOutputLength: mostBytes,
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

function fromRuns(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  for (let at = 0; at < data.length && data[at] !== 128; ) {
    const length = data[at] as number
    if (length < 128) parts.push(data.subarray(at + 1, at + length + 2))
    else parts.push(new Uint8Array(257 - length).fill(data[at + 1] ?? 0))
    at += length < 128 ? length + 2 : 2
  }
  return Buffer.concat(parts)
}

/** Undoes the predictors of PNG; that of TIFF is for pictures. */
function unpredicted(data: Uint8Array, parms: Value | undefined, at: (value: Value | undefined) => Value): Uint8Array {
  if (!isDictionary(parms)) return data
  const numberOf = (key: string, usual: number) => Number(at(parms.get(key)) ?? usual)
  if (numberOf('Predictor', 1) < 10) return data
  const pixel = Math.ceil((numberOf('Colors', 1) * numberOf('BitsPerComponent', 8)) / 8)
  const width = Math.ceil((numberOf('Columns', 1) * numberOf('Colors', 1) * numberOf('BitsPerComponent', 8)) / 8)
  if (!(width > 0 && width < mostBytes)) throw new Error('no such row')
  const rows = Math.floor((data.length + width) / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row += 1) undoRow(data, row * (width + 1), out, row * width, width, pixel)
  return out
}

function undoRow(data: Uint8Array, from: number, out: Uint8Array, to: number, width: number, pixel: number): void {
  const kind = data[from] as number
  if (kind > 4) throw new Error('no such predictor')
  for (let column = 0; column < width; column += 1) {
    const left = column < pixel ? 0 : (out[to + column - pixel] as number)
    const up = to === 0 ? 0 : (out[to + column - width] as number)
    const corner = column < pixel || to === 0 ? 0 : (out[to + column - width - pixel] as number)
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] as number
    out[to + column] = ((data[from + 1 + column] ?? 0) + guess) & 255
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
