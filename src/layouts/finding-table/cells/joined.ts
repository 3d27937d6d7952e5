import type { Line } from '../../../document/model.ts'
import { matches, slice, textOf, trim } from '../../../document/printed.ts'
import { emWidth } from '../../../document/prose/widths.ts'
import { lineText } from '../text/lines.ts'

/** …行っている。　今後、…: where a converter put a cell on one line, an indent within it begins a paragraph. */
const indentInside = /[　](?<=[。．）)」】][^\S　]*[　])\s*(?=\S)/dgu

/** A space behind a sentence, a comma or a bracket, or before ①: where a cell has no other, each was a line break of the writer. */
const breakSpace = /(?<=[。．、）」】])\s+(?=\S)|(?<=\S)\s+(?=[①-⑳])/dgu
const sureBreak = /[。．]\s+\S|\s[①-⑳]/u
const asciiSpace = /(?<=[!-~])\s+(?=[!-~])/gu

/** Whether the spaces of a cell are where its lines ended: none is within a clause, as one would be where a line was wrapped. */
const hasBreaksOnly = (text: string): boolean =>
  sureBreak.test(text) && !/\S\s+\S/u.test(text.replace(asciiSpace, '').replace(breakSpace, ''))

/** The paragraphs of a cell that was put on one line, as lines. */
export function paragraphsOf(lines: readonly Line[]): Line[] {
  return lines.flatMap(line => {
    const pattern = lines.length === 1 && hasBreaksOnly(lineText(line)) ? breakSpace : indentInside
    const starts = [...matches(line.on, pattern)].map(found => found.end)
    if (starts.length === 0) return [line]
    return [0, ...starts].map((from, index): Line => {
      const on = trim(slice(line.on, from, starts[index]))
      const begins = index > 0 ? { begins: 'paragraph' as const } : {}
      return { ...line, on, width: emWidth(textOf(on)), ...begins }
    })
  })
}
