import { japaneseCharacters } from '../normalise/repertoire.ts'
import type { Span } from './printed.ts'

/** Letters of general use that CP932 lacks: the four of the 常用漢字 list. */
const alsoUsual = new Set('剝塡頰𠮟')

/** Hangul, Thai and so on are words of their own; one letter among Japanese ones is not a word. */
const japanese = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u
const han = /\p{sc=Han}/u
const letter = /\p{L}/u
const nameless = /[\p{Co}\p{Cn}\ufffd]/u

/** Characters outside the usual ranges: nearly every text has none, and is passed over at once. */
const unusual = /[^\p{ASCII}\u0080-\u00a9\u2010-\u30ff\u4e00-\u9fff\uff00-\uffef]/u

/**
 * Characters that Japanese words are not written with, next to such words: a foreign letter alone (除雪機Ä整備費), a sign of
 * private use, an ideograph that only other languages have. Returns the place of each run of them in the text.
 */
export function strangersIn(text: string): Span[] {
  if (!unusual.test(text) && !hasRareKanji(text)) return []
  const chars = Array.from(text)
  const found: [number, number][] = []
  let offset = 0
  chars.forEach((char, at) => {
    const end = offset + char.length
    const last = found.at(-1)
    if (isStranger(char, chars[at - 1], chars[at + 1])) {
      if (last?.[1] === offset) last[1] = end
      else found.push([offset, end])
    }
    offset = end
  })
  return found
}

function hasRareKanji(text: string): boolean {
  const usual = japaneseCharacters()
  for (const char of text) if (char >= '\u4e00' && !usual.has(char) && han.test(char)) return true
  return false
}

function isStranger(char: string, before = '', after = ''): boolean {
  if (isUsual(char) || !(japanese.test(before) || japanese.test(after))) return false
  if (nameless.test(char)) return true
  return letter.test(char) && (han.test(char) || isAlone(before, after))
}

/** In whatever width or form it is printed. */
const isUsual = (char: string): boolean =>
  char <= '\u00a9' || alsoUsual.has(char) || (!nameless.test(char) && Array.from(char.normalize('NFKC')).every(isKnown))

const isKnown = (char: string): boolean => char <= '\u007f' || japaneseCharacters().has(char)

/** No other letter of its own kind: café, Ōdōri and 한국 are words. */
const isAlone = (before: string, after: string): boolean =>
  ![before, after].some(char => letter.test(char) && !japanese.test(char))
