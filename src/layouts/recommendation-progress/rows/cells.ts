import type { Line } from '../../../document/model.ts'
import { joinPrinted, matches, nothing, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { asOneLine, proseOf } from '../../../document/prose/prose.ts'
import { isHeadInBrackets, mayEndParagraph } from '../../../document/prose/sentences.ts'
import { emWidth } from '../../../document/prose/widths.ts'
import { isFull, widthOfCell } from '../../../document/prose/wrapping.ts'
import { mark } from '../../kit/claims.ts'
import type { In } from '../../kit/fields.ts'
import type { Furniture } from '../../kit/layout.ts'
import { absent, printed } from '../../kit/leaves.ts'
import type { RecordShape } from '../record.ts'

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
  const endsInSentence = mayEndParagraph(lines.at(-1)?.on ?? nothing)
  const kept: Line[] = []
  for (const [index, line] of lines.entries()) {
    const above = kept.at(-1)
    const isFalse =
      above !== undefined &&
      ((endsInSentence && isFalseItem(line, above, measure)) || (index === lines.length - 1 && isClosing(line)))
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

type Department = In<RecordShape>['departments'][number]

/** 子)子育て支援部: a bureau in short and its division; a division may be wrapped. */
const bureau = /(?<=^|\s)(?<bureau>\p{L}{1,3})\s?(?<bracket>[)）])(?=\s?[^\s)）])/dgu
const organisation = /(?:部|局|室|課|所|区|係|センター)$/u

/** Whether a text ends with what an organisation's name ends with. */
export const endsInOrganisation = (text: string): boolean => organisation.test(text.trimEnd())

/** Whether a text names departments, rather than being what is left of a cut line (丁)). */
export function namesDepartments(text: string): boolean {
  const found = [...text.matchAll(bureau)]
  return found[0]?.index === 0 || (organisation.test(text) && (text.length < 20 || found.length > 0))
}

/** Whether a text is nothing but departments with their bureaus: what stands in no other column. */
export const isDepartmentsOnly = (text: string): boolean =>
  text.length <= 80 && organisation.test(text) && [...text.matchAll(bureau)].some(found => found.index === 0)

/** The departments in the lines of a cell, each with its bureau; a name before the first bureau has none. */
export function departmentsOf(lines: readonly Line[]): { departments: Department[]; furniture: Furniture[] } {
  const on = joinPrinted(
    lines.map(line => line.on),
    ' ',
  )
  const starts = [...matches(on, bureau)]
  const before = trim(slice(on, 0, starts[0]?.index))
  const named = starts.map(({ groups, end }, index): Department => {
    const division = trim(slice(on, end, starts[index + 1]?.index))
    return { bureau: groups.bureau ? printed(groups.bureau) : absent, division: printed(division) }
  })
  const unnamed = textOf(before) === '' ? [] : [{ bureau: absent, division: printed(before) }]
  const furniture = starts.flatMap(({ groups }): Furniture[] => (groups.bracket ? [mark(groups.bracket)] : []))
  return { departments: [...unnamed, ...named], furniture }
}
