import { Buffer, constants, isUtf8 } from 'node:buffer'
import { inputError } from '../failures.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp932'

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
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    throw inputError('INPUT_TOO_LARGE', { bytes: bytes.length, limit: constants.MAX_STRING_LENGTH })
  }
  refuseKnownBinary(bytes)
  const decoded = decodeMarked(bytes) ?? decodeUnmarked(bytes)
  if (!/\S/.test(decoded.text)) throw inputError('EMPTY_INPUT', { bytes: bytes.length })
  return decoded
}

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex')

/** First bytes of files that people take for text. */
const signatures: readonly { readonly name: string; readonly starts: Buffer }[] = [
  { name: 'a PNG image', starts: hex('89504e47') },
  { name: 'a JPEG image', starts: hex('ffd8ff') },
  { name: 'a GIF image', starts: Buffer.from('GIF8') },
  { name: 'a TIFF image', starts: hex('49492a00') },
  { name: 'a TIFF image', starts: hex('4d4d002a') },
  { name: 'a ZIP archive, as xlsx and docx files are too', starts: hex('504b0304') },
  { name: 'an empty ZIP archive', starts: hex('504b0506') },
  { name: 'a 7z archive', starts: hex('377abcaf271c') },
  { name: 'gzip data', starts: hex('1f8b') },
  { name: 'an old Office file (xls, doc, ppt)', starts: hex('d0cf11e0') },
  { name: 'an RTF document', starts: Buffer.from('{\\rtf') },
  { name: 'UTF-32 text', starts: hex('fffe0000') },
  { name: 'UTF-32 text', starts: hex('0000feff') },
]

/** A PDF may have up to this many bytes of something else before its header. */
const pdfHeaderWithin = 1024

function refuseKnownBinary(bytes: Uint8Array): void {
  if (viewOf(bytes).subarray(0, pdfHeaderWithin).includes('%PDF-')) throw inputError('NOT_TEXT', { why: 'a PDF' })
  const known = signatures.find(({ starts }) => startsWith(bytes, starts))
  if (known) throw inputError('NOT_TEXT', { why: known.name })
}

/** The text of bytes that begin with a byte order mark, or null. */
function decodeMarked(bytes: Uint8Array): Decoded | null {
  if (startsWith(bytes, hex('efbbbf'))) return decodeUtf8(bytes)
  if (startsWith(bytes, hex('fffe'))) return decodeUtf16(bytes, 'utf-16le')
  if (startsWith(bytes, hex('feff'))) return decodeUtf16(bytes, 'utf-16be')
  return null
}

function decodeUnmarked(bytes: Uint8Array): Decoded {
  if (holdsJisEscapes(bytes)) throw inputError('NOT_TEXT', { why: 'ISO-2022-JP (JIS) text', encoding: 'ISO-2022-JP' })
  const controls = surveyControls(bytes.length, index => bytes[index] as number)
  if (tooMany(controls, bytes.length)) return decodeUtf16(bytes, guessUtf16(bytes) ?? refuseControls(bytes, controls))
  if (isUtf8(bytes) || isMostlyUtf8(bytes)) return decodeUtf8(bytes)
  const text = isPlainlyUtf16(bytes) ? null : decodeCp932(bytes)
  if (text !== null && !isHalfwidthSoup(text)) return { text, encoding: 'cp932' }
  return decodeUtf16(bytes, guessUtf16(bytes) ?? refuseUnknown(bytes))
}

function decodeUtf8(bytes: Uint8Array): Decoded {
  if (!isUtf8(bytes)) throw badByte('UTF-8 text with an invalid sequence', bytes, surveyUtf8(bytes).firstBad)
  const controls = surveyControls(bytes.length, index => bytes[index] as number)
  if (tooMany(controls, bytes.length)) refuseControls(bytes, controls)
  return { text: withoutMark(new TextDecoder('utf-8').decode(bytes)), encoding: 'utf-8' }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  if (bytes.length % 2 === 1) {
    throw inputError('NOT_TEXT', { why: 'UTF-16 text cut in the middle of a character', byte: bytes.length - 1 })
  }
  const littleEndian = encoding === 'utf-16le' ? viewOf(bytes) : Buffer.from(bytes).swap16()
  const text = littleEndian.toString('utf16le')
  const unpaired = text.search(/\p{Surrogate}/u) // with the u flag only a surrogate without its partner matches
  if (unpaired !== -1) throw badUnit('UTF-16 text with half a surrogate pair', text, unpaired)
  const controls = surveyControls(text.length, index => text.charCodeAt(index))
  if (tooMany(controls, text.length)) throw badUnit(controlFound(controls), text, firstOf(controls))
  return { text: withoutMark(text), encoding }
}

/** The text of bytes that are CP932 throughout, or null. */
function decodeCp932(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes)
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

const controlFound = ({ nul, count }: Controls): string =>
  nul === -1 ? `binary data (${count} control codes), the first` : `binary data (${count} control codes), a NUL`

function refuseControls(bytes: Uint8Array, controls: Controls): never {
  throw badByte(controlFound(controls), bytes, firstOf(controls))
}

const esc = 0x1b
const jisDesignations = ['$@', '$B', '$(D', '(J'].map(rest => Buffer.from([esc, ...Buffer.from(rest)]))

function holdsJisEscapes(bytes: Uint8Array): boolean {
  const view = viewOf(bytes)
  return view.includes(esc) && !view.includes(0) && jisDesignations.some(designation => view.includes(designation))
}

// --- UTF-8 -----------------------------------------------------------------------------------------------------------

interface Utf8Survey {
  readonly firstBad: number
  readonly badBytes: number
  /** Bytes in whole sequences of three, the length of nearly every Japanese character. */
  readonly goodBytes: number
}

function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let [firstBad, badBytes, goodBytes] = [-1, 0, 0]
  for (let index = 0; index < bytes.length; ) {
    const length = utf8LengthAt(bytes, index)
    if (length === 0 && firstBad === -1) firstBad = index
    if (length === 0) badBytes += 1
    if (length === 3) goodBytes += 3
    index += length || 1
  }
  return { firstBad, badBytes, goodBytes }
}

/** Length of the UTF-8 sequence that begins at `index`, or 0 where none does (RFC 3629, section 4). */
function utf8LengthAt(bytes: Uint8Array, index: number): 0 | 1 | 2 | 3 | 4 {
  const lead = bytes[index] as number
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  const second = bytes[index + 1] ?? 0
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (second < lowest || second > highest) return 0
  for (let rest = 2; rest < length; rest += 1) if (((bytes[index + rest] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

// Damaged UTF-8 often decodes as CP932 without a complaint (縺ゅ＞). CP932 holds such sequences too (in 区分 three good
// bytes to a bad one), but never so many.
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const { goodBytes, badBytes } = surveyUtf8(bytes)
  return goodBytes > badBytes * 4
}

// --- UTF-16 without a mark -------------------------------------------------------------------------------------------

/** Enough to tell an encoding by; the rest of the file is still checked when it is decoded. */
const guessWithin = 1 << 20

/** The byte order in which the bytes read as Japanese or ASCII text, or null; the fewer code units, the less it takes for null. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, Math.min(guessWithin, bytes.length & ~1))
  const little = anchorShare(start, 0)
  const big = anchorShare(start, 1)
  // The sample documents have 0.47 to 0.82 anchors in the right order and -1 in the wrong one; a few words of kanji alone may have none.
  if (Math.max(little, big) < (start.length < 2 * unitsThatProve ? anchorsThatProve : 0)) return null
  return little >= big ? 'utf-16le' : 'utf-16be'
}

/** Of arbitrary code units one in five has a place in Japanese text: so many of them in a row are no accident. */
const unitsThatProve = 6
const anchorsThatProve = 0.2

// Without a line end, a digit or a space UTF-16 has no NUL to tell it by, and may decode as CP932 without a complaint.
function isPlainlyUtf16(bytes: Uint8Array): boolean {
  if (bytes.length % 2 === 1 || bytes.length < 2 * unitsThatProve) return false
  const start = bytes.subarray(0, guessWithin)
  return Math.max(anchorShare(start, 0), anchorShare(start, 1)) >= anchorsThatProve
}

/**
 * The share of code units that Japanese text cannot do without; -1 where more than one in a hundred has no place in it.
 * `low` is where in a pair of bytes the lower one stands.
 */
function anchorShare(bytes: Uint8Array, low: 0 | 1): number {
  let [anchors, strangers] = [0, 0]
  for (let index = 0; index < bytes.length; index += 2) {
    const code = ((bytes[index + 1 - low] as number) << 8) | (bytes[index + low] as number)
    if (isAnchor(code)) anchors += 1
    else if (!isAtHome(code)) strangers += 1
  }
  const units = bytes.length / 2
  return strangers * 100 > units ? -1 : anchors / Math.max(units, 1)
}

const isAnchor = (code: number): boolean =>
  (code >= 0x20 && code <= 0x7e) || // ASCII
  (code >= 0x09 && code <= 0x0d) || // line ends and tabs
  (code >= 0x3000 && code <= 0x3002) || // ideographic space 、。
  (code >= 0x3041 && code <= 0x30fc) // kana

const isAtHome = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff && japaneseKanji().has(code)) ||
  (code >= 0x2010 && code <= 0x27bf) || // ※ ○ ● ① → and other signs
  (code >= 0x3003 && code <= 0x33ff) || // brackets, ㈱ ㎡
  (code >= 0xff01 && code <= 0xffef) || // fullwidth and halfwidth forms
  (code >= 0xd800 && code <= 0xdfff) || // the rarest kanji, in surrogate pairs
  (code >= 0xf900 && code <= 0xfaff) || // compatibility kanji
  (code >= 0xa0 && code <= 0x45f) || // Latin, Greek, Cyrillic
  code === 0xfeff

let kanji: Set<number> | undefined

/** The kanji that CP932 has, a third of those in Unicode's main block: it is what tells a right reading from a wrong one. */
function japaneseKanji(): ReadonlySet<number> {
  kanji ??= new Set(Array.from(new TextDecoder('shift_jis').decode(allDoubleBytes()), char => char.charCodeAt(0)))
  return kanji
}

function allDoubleBytes(): Uint8Array {
  const pairs: number[] = []
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if (lead > 0x9f && lead < 0xe0) continue // halfwidth katakana, which stand alone
    for (let trail = 0x40; trail <= 0xfc; trail += 1) if (trail !== 0x7f) pairs.push(lead, trail)
  }
  return Uint8Array.from(pairs)
}

// --- CP932 and what is mistaken for it -------------------------------------------------------------------------------

// Of what is not ASCII, halfwidth katakana are 0.82 and more where EUC-JP is read as CP932; the sample documents have none.
function isHalfwidthSoup(text: string): boolean {
  let [halfwidth, others] = [0, 0]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= 0xff61 && code <= 0xff9f) halfwidth += 1
    else if (code >= 0x80) others += 1
  }
  return halfwidth > others
}

function refuseUnknown(bytes: Uint8Array): never {
  if (isEucJp(bytes)) throw inputError('NOT_TEXT', { why: 'EUC-JP text', encoding: 'EUC-JP' })
  throw badByte('neither UTF-8, UTF-16 nor CP932; UTF-8 fails', bytes, surveyUtf8(bytes).firstBad)
}

function isEucJp(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('euc-jp', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

// --- where -----------------------------------------------------------------------------------------------------------

function badByte(why: string, bytes: Uint8Array, byte: number) {
  return inputError('NOT_TEXT', { why, byte, line: lineEnds(viewOf(bytes).subarray(0, byte).toString('latin1')) + 1 })
}

function badUnit(why: string, text: string, unit: number) {
  return inputError('NOT_TEXT', { why, byte: unit * 2, line: lineEnds(text.slice(0, unit)) + 1 })
}

const lineEnds = (text: string): number => text.match(/\r\n|[\n\r]/g)?.length ?? 0

const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  start.every((byte, index) => bytes[index] === byte)
