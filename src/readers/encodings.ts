import { japaneseCharacters } from '../normalise/repertoire.ts'
import { Buffer } from '../platform/index.ts'

/** The bytes as a Buffer over the same memory. */
export const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const esc = 0x1b
const jisDesignations = ['$@', '$B', '$(D', '(J'].map(rest => Buffer.from([esc, ...Buffer.from(rest)]))

/** Whether the bytes hold the escapes that ISO-2022-JP switches its tables with. */
export function holdsJisEscapes(bytes: Uint8Array): boolean {
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

export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
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
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  const { goodBytes, badBytes } = surveyUtf8(bytes)
  return goodBytes > badBytes * 4
}

// --- UTF-16 without a mark -------------------------------------------------------------------------------------------

/** Enough to tell an encoding by; the rest of the file is still checked when it is decoded. */
const guessWithin = 1 << 20

/** The byte order in which the bytes read as Japanese or ASCII text, or null; the fewer code units, the less it takes for null. */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
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
export function isPlainlyUtf16(bytes: Uint8Array): boolean {
  if (bytes.length % 2 === 1 || bytes.length < 2 * unitsThatProve) return false
  const start = bytes.subarray(0, guessWithin)
  return Math.max(anchorShare(start, 0), anchorShare(start, 1)) >= anchorsThatProve
}

/**
 * The share of code units that Japanese text cannot do without; -1 where more than one in a hundred has no place in it.
 * `low` is where in a pair of bytes the lower one is.
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
  // The kanji that CP932 has, a third of those in the main block: it is what tells a right reading from a wrong one.
  (code >= 0x4e00 && code <= 0x9fff && japaneseCharacters().has(String.fromCharCode(code))) ||
  (code >= 0x2010 && code <= 0x27bf) || // ※ ○ ● ① → and other signs
  (code >= 0x3003 && code <= 0x33ff) || // brackets, ㈱ ㎡
  (code >= 0xff01 && code <= 0xffef) || // fullwidth and halfwidth forms
  (code >= 0xd800 && code <= 0xdfff) || // the rarest kanji, in surrogate pairs
  (code >= 0xf900 && code <= 0xfaff) || // compatibility kanji
  (code >= 0xa0 && code <= 0x45f) || // Latin, Greek, Cyrillic
  code === 0xfeff

// --- CP932 and what is mistaken for it -------------------------------------------------------------------------------

// Of what is not ASCII, halfwidth katakana are 0.82 and more where EUC-JP is read as CP932; the sample documents have none.
export function isHalfwidthSoup(text: string): boolean {
  let [halfwidth, others] = [0, 0]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= 0xff61 && code <= 0xff9f) halfwidth += 1
    else if (code >= 0x80) others += 1
  }
  return halfwidth > others
}

/** Whether the bytes decode cleanly as EUC-JP. */
export function isEucJp(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('euc-jp', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
