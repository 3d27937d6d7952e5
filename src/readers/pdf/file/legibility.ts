import type { Text } from '../../../messages/arguments.ts'
import { say } from '../../../messages/words.ts'
import type { Char, EnginePage } from '../engine/engine.ts'
import { areaOf, intersect } from '../geometry.ts'
import { misnamedFonts } from './misnamed.ts'

/** What kind of page it is, before any of it is believed. */
export type Legibility =
  | { readonly kind: 'text' }
  /** Its text was recognised: it lies without ink on a picture. */
  | { readonly kind: 'recognised' }
  | { readonly kind: 'empty' }
  /** A picture without text. */
  | { readonly kind: 'picture' }
  /** Its glyphs do not say which characters they stand for. */
  | { readonly kind: 'unreadable'; readonly fonts: readonly Text[] }

/** The share of the page that pictures must cover for it to be one. */
const pictureShare = 0.5
/** So many curved shapes on a page without text are letters drawn as shapes. */
const shapesOfText = 100
/** The share of characters without usable Unicode that makes a page unreadable. */
const unreadableShare = 0.2

/** Tells what kind of page it is by its characters, pictures and shapes. */
export function legibilityOf(page: EnginePage): Legibility {
  const printed = page.chars.filter(char => char.text.trim() !== '')
  if (printed.length === 0) return { kind: isPicture(page) ? 'picture' : 'empty' }
  const unusable = printed.filter(unusableOn(page))
  if (unusable.length >= printed.length * unreadableShare)
    return { kind: 'unreadable', fonts: [...new Set(unusable.map(char => char.fontName || nameless))] }
  const hidden = printed.filter(char => char.hidden).length
  return { kind: hidden > printed.length / 2 && isPicture(page) ? 'recognised' : 'text' }
}

function isPicture({ width, height, images, paths }: EnginePage): boolean {
  const shown = images.map(image => areaOf(intersect(image, [0, 0, width, height])))
  if (shown.reduce((sum, area) => sum + area, 0) >= width * height * pictureShare) return true
  return paths.filter(path => path.fill && path.subpaths.some(subpath => subpath.curved)).length >= shapesOfText
}

/**
 * Private use, no character, control characters; and ideographs of extension A, which no ordinary text has but which appear where a
 * font's glyph numbers were taken for characters.
 */
const unusable = /^[\p{Co}\p{Cn}\p{Cs}\p{Cc}\ufffd\u3400-\u4dbf]$/u

// Asked twice of every character; a document has few different ones.
const known = new Map<string, boolean>()

/** Whether a character of a page is without usable Unicode: by itself, or because its font names others wrongly. */
export function unusableOn({ chars }: EnginePage): (char: Char) => boolean {
  const misnamed = misnamedFonts(chars)
  return char => char.unmapped || misnamed.has(char.fontName) || isUnusable(char.text)
}

function isUnusable(text: string): boolean {
  let answer = known.get(text)
  if (answer === undefined) {
    answer = unusable.test(text)
    known.set(text, answer)
  }
  return answer
}

/** One phrase for all, so that a set holds it once. */
const nameless = say('NAMELESS_FONT')
