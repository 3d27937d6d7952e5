import { type Cell, linesOf } from '../../../document/model.ts'
import { concat, matches, type Printed, textOf } from '../../../document/printed.ts'
import { joinLines } from '../../../document/prose.ts'
import { compact, titleTails } from '../words.ts'
import { type Book, withoutRaised } from './book.ts'
import { compacted } from './compact.ts'
import { captionAt, listMarkOf, measureAt, numberedAt } from './headings.ts'
import { codeKey } from './measure.ts'
import { endsSentence, measureOf, paragraphsOf, linesOf as printedLines, runsOf } from './paragraphs.ts'
import type { LineToken, TableToken, Token } from './stream.ts'

/** What the front repeats of a measure, without spaces. */
export interface Known {
  readonly code: string
  readonly name: string
  readonly domain: string
  readonly vision: string
}

/** A measure that the contents list or the overview table names. */
export interface Listed {
  readonly code: string
  readonly on: Printed
}

/** The front of the chapter: what it says in prose, and which measures it names. */
export interface Front {
  readonly introduction: readonly Printed[]
  readonly listed: readonly Listed[]
}

/** The sentence that the overview table prints beside each code. */
export function overviewVisions(tokens: readonly Token[]): Map<string, string> {
  const visions = new Map<string, string>()
  for (const token of tokens)
    if (token.kind === 'table')
      for (const cells of rowsOf(token)) {
        const code = cells.map(codeOfCell).find(found => found !== undefined)
        const vision = cells.map(cellText).find(endsSentence)
        if (code && vision) visions.set(codeKey(code), withoutRaised(compact(textOf(vision))))
      }
  return visions
}

const rowsOf = ({ table }: TableToken): Cell[][] =>
  Array.from({ length: table.rows }, (_, row) => table.cells.filter(cell => cell.row === row))

const cellText = ({ blocks }: Cell): Printed => joinLines([...linesOf(blocks)].map(line => line.on))

const codeOfCell = (cell: Cell): Printed | undefined => codeIn(cellText(cell))

/** 1 - 1 暮らしの質の向上: the code that a text begins with. */
function codeIn(on: Printed): Printed | undefined {
  const { text, part } = compacted(on)
  const found = /^\d{1,2}(?:[-‐‑–—―−－]\d{1,2})*(?=\D|$)/u.exec(text)?.[0]
  return found && !endsSentence(on) ? part(0, found.length) : undefined
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
  readonly introduction: Printed[] = []
  readonly listed: Listed[] = []
  readonly #known: readonly Known[]
  readonly #title: string | undefined
  readonly #book: Book

  constructor(known: readonly Known[], title: string | undefined, book: Book) {
    this.#known = known
    this.#title = title
    this.#book = book
  }

  /** Claims a line that is no prose: an entry of the contents list, a numbered heading, a caption, a measure's code or name. */
  claimLine(on: Printed): boolean {
    const entry = measureAt(on)
    if (entry) {
      if (listMarkOf(on) !== undefined) this.#book.mark(compacted(on).part(0, 1))
      this.#claimEntry(entry)
      return true
    }
    const numbered = numberedAt(on)
    if (numbered) {
      this.#book.mark(numbered.no)
      this.#claimTitle(numbered.title)
      return true
    }
    const caption = captionAt(on)
    if (caption && !endsSentence(on)) {
      this.#book.label(caption.word)
      this.#claimCode(caption.no)
      if (caption.title) this.#claimTitle(caption.title)
      return true
    }
    return this.#claimMeasure(on)
  }

  claimTable(token: TableToken): void {
    for (const cells of rowsOf(token))
      for (const cell of cells) {
        const on = cellText(cell)
        if (textOf(on) === '' || this.#claimMeasure(on)) continue
        const code = codeIn(on)
        if (code) this.listed.push({ code: codeKey(code), on: code })
        for (const line of linesOf(cell.blocks)) if (!this.#claimMeasure(line.on)) this.#claimTitle(line.on)
      }
  }

  /** The prose of some lines; what is no sentence may be the overview where a text lost its table. */
  readProse(tokens: readonly LineToken[], isIntroduction: boolean): void {
    const measure = measureOf(tokens)
    for (const run of runsOf(tokens)) {
      const whole = joinLines(printedLines(run).map(line => line.on))
      if (this.#claimMeasure(whole)) continue
      for (const on of wholeSentences(paragraphsOf(run, measure))) {
        if (this.#claimMeasure(on)) continue
        if (!endsSentence(on) && !/^※/u.test(textOf(on))) this.#claimTitle(on)
        else if (isIntroduction) this.introduction.push(on)
      }
    }
  }

  #claimEntry({ brackets, label, code, name, domain }: NonNullable<ReturnType<typeof measureAt>>): void {
    const known = this.#known.find(each => each.code === codeKey(code))
    this.listed.push({ code: codeKey(code), on: code })
    this.#book.mark(...brackets)
    this.#book.label(label)
    this.#book.repeat(label)
    if (!known) return
    this.#claimCode(code)
    if (name && compact(textOf(name)) === known.name) this.#book.repeat(name)
    if (domain && compact(textOf(domain)) === known.domain) this.#book.repeat(domain)
  }

  /** 6項目の ICT 活用施策と目指す姿: number, the chapter's title, and what the form says around it. */
  #claimTitle(on: Printed): void {
    const { text, part } = compacted(on)
    const head = /^\d+(?:項目|分野)の/u.exec(text)?.[0].length ?? 0
    const tail = titleTails.find(word => text.endsWith(word))?.length ?? 0
    const middle = text.slice(head, text.length - tail)
    const isForm = middle === this.#title || head + tail === text.length
    if (!isForm && head + tail > 0) return
    this.#book.label(part(0, head), part(text.length - tail), part(head, text.length - tail))
    this.#book.repeat(part(head, text.length - tail))
  }

  /** Its digits and dashes, each a mark: they may be other dashes than those of the heading. */
  #claimCode(code: Printed): void {
    for (const { whole } of matches(code, /[\d０-９]+|[^\d０-９\s]/dgu)) this.#book.mark(whole)
  }

  /** A text that says a measure's code, name and field, or some of them in this order, or its vision. */
  #claimMeasure(printed: Printed): boolean {
    const { text: on, marks } = this.#book.peekMarks(printed)
    const found = this.#known.flatMap(known => partsOfMeasure(on, known) ?? [])[0]
    if (!found) return false
    this.#book.take(marks)
    if (found.code) {
      this.#claimCode(found.code)
      this.listed.push({ code: codeKey(found.code), on: found.code })
    }
    this.#book.mark(...found.brackets)
    this.#book.repeat(...found.texts)
    return true
  }
}

/** Lines that follow each other without a blank one: a paragraph that does not end goes on in the next. */
function wholeSentences(paragraphs: readonly Printed[]): Printed[] {
  const whole: Printed[] = []
  for (const on of paragraphs) {
    const last = whole.at(-1)
    if (last && !endsSentence(last) && !/^※/u.test(textOf(on))) whole[whole.length - 1] = joinLines([last, on])
    else whole.push(on)
  }
  return whole
}

interface MeasureParts {
  readonly code: Printed | undefined
  readonly brackets: Printed[]
  readonly texts: Printed[]
}

function partsOfMeasure(on: Printed, known: Known): MeasureParts | undefined {
  const { text, part } = compacted(on)
  const vision = visionParts(on, known.vision)
  if (vision) return { code: undefined, ...vision }
  const code = codeIn(on)
  const isCode = code !== undefined && codeKey(code) === known.code
  let at = isCode ? compact(textOf(code)).length : 0
  const found: MeasureParts = { code: isCode ? code : undefined, brackets: [], texts: [] }
  for (const word of [known.name, known.domain]) {
    const open = /^[（(]/u.test(text.slice(at)) ? 1 : 0
    if (word === '' || !text.startsWith(word, at + open)) continue
    if (open) found.brackets.push(part(at, at + 1))
    found.texts.push(part(at + open, at + open + word.length))
    at += open + word.length
    if (!open || !/^[）)]/u.test(text.slice(at))) continue
    found.brackets.push(part(at, at + 1))
    at += 1
  }
  return at > 0 && at === text.length ? found : undefined
}

/** The vision, also with a footnote mark in it that a text no longer raises: UIJ ターン 78 等. */
function visionParts(on: Printed, vision: string): { brackets: Printed[]; texts: Printed[] } | undefined {
  const { text, part } = compacted(on)
  if (text === '' || vision === '') return undefined
  if (text === vision) return { brackets: [], texts: [on] }
  for (const { 0: digits, index } of text.matchAll(/(?<!\d)\d{1,3}(?!\d)/gu)) {
    const end = index + digits.length
    if (text.slice(0, index) + text.slice(end) !== vision) continue
    return { brackets: [part(index, end)], texts: [concat(part(0, index), part(end))] }
  }
  return undefined
}
