import type { EnginePage } from '../engine/engine.ts'

/** For a character of which nothing says what it is. */
const replacement = '\ufffd'

/** A page whose characters of some fonts say nothing: what should name them is not there, and what the engine names them is a guess. */
export function withoutMeaning(page: EnginePage, fonts: ReadonlySet<string> | undefined): EnginePage {
  if (!fonts || fonts.size === 0) return page
  const chars = page.chars.map(char =>
    fonts.has(char.fontName) && char.text.trim() !== '' ? { ...char, text: replacement, unmapped: true } : char,
  )
  return { ...page, chars }
}
