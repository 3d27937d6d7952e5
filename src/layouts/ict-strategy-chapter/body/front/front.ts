import { type Line, linesOf } from '../../../../document/model.ts'
import { type Printed, spansOf, startOf, textOf } from '../../../../document/printed.ts'
import { joinLines } from '../../../../document/prose/prose.ts'
import { endsSentence, isNote } from '../../../../document/prose/sentences.ts'
import { cellRows } from '../../../../document/table/cell-rows.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import type { Book } from '../../page/book.ts'
import { compacted } from '../../page/headings/compact.ts'
import { captionAt, numberedAt } from '../../page/headings/headings.ts'
import { listMarkOf } from '../../page/headings/list-marks.ts'
import { measureAt } from '../../page/headings/measure-heading.ts'
import { lineRuns, measureOf, paragraphsOf, linesOf as printedLines } from '../../page/paragraphs.ts'
import type { LineToken, TableToken, Token } from '../../page/stream.ts'
import type { Known } from './measure-words.ts'
import { cellText, codeIn } from './overview.ts'
import { type Listed, Repeats } from './repeats.ts'

/** The front of the chapter: what it says in prose, and which measures it names. */
export interface Front {
  readonly introduction: readonly Paragraph[]
  readonly listed: readonly Listed[]
}

/** A paragraph, and whether its lines may be paragraphs of their own. */
interface Paragraph {
  readonly on: Printed
  readonly isDoubtful: boolean
}

/** Reads the front: contents list, headings and overview table say again what the chapter says, the rest is prose. */
export function frontOf(
  tokens: readonly Token[],
  known: readonly Known[],
  title: string | undefined,
  book: Book,
): Front {
  const reader = new FrontReader(known, title, book)
  const end = secondSection(tokens)
  let run: LineToken[] = []
  tokens.forEach((token, index) => {
    const isProse = token.kind === 'line' && !reader.claimLine(token.line.on)
    if (isProse) run.push(token)
    if (isProse && index < tokens.length - 1) return
    reader.readProse(run, end < 0 || index <= end)
    run = []
    if (token.kind === 'table') reader.claimTable(token)
  })
  return reader
}

/** 2. ICT 活用施策, where prose ends; a contents list has it too, above the heading of section 1. */
function secondSection(tokens: readonly Token[]): number {
  const last = (isWanted: (no: number) => boolean) =>
    tokens.findLastIndex(token => {
      const found = token.kind === 'line' ? numberedAt(token.line.on) : undefined
      return found !== undefined && isWanted(Number.parseInt(compact(textOf(found.no)), 10))
    })
  const second = last(no => no >= 2)
  return second > last(no => no === 1) ? second : -1
}

class FrontReader implements Front {
  readonly introduction: Paragraph[] = []
  readonly #repeats: Repeats
  readonly #book: Book

  constructor(known: readonly Known[], title: string | undefined, book: Book) {
    this.#repeats = new Repeats(known, title, book)
    this.#book = book
  }

  get listed(): readonly Listed[] {
    return this.#repeats.listed
  }

  /** Claims a line that is no prose: an entry of the contents list, a numbered heading, a caption, a measure's code or name. */
  claimLine(on: Printed): boolean {
    const entry = measureAt(on)
    if (entry) {
      if (listMarkOf(on) !== undefined) this.#book.mark(compacted(on).part(0, 1))
      this.#repeats.claimEntry(entry)
      return true
    }
    const numbered = numberedAt(on)
    if (numbered) {
      this.#book.mark(numbered.no)
      this.#repeats.claimTitle(numbered.title)
      return true
    }
    const caption = captionAt(on)
    if (caption && !endsSentence(on)) {
      this.#book.label(caption.word)
      this.#repeats.claimCode(caption.no)
      if (caption.title) this.#repeats.claimTitle(caption.title)
      return true
    }
    return this.#repeats.claimMeasure(on)
  }

  claimTable(token: TableToken): void {
    for (const cells of cellRows(token.table))
      for (const cell of cells) {
        const on = cellText(cell)
        if (textOf(on) === '' || this.#repeats.claimMeasure(on)) continue
        const code = codeIn(on)
        if (code) this.#repeats.list(code)
        for (const line of linesOf(cell.blocks))
          if (!this.#repeats.claimMeasure(line.on)) this.#repeats.claimTitle(line.on)
      }
  }

  /** The prose of some lines; what is no sentence may be the overview where a text lost its table. */
  readProse(tokens: readonly LineToken[], isIntroduction: boolean): void {
    const measure = measureOf(tokens)
    for (const run of lineRuns(tokens)) {
      const whole = joinLines(printedLines(run).map(line => line.on))
      if (this.#repeats.claimMeasure(whole)) continue
      for (const on of wholeSentences(paragraphsOf(run, measure))) {
        if (this.#repeats.claimMeasure(on)) continue
        if (!endsSentence(on) && !isNote(on)) this.#repeats.claimTitle(on)
        else if (isIntroduction) this.introduction.push({ on, isDoubtful: maybeSeveral(printedLines(run), on) })
      }
    }
  }
}

/** Lines that follow each other without a blank one: a paragraph that does not end goes on in the next. */
function wholeSentences(paragraphs: readonly Printed[]): Printed[] {
  const whole: Printed[] = []
  for (const on of paragraphs) {
    const last = whole.at(-1)
    if (last && !endsSentence(last) && !isNote(on)) whole[whole.length - 1] = joinLines([last, on])
    else whole.push(on)
  }
  return whole
}

/** Lines of one width of which each ends with a sentence, and the first is not indented: a page shows no difference to paragraphs of a line each. */
function maybeSeveral(run: readonly Line[], on: Printed): boolean {
  const spans = spansOf(on)
  const holds = ({ on: line }: Line) => spans.some(([from, to]) => from <= startOf(line) && startOf(line) < to)
  const [first, ...others] = run.filter(holds)
  if (!first || others.length === 0 || others.some(({ follows, bbox }) => follows && !bbox)) return false
  const isIndented = others.every(({ indent }) => first.indent - indent >= 0.5)
  return !isIndented && [first, ...others].every(line => endsSentence(line.on))
}
