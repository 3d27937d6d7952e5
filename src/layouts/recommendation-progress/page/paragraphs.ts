import type { Line } from '../../../document/model.ts'
import { matches, nothing, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { asOneLine, proseOf } from '../../../document/prose/prose.ts'
import { beginsItem, isHeadInBrackets, mayEndParagraph } from '../../../document/prose/sentences.ts'
import { emWidth } from '../../../document/prose/widths.ts'
import { isFull, widthOfCell } from '../../../document/prose/wrapping.ts'
import { mark } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'

/**
 * Where a converter printed a cell on one line, its spaces are the line ends of the page: a list mark, a note and a heading in 【】
 * behind one begin a paragraph.
 */
const innerStart =
  /(?<=\s)(?:・(?=\S)|※|【[^】]{0,200}】(?=\s+\S)|[○◯■●◆](?=[^\s○◯]))|\S(?<=(?:^|\s)【[^】]{0,200}】\s+\S)/dgu

/** The lines of a cell, parted where a paragraph certainly begins inside one. */
export function paragraphs(lines: readonly Line[]): Line[] {
  return withoutFalseItems(lines).flatMap(line => {
    const starts = [...matches(line.on, innerStart)].map(found => found.index).filter(at => at > 0)
    if (starts.length === 0) return [line]
    return [0, ...starts].map((from, index): Line => {
      const on = trim(slice(line.on, from, starts[index]))
      const begins = index > 0 ? { begins: 'paragraph' as const } : {}
      return { ...line, on, width: emWidth(textOf(on)), ...begins }
    })
  })
}

/** The lines without those that begin with a mark but no paragraph: they go with the line above. */
function withoutFalseItems(lines: readonly Line[]): Line[] {
  const measure = widthOfCell(lines)
  const isUnmarked = !lines.some(line => beginsItem(textOf(line.on)))
  const endsInSentence = mayEndParagraph(lines.at(-1)?.on ?? nothing)
  const kept: Line[] = []
  for (const [index, line] of lines.entries()) {
    const above = kept.at(-1)
    const isFalse =
      above !== undefined &&
      ((endsInSentence && isFalseItem(line, above, measure)) ||
        (endsInSentence && isUnmarked && isHanging(line, above, lines[index - 1] as Line, measure)) ||
        (index === lines.length - 1 && isClosing(line)))
    if (isFalse) kept[kept.length - 1] = asOneLine(above, line)
    else kept.push(line)
  }
  return kept
}

/** …を整える。⏎【再掲】: in brackets at the end, where no text follows that it could head. */
const isClosing = (line: Line): boolean => line.begins === undefined && isHeadInBrackets(textOf(line.on))

/**
 * …区と、重大⏎・緊急案件に…: a mark at the start of a line is a part of the word where the line above is full and ends no sentence,
 * in a cell that is written in sentences.
 */
function isFalseItem(line: Line, above: Line, measure: number): boolean {
  if (line.begins !== undefined || !textOf(line.on).startsWith('・')) return false
  return isFull(above, line, measure) && !mayEndParagraph(above.on)
}

/** 在り方を改⏎　め、…: below a full line that ends no sentence, a line that is set in goes on, in a cell without marks; `last` is that line, the end of `above`. */
function isHanging(line: Line, above: Line, last: Line, measure: number): boolean {
  const isOwn = line.begins !== undefined || isHeadInBrackets(textOf(line.on))
  return !isOwn && line.indent > above.indent && isFull(last, line, measure) && !mayEndParagraph(last.on)
}

/** The lines that begin with ・ and were read as parts of a word, where ・ begins the items of the cell as well. */
export function doubtfulLines(lines: readonly Line[]): Line[] {
  const kept = new Set(withoutFalseItems(lines).map(line => line.on))
  const isList = textOf(lines[0]?.on ?? nothing).startsWith('・')
  return isList
    ? lines.filter((line, index) => index > 0 && textOf(line.on).startsWith('・') && !kept.has(line.on))
    : []
}

export interface ProseCell {
  readonly elements: readonly Printed[]
  readonly furniture: readonly Furniture[]
}

/** The paragraphs and items of a cell; `measure` is the width at which its column wraps. */
export function proseCell(lines: readonly Line[], measure: number): ProseCell {
  const prose = proseOf(paragraphs(lines), { measure, items: 'inline' })
  return { elements: prose.elements, furniture: prose.marks.map(mark) }
}
