/** What XML 1.0 has no place for, and what Excel takes for the code of a character (`_x0041_`). */
const unwritable = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|_(?=x[\dA-Fa-f]{4}_)/gu
const marks: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as it may be in XML, also within quotation marks: characters that XML lacks are written as Excel does, `_x0007_`. */
export const escaped = (text: string): string =>
  text
    .replace(unwritable, character => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, character => marks[character] as string)

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The letters of a column, from 0: A, B, …, Z, AA. */
export const lettersOf = (column: number): string =>
  (column < 26 ? '' : lettersOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** The name of a cell, its column and row from 0: `C5`. */
export const cellName = (row: number, column: number): string => `${lettersOf(column)}${row + 1}`

/** A place in a workbook, as links name it: `'事業'!C5`. */
export const placeName = (sheet: string, row: number, column: number): string =>
  `'${sheet.replaceAll("'", "''")}'!${cellName(row, column)}`
