import type { Char } from '../engine/engine.ts'

/** So many different letters out of place show that a font's glyphs are named after others. */
const fewest = 2

/** Latin letters beyond ASCII: no Japanese word touches one, and a Latin word that has one (café) is set in ASCII letters beside it. */
const isForeign = ({ text }: Char): boolean => text >= '\u00aa' && text < '\u0250' && /^[^\u00b5\P{L}]$/u.test(text)

const japanese = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u
const ascii = /[a-z]/i

/**
 * The fonts of a page that give wrong characters for some of their glyphs, by name: a producer that wrote the file anew kept the
 * numbers of the glyphs and lost what they stand for (行うことをºÿえる). None of their characters can be believed.
 */
export function misnamedFonts(chars: readonly Char[]): ReadonlySet<string> {
  const letters = new Map<string, Set<string>>()
  chars.forEach((char, at) => {
    if (!isForeign(char) || !isOutOfPlace(char, chars[at - 1], chars[at + 1])) return
    const known = letters.get(char.fontName) ?? new Set()
    letters.set(char.fontName, known.add(char.text))
  })
  return new Set([...letters].flatMap(([font, found]) => (found.size >= fewest ? [font] : [])))
}

function isOutOfPlace(char: Char, before: Char | undefined, after: Char | undefined): boolean {
  const beside = [before, after].filter(other => other?.fontName === char.fontName).map(other => other?.text ?? '')
  return beside.some(text => japanese.test(text)) && !beside.some(text => ascii.test(text))
}
