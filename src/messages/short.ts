/** A text as a sentence quotes it: on one line, and no longer than 60 characters. */
export const short = (text: string): string => {
  const line = text.replaceAll('\n', '⏎')
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}

/** The code point of a character: `U+301C`. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** A sentence names no more than this many of a list; the finding holds all of it. */
const mostNamed = 5

/** The first of a list, and how many more there are. */
export const few = (items: readonly string[], more: (count: number) => string): string[] =>
  items.length > mostNamed ? [...items.slice(0, mostNamed), more(items.length - mostNamed)] : [...items]
