import type { Note } from '../../diagnostics/codes.ts'
import type { PageRange, Pages } from '../../document/model.ts'
import { type Printed, textOf } from '../../document/printed.ts'
import { folioBetween } from '../../document/prose/folio.ts'
import { say } from '../../messages/words.ts'
import { compact } from '../../normalise/whitespace.ts'
import { suspicion } from '../kit/doubts.ts'
import type { In } from '../kit/fields.ts'
import type { Parsed } from '../kit/layout.ts'
import { printedOr } from '../kit/leaves.ts'
import { withoutPageNumbers } from '../kit/page-numbers.ts'
import { frontOf } from './body/front/front.ts'
import { listedNotes } from './body/front/listed.ts'
import type { Known } from './body/front/measure-words.ts'
import { overviewVisions } from './body/front/overview.ts'
import { emptyBelow, missingSection, unknownHeadings } from './body/measure/doubts.ts'
import { type Measure, measureLeaves, measuresOf } from './body/measure/measure.ts'
import type { Explanation } from './body/notes/explanation.ts'
import { footNotes, numberOf } from './body/notes/footnotes.ts'
import { explanationLeaves, explanationsOf } from './body/notes/glossary.ts'
import { takeFootNotes } from './body/notes/page-notes.ts'
import { sidebarOf } from './body/notes/sidebar.ts'
import { Book } from './page/book.ts'
import { type Chapter, chapterOf, withoutChapter } from './page/chapter.ts'
import { glossaryAt, isCaption, isOrnament } from './page/headings/headings.ts'
import { codeKey } from './page/headings/measure-heading.ts'
import { withoutMeasureHeads } from './page/measure-repeats.ts'
import { chapterParts, type Part } from './page/parts.ts'
import { type LineToken, type Token, tokensOf } from './page/stream.ts'
import type { HeaderShape, RecordShape } from './record.ts'
import { vocabulary } from './words/index.ts'

type Found = Parsed<In<HeaderShape>, In<RecordShape>>

/**
 * The chapter as one document. The explanations are read first, as their numbers tell marks from other digits; the front last, as it
 * repeats what the measures say.
 */
export const parse = (range: PageRange): Found[] => [withoutPageNumbers(range, vocabulary, chapterIn)]

function chapterIn(range: PageRange): Found {
  const book = new Book()
  const { chapter, parts, explanations } = readParts(range, book)
  const front = tokensOfParts(parts, 'front')
  const visions = overviewVisions(front)
  const measures = measuresOf(parts, book)
  const bodies = measures.map((measure, index) =>
    measureLeaves(measure, code => visions.get(code), book, `/records/${index}`),
  )
  const title = chapter?.title && compact(textOf(chapter.title))
  const { introduction, listed } = frontOf(
    front,
    measures.map((measure, index) => knownOf(measure, bodies[index])),
    title,
    book,
  )
  const header: In<HeaderShape> = {
    chapter: { no: printedOr(chapter?.no), title: printedOr(chapter?.title) },
    introduction: introduction.map(({ on }) => book.plain(on)),
    glossary: explanationLeaves(explanations, book),
    sidebars: parts
      .filter(part => part.is === 'sidebar')
      .map((part, index) => sidebarOf(part, book, `/header/sidebars/${index}`)),
  }
  const found = measures.flatMap(({ heading }) => (heading ? [{ code: codeKey(heading.code), on: heading.code }] : []))
  return {
    edition: null,
    range,
    header,
    records: bodies.map((body, index) => ({ pages: pagesOf(measures[index]), body })),
    furniture: book.furniture,
    notes: [
      ...book.notes,
      ...introduction.filter(({ isDoubtful }) => isDoubtful).map(({ on }) => maybeParagraphs(on)),
      ...unknownHeadings(parts),
      ...missingSections(measures),
      ...emptyGlossary(parts, explanations),
      ...listedNotes(listed, found),
      ...footNotes(book, explanations),
    ],
  }
}

interface Read {
  readonly chapter: Chapter | undefined
  readonly parts: readonly Part[]
  readonly explanations: readonly Explanation[]
}

/** The parts without what belongs to the pages, and the explanations, which may be anywhere. */
function readParts(range: PageRange, book: Book): Read {
  const { rest, found: footNotes } = takeFootNotes(tokensOf(range))
  const chapter = chapterOf(rest)
  const unnamed = chapter ? withoutChapter(rest, chapter, book) : rest
  const own = withoutOrnaments(withoutMeasureHeads(unnamed, range, book), book)
  const parts = chapterParts(own, chapter && compact(textOf(chapter.no)))
  const { found, used } = explanationsOf(parts, book)
  for (const part of parts) {
    claimGlossaryHeading(part, book)
    for (const token of used) remove(part.tokens, token)
    dropPageNumbers(part, book)
  }
  const explanations = [...found, ...footNotes]
  book.marksAreRaised = isRaised(parts, book)
  nameTerms(explanations, book)
  return { chapter, parts, explanations }
}

/** Without tabs at the side of a page, arrows between lists, and what is below pictures. */
const withoutOrnaments = (tokens: readonly Token[], book: Book): Token[] =>
  tokens.filter(token => {
    if (token.kind !== 'line') return true
    const { on, vertical } = token.line
    if (isOrnament(on)) book.mark(on)
    return !vertical && !isOrnament(on) && !isCaption(on)
  })

/** Whether the text raises its footnote marks: then other digits are none. */
const isRaised = (parts: readonly Part[], book: Book): boolean =>
  parts.some(({ tokens }) =>
    tokens.some(token => token.kind === 'line' && book.peekMarks(token.line.on).marks.length > 0),
  )

function nameTerms(explanations: readonly Explanation[], { terms }: Book): void {
  for (const each of explanations) {
    const no = numberOf(each)
    if (no !== undefined && textOf(each.term) !== '') terms.set(no, compact(textOf(each.term)))
  }
}

/** In a text whose pages are not known, or whose columns are cut, a bare number in a section is the page's. */
function dropPageNumbers(part: Part, book: Book): void {
  if (part.is !== 'section' && part.is !== 'front') return
  for (const token of part.tokens.filter(isPageLine)) {
    book.page(token.line.on)
    remove(part.tokens, token)
  }
}

const isPageLine = (token: Token): token is LineToken =>
  token.kind === 'line' && token.line.gap > 0 && folioBetween(token.line.on) !== undefined

function claimGlossaryHeading({ head }: Part, book: Book): void {
  const heading = head && glossaryAt(head.line.on)
  if (!heading) return
  book.mark(...heading.marks)
  book.label(heading.word)
  book.repeat(heading.no, heading.title)
}

function remove(tokens: Token[], token: Token): void {
  const at = tokens.indexOf(token)
  if (at >= 0) tokens.splice(at, 1)
}

const tokensOfParts = (parts: readonly Part[], is: Part['is']): Token[] =>
  parts.filter(part => part.is === is).flatMap(part => part.tokens)

/** The heading of the explanations is printed, and none is read. */
function emptyGlossary(parts: readonly Part[], explanations: readonly Explanation[]): Note[] {
  const head = parts.find(part => part.is === 'glossary')?.head
  return head && explanations.length === 0 ? [emptyBelow(head.line.on, '/header/glossary')] : []
}

/** Sections that a measure lacks though another has them. */
function missingSections(measures: readonly Measure[]): Note[] {
  const kindsOf = ({ sections }: Measure) => new Set(sections.map(({ section }) => section))
  const all = new Set(measures.flatMap(measure => [...kindsOf(measure)]))
  return measures.flatMap((measure, index) => {
    const own = kindsOf(measure)
    return [...all].flatMap(kind => (own.has(kind) ? [] : [missingSection(kind, `/records/${index}/${kind}`)]))
  })
}

/** What a measure says, for the front that says it again. */
function knownOf({ heading }: Measure, body: In<RecordShape> | undefined): Known {
  const vision = body?.vision.kind === 'printed' ? body.vision.on : undefined
  const text = (on: Printed | undefined) => (on ? compact(textOf(on)) : '')
  return {
    code: heading ? codeKey(heading.code) : '',
    name: text(heading?.name),
    domain: text(heading?.domain),
    vision: text(vision),
  }
}

function pagesOf(measure: Measure | undefined): Pages | null {
  const pages = measure?.pages ?? []
  return pages.length === 0 ? null : { from: Math.min(...pages), to: Math.max(...pages) }
}

const maybeParagraphs = (on: Printed): Note => ({
  ...suspicion(on, say('MAYBE_PARAGRAPHS')),
  pointer: '/header/introduction',
})
