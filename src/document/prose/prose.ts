import { isListMark } from '../../normalise/marks.ts'
import { lineJoin } from '../../normalise/whitespace.ts'
import type { Line } from '../model.ts'
import { concat, joinPrinted, matches, nothing, type Printed, put, slice, textOf, trim } from '../printed.ts'
import { endsInAddress } from './addresses.ts'
import { beginsPart, enumeratorOf } from './enumerators.ts'
import { isApart } from './figures.ts'
import { isHeadInBrackets, isNote, mayEndParagraph } from './sentences.ts'
import { endsEarly, hangsBelow, isCutByConverter, rightEdge, widthOfCell } from './wrapping.ts'

/** What the lines of one cell say, as elements; the marks that began them are kept apart, as they are not text. */
export interface Prose {
  /** Paragraphs and list items in order; an item of a lower level is a line of its own inside its element. */
  readonly elements: readonly Printed[]
  readonly marks: readonly Printed[]
}

export interface ProseOptions {
  /** The width of the column in ems where more is known than these lines show. */
  readonly measure?: number
  /** Where a list mark begins an item: at line starts only, or also inside a line (converters that print a list on one line). */
  readonly items?: 'lines' | 'inline'
}

/** The paragraphs and items of some printed lines; wrapped lines are joined as Japanese does. */
export function proseOf(lines: readonly Line[], options: ProseOptions = {}): Prose {
  const paragraphs = joinWrapped(lines, options).flatMap(on => splitItems(on, options.items ?? 'lines'))
  return nestItems(paragraphs)
}

/** The same as one text: every element on a line of its own. */
export function proseText(prose: Prose): Printed {
  return joinPrinted(prose.elements, '\n')
}

/** Lines that are one run of words, whatever their widths: a name, a label. */
export function joinLines(lines: readonly Printed[]): Printed {
  if (lines.length === 1) return trim(lines[0] as Printed)
  const filled = lines.map(trim).filter(line => textOf(line) !== '')
  return concat(...filled.flatMap((line, index) => [joint(filled[index - 1] ?? nothing, line), line]))
}

/** Two lines as one, which ends where the second does. */
export const asOneLine = (above: Line, line: Line): Line => ({
  ...above,
  on: joinLines([above.on, line.on]),
  width: rightEdge(line) - above.indent,
})

/** What is in a cell as one run of words; figures of their own stay on lines of their own: 120⏎85. */
export function joinCell(lines: readonly Line[]): Printed {
  const starts = lines.flatMap((line, index) => (isApart(lines[index - 1], line) ? [index] : []))
  if (starts.length === 0) return joinLines(lines.map(({ on }) => on))
  const groups = [0, ...starts].map((from, index) => lines.slice(from, starts[index]))
  return joinPrinted(
    groups.map(group => joinLines(group.map(({ on }) => on))),
    '\n',
  )
}

/** A name, or several in one cell, each numbered on a line of its own: ①相談事業⏎②広報事業. */
export function joinNames(lines: readonly Printed[]): Printed {
  const numbered = lines.map(line => circled.test(textOf(line)))
  if (!numbered[0] || numbered.filter(Boolean).length < 2) return joinLines(lines)
  const names: Printed[][] = []
  lines.forEach((line, index) => {
    if (numbered[index]) names.push([line])
    else names.at(-1)?.push(line)
  })
  return joinPrinted(names.map(joinLines), '\n')
}

/**
 * What replaces a line break: nothing, or one space between two Latin words. A cut acronym (NP⏎O) is one word, and so are
 * an address and fullwidth letters (Ｉ⏎ＣＴ), which break anywhere as Japanese does.
 */
function joint(before: Printed, after: Printed): Printed {
  if (before === nothing || endsInAddress(textOf(before))) return nothing
  const last = textOf(slice(before, textOf(before).length - 5))
  const first = textOf(slice(after, 0, 5))
  if (/[Ａ-Ｚａ-ｚ]$/u.test(last) || /^[Ａ-Ｚａ-ｚ]/u.test(first)) return put('')
  return put(cutAcronym.test(`${last}\n${first}`) ? '' : lineJoin(last, first))
}

/** Capitals on both sides of the break, few enough to be one acronym. */
const cutAcronym = /(?<![A-Za-z])(?=[A-Z\n]{3,6}(?![A-Za-z]))[A-Z]{1,4}\n[A-Z]{1,4}/

function joinWrapped(lines: readonly Line[], options: ProseOptions): Printed[] {
  const measure = Math.max(options.measure ?? 0, widthOfCell(lines))
  const base = Math.min(...lines.map(line => line.indent))
  const series = seriesBeginLines(lines)
  const [dot, ...dots] = dotsInSentences(lines, measure)
  const isAlone = dots.length === 0 && lines.filter(line => beginsWithDot(line)).length === 1
  const parts = partsOfItems(lines)
  const isOfSentences = isListOfSentences(lines)
  const groups: Line[][] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    // Where the page shows that a line continues, that is sure; whether a line ends early is judged here, alike for every source.
    const isSeries = series && circled.test(textOf(line.on))
    const begins =
      !before ||
      isApart(before, line) ||
      parts.has(line) ||
      (line.follows !== true &&
        !(isAlone && line === dot) &&
        !isCutByConverter(before, line, isOfSentences) &&
        ((beginsElement(line, base, index === lines.length - 1) && !hangsBelow(line, before, groups.at(-1)?.[0])) ||
          isSeries ||
          endsEarly(before, line, measure)))
    if (begins) groups.push([line])
    else groups.at(-1)?.push(line)
  })
  return groups.map(group => joinLines(group.map(line => line.on)))
}

/**
 * Lines that begin with ・ below a full one that ends no sentence: 就職⏎・移住後. The dot may begin an item, or be part of the words; one
 * alone is, as a list has more.
 */
export function dotsInSentences(lines: readonly Line[], measure = widthOfCell(lines)): Line[] {
  return lines.filter((line, index) => {
    const before = lines[index - 1]
    if (!before || line.follows === true || line.begins !== undefined || !beginsWithDot(line)) return false
    return !mayEndParagraph(before.on) && !endsEarly(before, line, measure)
  })
}

const beginsWithDot = ({ on }: Line): boolean => textOf(on).startsWith('・')

const circled = /^[①-⑳㉑-㊿]/u

/** Whether some lines are a list whose items are sentences: ・…に取り組む。⏎・…を検討する。 What follows an item of it that ends none is its rest. */
function isListOfSentences(lines: readonly Line[]): boolean {
  const text = lines.map(line => textOf(line.on)).join('\n')
  return /[・○●◆■][^・○●◆■]*。\s*[・○●◆■]/u.test(text)
}

/** In a list, the lines that begin a part of an item (ア 記録の取り方), however full the line above is. */
function partsOfItems(lines: readonly Line[]): ReadonlySet<Line> {
  const first = lines.findIndex(line => isListMark(textOf(line.on).charAt(0)))
  if (first < 0) return new Set()
  const texts = lines.map(line => textOf(line.on))
  return new Set(
    lines.filter((_, at) => {
      const above = lines[at - 1]
      return at > first && above && beginsPart(texts[at] as string, mayEndParagraph(above.on), texts.slice(first, at))
    }),
  )
}

/** A heading in 【】 is an element of its own before its text; at the end, as 【再掲】, it is part of the paragraph above. */
function beginsElement(line: Line, base: number, isLast: boolean): boolean {
  const text = textOf(line.on)
  const isOwn = isNote(text) || (!isLast && isHeadInBrackets(text))
  return line.begins !== undefined || line.indent - base >= 0.5 || isOwn || isListMark(text.charAt(0))
}

/** ①②③ begin lines of their own only where every one of them begins a printed line. */
function seriesBeginLines(lines: readonly Line[]): boolean {
  const marks = lines.flatMap(line => [...matches(line.on, /[①-⑳]/dgu)])
  return marks.length > 1 && marks.every(mark => mark.index === 0)
}

/** A list mark inside a line: after a sentence or a closing bracket, and before a heading in brackets. */
const inlineItem =
  /・(?<=[。）)】」]\s*・)|(?<=\S)・(?=【)|[■○●◆](?<=[。）)】」]\s+[■○●◆])(?=\s*\S)|(?<=\s)※(?=\s?\S)/dgu

function splitItems(on: Printed, items: 'lines' | 'inline'): Printed[] {
  if (items === 'lines') return [on]
  const starts = [...matches(on, inlineItem)].map(found => found.index).filter(at => at > 0)
  return [0, ...starts].map((from, index) => trim(slice(on, from, starts[index])))
}

/** Items of the first mark are elements; a mark of another kind or an enumerator below them begins a line inside its element and stays. */
function nestItems(paragraphs: readonly Printed[]): Prose {
  const elements: Printed[] = []
  const marks: Printed[] = []
  let top: string | undefined
  let isInItem = false
  for (const on of paragraphs) {
    const mark = textOf(on).charAt(0)
    const isItem = isListMark(mark)
    const isLower: boolean = isItem ? mark !== top : isInItem && enumeratorOf(textOf(on)) !== undefined
    isInItem = isItem || isLower
    if (isLower && top !== undefined && elements.length > 0) {
      const above = elements.pop() as Printed
      elements.push(concat(above, put('\n'), on))
    } else if (isItem) {
      top = mark
      marks.push(slice(on, 0, 1))
      elements.push(trim(slice(on, 1)))
    } else elements.push(on)
  }
  return { elements: elements.filter(on => textOf(on) !== ''), marks }
}
