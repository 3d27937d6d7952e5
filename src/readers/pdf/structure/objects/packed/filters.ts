import { type Dictionary, isArray, isDictionary, Name, type Value } from '../syntax.ts'
import { fromAscii85, fromHex } from './ascii.ts'
import { inflated } from './inflate.ts'
import { isTooLarge, refuseRest } from './output.ts'
import { type NumberOf, unpredicted } from './predictors.ts'
import { fromLzw, fromRuns } from './repeats.ts'

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

/** Throws where they end early, or where more follows. */
function inflate(data: Uint8Array): Uint8Array {
  if (data.length <= 2 && data.every(byte => byte === 0x0a || byte === 0x0d)) return new Uint8Array(0)
  const { bytes, read } = inflated(data)
  refuseRest(data.length - read)
  return bytes
}
