import { isBlankMark } from './marks.ts'
import { circledNumber } from './numerals.ts'
import { DASHES } from './tables/marks.ts'
import { LOOKALIKES, SERIES } from './tables/series.ts'
import { foldWidth } from './width.ts'

/** A letter of a series, or a code that ends in one; `lookalike` where another character is printed for it. */
export interface Enumerated {
  value: string
  lookalike: boolean
}

const LONGEST = 60
const ANY_DASH = new RegExp(`[${DASHES}]|(?<=[0-9])ー`, 'g')
// Letters and digits, with dashes, points and brackets between or around them: a sentence is not a code.
const CODE = /^[\p{L}\p{N}(（)）][\p{L}\p{N}\p{M}()（）・._/-]*(?<!-)$/u
const ENDS_IN_LETTER = /^(.*\d-)(\D)$/
const PHONE = /^(?:0\d{1,4}-\d{1,4}-\d{3,4}|[2-9]\d{2}-\d{4})$/
const HIRAGANA_TO_KATAKANA = 0x60

/**
 * The code that the whole of `text` is: width folded, without spaces, any dash as `-` (`２－２`, `提言 2 - ウ`); a long
 * vowel mark after a digit is a dash. `null` for a blank; `undefined` for what holds other marks than
 * `- . _ / ・ ( )`, begins or ends in a dash or is longer than 60. Letters are not read through their look-alikes here: `seriesCode`.
 */
export function code(text: string): string | null | undefined {
  if (isBlankMark(text)) return null
  const folded = plainCode(text)
  return folded !== undefined && CODE.test(folded) ? folded : undefined
}

/**
 * The letter of the series ア イ ウ エ オ … that the whole of `text` is, as fullwidth katakana; read through look-alikes
 * (工 → エ, 才 → オ) and hiragana, which `lookalike` reports. `undefined` for all else, kanji numerals included.
 * Section 1, code.
 */
export function enumerator(text: string): Enumerated | undefined {
  const folded = plainCode(text)
  if (folded?.length !== 1) return undefined
  if (SERIES.includes(folded)) return { value: folded, lookalike: false }
  const value = LOOKALIKES.letters[LOOKALIKES.printed.indexOf(folded)] ?? katakana(folded)
  return value === undefined ? undefined : { value, lookalike: true }
}

/**
 * As `code`, where a single letter after the last dash is read by `enumerator` (`提言3-工` is 提言3-エ, a look-alike).
 * A code that ends in a digit is given as it is; `undefined` where the last letter is of no series.
 */
export function seriesCode(text: string): Enumerated | null | undefined {
  const plain = code(text)
  if (!plain) return plain === null ? null : undefined
  const [, stem, letter] = ENDS_IN_LETTER.exec(plain) ?? []
  if (stem === undefined || letter === undefined) return { value: plain, lookalike: false }
  const read = enumerator(letter)
  return read && { value: stem + read.value, lookalike: read.lookalike }
}

/**
 * The telephone number that the whole of `text` is, width folded, without spaces, any dash as `-`: with its area code
 * (`011-211-2885`) or a local number of Sapporo (`211-2885`). `undefined` for all else, blanks included.
 */
export function phone(text: string): string | undefined {
  const folded = plainCode(text)
  if (folded === undefined || !PHONE.test(folded)) return undefined
  const digits = folded.replaceAll('-', '').length
  return digits === 7 || digits === 10 || digits === 11 ? folded : undefined
}

/** Width folded, without spaces, any dash as `-`; undefined where it is too long for a code. */
function plainCode(text: string): string | undefined {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST) return undefined
  return foldWidth(trimmed.replace(/\s/g, '')).replace(ANY_DASH, '-')
}

function katakana(hiragana: string): string | undefined {
  const letter = String.fromCharCode(hiragana.charCodeAt(0) + HIRAGANA_TO_KATAKANA)
  return SERIES.includes(letter) ? letter : undefined
}

/** What marks a policy: a letter of the series, read through its look-alikes, or a number: `1`, `①`. `undefined` for all else. */
export function policyCode(text: string): string | undefined {
  const number = circledNumber(text) ?? (/^\d{1,2}$/.test(foldWidth(text)) ? Number(foldWidth(text)) : undefined)
  return number === undefined ? enumerator(text)?.value : String(number)
}
