import { type Note, note } from '../../../../diagnostics/codes.ts'
import { textOf } from '../../../../document/printed.ts'
import { superscriptNumber } from '../../../../normalise/numerals.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import type { Book } from '../../page/book.ts'
import type { Explanation } from './explanation.ts'

/** The number of an explanation, where it is one. */
export function numberOf({ no }: Explanation): number | undefined {
  const printed = compact(textOf(no))
  return /^\d{1,4}$/.test(printed) ? Number(printed) : superscriptNumber(printed)
}

/**
 * Footnote marks without an explanation, and explanations without a mark. Marks leave the texts, and most fields hold no numbers, so
 * this is known here only, where every mark was met.
 */
export function footNotes({ marks }: Book, explanations: readonly Explanation[]): Note[] {
  const explained = new Set(explanations.map(numberOf))
  const marked = new Set(marks.map(mark => mark.no))
  const unexplained = marks
    .filter((mark, index) => !explained.has(mark.no) && marks.findIndex(each => each.no === mark.no) === index)
    .map(({ no, on }) => note('FOOTNOTE_UNMATCHED', { no, side: 'text' }, { on, expected: no, actual: null }))
  const unmarked = explanations.flatMap((explanation, index) => {
    const no = numberOf(explanation)
    if (no === undefined || marked.has(no)) return []
    const pointer = `/header/glossary/${index}/no`
    return [
      note('FOOTNOTE_UNMATCHED', { no, side: 'glossary' }, { pointer, on: explanation.no, expected: no, actual: null }),
    ]
  })
  return [...unexplained, ...unmarked]
}
