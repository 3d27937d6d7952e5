import { isBlankMark } from './marks.ts'
import { ENCLOSED_NUMBERS, NEGATIVE_DASHES, NEGATIVE_TRIANGLES, SUPERSCRIPT_DIGITS } from './tables/numbers.ts'
import { foldWidth } from './width.ts'

export { kanjiNumber } from './kanji.ts'

/** A printed number and the unit after it, `''` where none is printed; `whole` when it has no fraction. */
export interface Quantity {
  value: number
  unit: string
  whole: boolean
}

// Far more than any printed number needs, and little enough that no input costs time.
const LONGEST = 60
const SIGN = `(?<minus>[${NEGATIVE_TRIANGLES}]\\s?|[${NEGATIVE_DASHES}])|[+＋]`
const NUMBER = new RegExp(`^(?:${SIGN})?(?<whole>0|[1-9]\\d{0,2}(?:,\\d{3})+|[1-9]\\d*)(?<fraction>\\.\\d+)?$`)
const SAFE_DIGITS = 15

/**
 * The number that the whole of `text` is, where it may end in one of `units` (or `%`); `null` for a blank (`－`).
 * `undefined` for all else: groups not of three digits (`1,23`), leading zeros (`007` is a code), other words.
 * Section 1: `192,788`, `▲19.6`, `１００％`.
 */
export function decimal(text: string, units: readonly string[] = []): number | null | undefined {
  const found = quantity(text, ['%', '％', ...units])
  return found ? found.value : found
}

/** As `decimal`, for numbers printed without a fraction; `undefined` for `1.5` and for `5.0`. */
export function integer(text: string, units: readonly string[] = []): number | null | undefined {
  const found = quantity(text, ['%', '％', ...units])
  return found ? wholeValue(found) : found
}

/**
 * The number and unit that the whole of `text` is; the unit is one of `units`, as given there, or `''`.
 * `null` for a blank, also one before a unit (`－千円`); `undefined` for all else, a unit without a number included.
 */
export function quantity(text: string, units: readonly string[]): Quantity | null | undefined {
  if (isBlankMark(text)) return null
  const trimmed = text.trim()
  if (trimmed.length > LONGEST) return undefined
  const folded = foldWidth(trimmed)
  const unit = longestUnit(folded, units)
  const printed = folded.slice(0, folded.length - foldWidth(unit).length).trim()
  if (unit !== '' && printed !== '' && isBlankMark(printed)) return null
  return readNumber(printed, unit)
}

/**
 * The number that one enclosed character means: ① to ㊿, ⑴, ⒈, ❶, ㈠; `undefined` for any other text.
 */
export function circledNumber(ch: string): number | undefined {
  if (ch.length !== 1) return undefined
  const run = ENCLOSED_NUMBERS.find(([first, last]) => first <= ch && ch <= last)
  return run && run[2] + ch.charCodeAt(0) - run[0].charCodeAt(0)
}

/** The number that one sign for a Roman numeral means, Ⅰ to Ⅻ or ⅰ to ⅻ; `undefined` for any other text, letters included. */
export function romanNumber(ch: string): number | undefined {
  const at = ch.length === 1 ? 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ'.indexOf(ch.toUpperCase()) : -1
  return at < 0 ? undefined : at + 1
}

/**
 * The number that a string of superscript digits means (`⁸²` is 82), as footnote marks are printed: rule 2.6.
 * `undefined` for subscripts (`₂`), for ordinary digits, for a mixture and for a leading zero.
 */
export function superscriptNumber(text: string): number | undefined {
  if (text.length === 0 || text.length > SAFE_DIGITS) return undefined
  const digits = [...text].map(ch => SUPERSCRIPT_DIGITS.indexOf(ch))
  if (digits.includes(-1) || (digits[0] === 0 && digits.length > 1)) return undefined
  return Number(digits.join(''))
}

/** The value of a quantity printed without a fraction; `undefined` where one is printed. */
export function wholeValue(found: Quantity): number | undefined {
  return found.whole ? found.value : undefined
}

function readNumber(printed: string, unit: string): Quantity | undefined {
  const groups = NUMBER.exec(printed)?.groups
  if (!groups) return undefined
  const digits = `${groups.whole?.replaceAll(',', '')}${groups.fraction ?? ''}`
  if (digits.length > SAFE_DIGITS) return undefined
  const size = Number(digits)
  return { value: groups.minus && size !== 0 ? -size : size, unit, whole: groups.fraction === undefined }
}

function longestUnit(text: string, units: readonly string[]): string {
  return units.filter(unit => text.endsWith(foldWidth(unit))).reduce((a, b) => (b.length > a.length ? b : a), '')
}
