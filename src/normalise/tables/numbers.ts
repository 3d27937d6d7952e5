/** Signs that make a number negative; a space may follow a triangle, not a dash (`- 5` is a list item). */
export const NEGATIVE_TRIANGLES = '▲△'
export const NEGATIVE_DASHES = '\\-－−﹣‐'

export const KANJI_DIGITS = '〇一二三四五六七八九'

/** Kanji multipliers within a group of four digits, and between groups, the larger first. */
export const SMALL_MULTIPLIERS: readonly (readonly [kanji: string, value: number])[] = [
  ['千', 1000],
  ['百', 100],
  ['十', 10],
]
export const LARGE_MULTIPLIERS: readonly (readonly [kanji: string, value: number])[] = [
  ['億', 100_000_000],
  ['万', 10_000],
]

export const SUPERSCRIPT_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Enclosed numbers: first and last character of a run, and the number of the first. */
export const ENCLOSED_NUMBERS: readonly (readonly [first: string, last: string, value: number])[] = [
  ['①', '⑳', 1],
  ['㉑', '㉟', 21],
  ['㊱', '㊿', 36],
  ['⓪', '⓪', 0],
  ['⑴', '⒇', 1],
  ['⒈', '⒛', 1],
  ['❶', '❿', 1],
  ['⓫', '⓴', 11],
  ['⓵', '⓾', 1],
  ['➀', '➉', 1],
  ['➊', '➓', 1],
  ['㈠', '㈩', 1],
  ['㊀', '㊉', 1],
]
