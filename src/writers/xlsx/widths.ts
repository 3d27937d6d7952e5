/** The widest and narrowest column, in characters of half a kanji; longer text is wrapped. */
export const widest = 60
const narrowest = 5

/** How wide a text is in its longest line, kanji and kana counting two, up to a little more than the widest column. */
export function widthOf(text: string): number {
  let longest = 0
  let width = 0
  for (const character of text) {
    if (character === '\n') width = 0
    else width += (character.codePointAt(0) as number) > 0x2e7f ? 2 : 1
    longest = Math.max(longest, width)
    if (longest > widest) break
  }
  return longest
}

export const columnWidth = (width: number): number => Math.min(widest, Math.max(narrowest, width))

/** Whether a text takes several lines in a column. */
export const isWrapped = (text: string): boolean => text.includes('\n') || widthOf(text) > widest
