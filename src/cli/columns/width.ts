import { eastAsianWidth } from 'get-east-asian-width'
import { segmentsOf } from './segments.ts'

/** How many columns of a terminal a text takes: two for a kanji, none for its combining marks. */
export const widthOf = (text: string): number => charactersOf(text).reduce((sum, { width }) => sum + width, 0)

/** The end of a text that fits into some columns, after … where something is left out: file names differ at their ends. */
export function endWithin(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  const kept: string[] = []
  let used = 1
  for (const { character, width } of charactersOf(text).reverse()) {
    if (used + width > columns) break
    kept.unshift(character)
    used += width
  }
  return columns < 1 ? '' : `…${kept.join('')}`
}

/** The beginning of a text that fits into some columns, with … where something is left out. */
export function startWithin(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let [kept, used] = ['', 1]
  for (const { character, width } of charactersOf(text)) {
    if (used + width > columns) break
    kept += character
    used += width
  }
  return columns < 1 ? '' : `${kept}…`
}

const charactersOf = (text: string): { character: string; width: number }[] =>
  segmentsOf(text, 'grapheme').map(character => ({ character, width: eastAsianWidth(character.codePointAt(0) ?? 0) }))
