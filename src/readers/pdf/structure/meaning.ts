import type { Char, EnginePage } from '../engine/engine.ts'
import type { PageAudit } from './audit.ts'
import type { Meaning } from './content/codes.ts'

/** For a character of which nothing says what it is. */
const replacement = '\ufffd'

/**
 * A page with what its file says of its characters: where what should name those of a font is not there, what the engine names them is a
 * guess; where the engine does not know what a code stands for, the file may say it in a way of its own.
 */
export function withMeaning(page: EnginePage, audit: PageAudit | undefined): EnginePage {
  if (!audit || (audit.unreadable.size === 0 && !page.chars.some(char => char.unmapped))) return page
  const meanings = new Map<string, Meaning>()
  const meaningOf = (font: string): Meaning => {
    const known = meanings.get(font) ?? audit.meaning(font)
    meanings.set(font, known)
    return known
  }
  const read = (char: Char): Char => {
    if (audit.unreadable.has(char.fontName))
      return char.text.trim() === '' ? char : { ...char, text: replacement, unmapped: true }
    const text = char.unmapped && char.code !== undefined ? meaningOf(char.fontName)(char.code) : undefined
    return text === undefined ? char : { ...char, text, unmapped: false }
  }
  return { ...page, chars: page.chars.map(read) }
}
