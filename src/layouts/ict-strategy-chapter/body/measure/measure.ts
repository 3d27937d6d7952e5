import { type Printed, textOf } from '../../../../document/printed.ts'
import { joinLines } from '../../../../document/prose/prose.ts'
import { endsSentence } from '../../../../document/prose/sentences.ts'
import { say } from '../../../../messages/words.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import type { In } from '../../../kit/fields.ts'
import { absent, type Leaf, open, printedOr } from '../../../kit/leaves.ts'
import { type Book, withoutRaised } from '../../page/book.ts'
import { codeKey, type MeasureHeading, nameOf } from '../../page/headings/measure-heading.ts'
import { joinParagraphs, lineRuns, paragraphsOf } from '../../page/paragraphs.ts'
import type { Part, SectionPart } from '../../page/parts.ts'
import type { LineToken, Token } from '../../page/stream.ts'
import type { RecordShape } from '../../record.ts'
import { sectionLeaves } from './measure-sections.ts'

/** One 施策: its heading with what follows it, and the sections below. */
export interface Measure {
  readonly heading: MeasureHeading | undefined
  readonly intro: LineToken[]
  readonly sections: SectionPart[]
  readonly pages: number[]
}

/** The measures of the chapter. Sections above every heading are a measure whose name is not printed. */
export function measuresOf(parts: readonly Part[], book: Book): Measure[] {
  const measures: Measure[] = []
  const begin = (heading: MeasureHeading | undefined, intro: LineToken[]) =>
    measures.push({ heading, intro, sections: [], pages: [] })
  for (const part of parts) {
    if (part.is === 'measure') {
      const lines = part.tokens.filter(isLine)
      const heading = completed(part.heading, lines)
      if (isSame(measures.at(-1)?.heading, heading)) repeatHeading(heading, book)
      else begin(heading, lines)
    } else if (part.is === 'section') {
      if (measures.length === 0) begin(undefined, [])
      addSection(measures.at(-1) as Measure, part)
    } else continue
    addPages(measures.at(-1) as Measure, part)
  }
  return measures
}

/** A part without a heading goes on after a column that interrupted it. */
function addSection({ sections }: Measure, part: SectionPart): void {
  const last = sections.at(-1)
  if (part.head === undefined && last) last.tokens.push(...part.tokens)
  else sections.push(part)
}

const isLine = (token: Token): token is LineToken => token.kind === 'line'

function addPages({ pages }: Measure, { head, tokens }: Part): void {
  for (const token of head ? [head, ...tokens] : tokens) if (token.page !== null) pages.push(token.page)
}

/** A heading printed again on the next pages of the same measure. */
const isSame = (last: MeasureHeading | undefined, heading: MeasureHeading): boolean =>
  last !== undefined && compact(textOf(last.code)) === compact(textOf(heading.code))

function repeatHeading({ brackets, label, code, name, domain }: MeasureHeading, book: Book): void {
  book.mark(...brackets)
  book.repeat(label, code, name, domain)
  book.label(label)
}

/** A heading whose name, or the end of it, is on the lines below; those lines are taken out. */
function completed(heading: MeasureHeading, lines: LineToken[]): MeasureHeading {
  if (heading.domain !== undefined || heading.rest !== undefined) return heading
  const [first, second] = lines
  if (!first || endsSentence(first.line.on)) return heading
  const words = heading.name ? [heading.name] : []
  for (const count of second && !endsSentence(second.line.on) ? [1, 2] : [1]) {
    const found = nameOf(joinLines([...words, ...lines.slice(0, count).map(token => token.line.on)]))
    if (!found.domain) continue
    lines.splice(0, count)
    return { ...heading, ...found, brackets: [...heading.brackets, ...found.brackets] }
  }
  if (heading.name === undefined) {
    lines.shift()
    return { ...heading, name: first.line.on }
  }
  return heading
}

/** The leaves of a measure; `visions` gives the sentence that the overview prints for a code. */
export function measureLeaves(
  measure: Measure,
  visions: (code: string) => string | undefined,
  book: Book,
  pointer: string,
): In<RecordShape> {
  const { heading } = measure
  if (heading) {
    book.mark(...heading.brackets)
    book.label(heading.label)
    book.repeat(heading.label)
  }
  const vision = visionOf(measure, heading && visions(codeKey(heading.code)), book)
  return {
    code: heading ? printedOr(heading.code) : open([], say('NO_MEASURE_HEADING')),
    name: printedOr(heading?.name),
    domain: printedOr(heading?.domain),
    vision,
    ...sectionLeaves(measure.sections, book, pointer),
  }
}

/** The one paragraph below the heading, or what the overview prints too. */
function visionOf({ intro }: Measure, expected: string | undefined, book: Book): Leaf {
  const paragraphs = lineRuns(intro).map(run => joinParagraphs(paragraphsOf(run)))
  const known = expected === undefined ? undefined : linesThatSay(intro, expected)
  if (known || paragraphs.length === 1) return book.plain(known ?? (paragraphs[0] as Printed))
  return paragraphs.length === 0 ? absent : open(paragraphs, say('SEVERAL_PARAGRAPHS'))
}

/** The lines that together say a text, where some do. */
function linesThatSay(tokens: readonly LineToken[], expected: string): Printed | undefined {
  for (let from = 0; from < tokens.length; from += 1)
    for (let to = from + 1; to <= tokens.length; to += 1) {
      const on = joinLines(tokens.slice(from, to).map(token => token.line.on))
      const text = withoutRaised(compact(textOf(on)))
      if (text === expected) return on
      if (text.length > expected.length) break
    }
  return undefined
}
