import { foldWidth } from './width.ts'

const PRINTABLE_ASCII = /^[!-~]$/
const LATIN_LETTER = /^[A-Za-zÀ-ÖØ-öø-ɏ]$/
// Control characters that separate words count as spaces here; the line break does not, as it is rule 2.2's.
const SPACES = /[\t\v\f\r\u0085\p{Z}]+/gu
const BLANKS = /\s+/gu
const NARROW_SIGNS = /[()[\]:+]/g
const IGNORABLE = /^(?![\t\n])[\p{Cc}\p{Cf}]$/u

/**
 * Whether one space stays between the last character of `before` and the first of `after`: both must be printable
 * ASCII after folding (`PC (52.8%)`). False beside Japanese, beside another space and at an end of the text. Rule 2.4.
 */
export function keepsSpace(before: string, after: string): boolean {
  return PRINTABLE_ASCII.test(lastFolded(before)) && PRINTABLE_ASCII.test(firstFolded(after))
}

/**
 * What replaces a line break between the last character of `before` and the first of `after`: a space between
 * two Latin letters (`Policy⏎Making`), else nothing. Rule 2.2.
 */
export function lineJoin(before: string, after: string): '' | ' ' {
  return LATIN_LETTER.test(lastFolded(before)) && LATIN_LETTER.test(firstFolded(after)) ? ' ' : ''
}

/**
 * One line of folded text with its spaces tidied: each run of spaces of any kind becomes one space where
 * `keepsSpace`, else goes. Line breaks stay, and spaces beside them go. Rule 2.4.
 */
export function tidySpaces(text: string): string {
  return text.replace(SPACES, (run, at: number) =>
    keepsSpace(text.charAt(at - 1), text.charAt(at + run.length)) ? ' ' : '',
  )
}

/** `text` without its spaces and line breaks; its other characters stay as they are. */
export function withoutSpaces(text: string): string {
  return text.replace(BLANKS, '')
}

/**
 * A word in the form in which it is compared with those of a form: width folded, that of brackets, colon and plus as well, which stay as they are in
 * values (`計(事業費+人件費)`, `（単位：千円）`), without spaces. A text of spaces only gives `''`.
 */
export function compact(text: string): string {
  return withoutSpaces(foldWidth(text)).replace(NARROW_SIGNS, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}

/**
 * Whether `ch` is a character that is never printed and never reaches a value: control characters except line break and
 * tab, and format characters (bidi controls, zero width, BOM, soft hyphen). False for anything but one character.
 */
export function isIgnorable(ch: string): boolean {
  return IGNORABLE.test(ch)
}

function lastFolded(text: string): string {
  return foldWidth(text.slice(-1))
}

function firstFolded(text: string): string {
  return foldWidth(text.slice(0, 1))
}
