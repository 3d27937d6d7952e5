import { inputError } from '../failures.ts'
import { say, type Words } from '../messages/words.ts'
import { Buffer, isUtf8, longestString } from '../platform/index.ts'
import {
  guessUtf16,
  holdsJisEscapes,
  isEucJp,
  isHalfwidthSoup,
  isMostlyUtf8,
  isPlainlyUtf16,
  surveyUtf8,
  viewOf,
} from './encodings.ts'
import { isPdf } from './is-pdf.ts'
import { signatureOf } from './signatures.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp932'

export interface Decoded {
  /** The text without its byte order mark; line endings are kept. */
  readonly text: string
  readonly encoding: Encoding
}

/**
 * The text that the bytes hold, and the encoding it was saved in.
 *
 * UTF-8 wins wherever the bytes are valid UTF-8 without control bytes; UTF-16 without a mark and CP932 are taken where
 * the result looks like Japanese text. Nothing is ever replaced by U+FFFD.
 * Throws an InputError: `EMPTY_INPUT` for no bytes or white space alone, `NOT_TEXT` for binary files, other encodings
 * and damaged text (with the offset of the first bad byte), `INPUT_TOO_LARGE` for more than a string can hold.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw inputError('EMPTY_INPUT', { bytes: 0 })
  if (bytes.length > longestString) {
    throw inputError('INPUT_TOO_LARGE', { bytes: bytes.length, limit: longestString })
  }
  refuseKnownBinary(bytes)
  const decoded = decodeMarked(bytes) ?? decodeUnmarked(bytes)
  if (!/\S/.test(decoded.text)) throw inputError('EMPTY_INPUT', { bytes: bytes.length })
  return decoded
}

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex')

function refuseKnownBinary(bytes: Uint8Array): void {
  if (isPdf(bytes)) throw inputError('NOT_TEXT', { why: say('A_PDF') })
  const known = signatureOf(bytes)
  if (known) throw inputError('NOT_TEXT', { why: known.name, ...(known.hint ? { instead: known.hint } : {}) })
}

/** The text of bytes that begin with a byte order mark, or null. */
function decodeMarked(bytes: Uint8Array): Decoded | null {
  if (startsWith(bytes, hex('efbbbf'))) return decodeUtf8(bytes)
  if (startsWith(bytes, hex('fffe'))) return decodeUtf16(bytes, 'utf-16le')
  if (startsWith(bytes, hex('feff'))) return decodeUtf16(bytes, 'utf-16be')
  return null
}

function decodeUnmarked(bytes: Uint8Array): Decoded {
  if (holdsJisEscapes(bytes)) throw inputError('NOT_TEXT', { why: say('JIS'), encoding: 'ISO-2022-JP' })
  const controls = surveyControls(bytes.length, index => bytes[index] as number)
  if (tooMany(controls, bytes.length)) return decodeUtf16(bytes, guessUtf16(bytes) ?? refuseControls(bytes, controls))
  if (isUtf8(bytes) || isMostlyUtf8(bytes)) return decodeUtf8(bytes)
  const text = isPlainlyUtf16(bytes) ? null : decodeCp932(bytes)
  if (text !== null && !isHalfwidthSoup(text)) return { text, encoding: 'cp932' }
  return decodeUtf16(bytes, guessUtf16(bytes) ?? refuseUnknown(bytes))
}

function decodeUtf8(bytes: Uint8Array): Decoded {
  if (!isUtf8(bytes)) throw badByte(say('UTF_8_INVALID'), bytes, surveyUtf8(bytes).firstBad)
  const controls = surveyControls(bytes.length, index => bytes[index] as number)
  if (tooMany(controls, bytes.length)) refuseControls(bytes, controls)
  return { text: withoutMark(new TextDecoder('utf-8').decode(bytes)), encoding: 'utf-8' }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  if (bytes.length % 2 === 1) {
    throw inputError('NOT_TEXT', { why: say('UTF_16_CUT'), byte: bytes.length - 1 })
  }
  const littleEndian = encoding === 'utf-16le' ? viewOf(bytes) : Buffer.from(bytes).swap16()
  const text = littleEndian.toString('utf16le')
  const unpaired = text.search(/\p{Surrogate}/u) // with the u flag only a surrogate without its partner matches
  if (unpaired !== -1) throw badUnit(say('UTF_16_HALF_PAIR'), text, unpaired)
  const controls = surveyControls(text.length, index => text.charCodeAt(index))
  if (tooMany(controls, text.length)) throw badUnit(controlFound(controls), text, firstOf(controls))
  return { text: withoutMark(text), encoding }
}

/** The text of bytes that are CP932 throughout, or null. */
function decodeCp932(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes)
    // Browsers read a byte that CP932 does not have as this.
    if (text.includes('\u0080')) return null
    return [...cp932Swaps.keys()].some(byte => bytes.includes(byte)) ? text.replace(/\p{Cc}/gu, unswapped) : text
  } catch {
    return null
  }
}

// ICU's table trades three control codes for one another (0x1A is read as U+001C, and so on): undo what this Node does.
const cp932Swaps = new Map([0x1a, 0x1c, 0x7f].map(byte => [byte, new TextDecoder('shift_jis').decode(Buffer.of(byte))]))

function unswapped(control: string): string {
  for (const [byte, read] of cp932Swaps) if (read === control) return String.fromCharCode(byte)
  return control
}

const withoutMark = (text: string): string => text.replace(/^\ufeff+/, '')

// --- control codes ---------------------------------------------------------------------------------------------------

interface Controls {
  /** Index of the first NUL, or -1. */
  readonly nul: number
  /** Index of the first control code of any kind but white space, or -1. */
  readonly first: number
  readonly count: number
}

function surveyControls(length: number, codeAt: (index: number) => number): Controls {
  let [nul, first, count] = [-1, -1, 0]
  for (let index = 0; index < length; index += 1) {
    const code = codeAt(index)
    if ((code >= 0x20 && code !== 0x7f) || (code >= 0x09 && code <= 0x0d)) continue
    if (first === -1) first = index
    if (nul === -1 && code === 0) nul = index
    count += 1
  }
  return { nul, first, count }
}

// A PDF converter leaves a stray control code now and then, so one in a thousand passes; a NUL is never text.
const tooMany = ({ nul, count }: Controls, length: number): boolean => nul !== -1 || count * 1000 > length

const firstOf = ({ nul, first }: Controls): number => (nul === -1 ? first : nul)

const controlFound = ({ nul, count }: Controls): Words =>
  nul === -1 ? say('BINARY', { controls: count }) : say('BINARY_NUL', { controls: count })

function refuseControls(bytes: Uint8Array, controls: Controls): never {
  throw badByte(controlFound(controls), bytes, firstOf(controls))
}

function refuseUnknown(bytes: Uint8Array): never {
  if (isEucJp(bytes)) throw inputError('NOT_TEXT', { why: say('EUC_JP'), encoding: 'EUC-JP' })
  throw badByte(say('NO_KNOWN_ENCODING'), bytes, surveyUtf8(bytes).firstBad)
}

// --- where -----------------------------------------------------------------------------------------------------------

function badByte(why: Words, bytes: Uint8Array, byte: number) {
  return inputError('NOT_TEXT', { why, byte, line: lineEnds(viewOf(bytes).subarray(0, byte).toString('latin1')) + 1 })
}

function badUnit(why: Words, text: string, unit: number) {
  return inputError('NOT_TEXT', { why, byte: unit * 2, line: lineEnds(text.slice(0, unit)) + 1 })
}

const lineEnds = (text: string): number => text.match(/\r\n|[\n\r]/g)?.length ?? 0

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  start.every((byte, index) => bytes[index] === byte)
