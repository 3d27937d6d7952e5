import type { Note } from '../diagnostics/codes.ts'
import type { Place, SourceDocument } from '../document/model.ts'
import { type Printed, type Span, spansOf, textOf } from '../document/printed.ts'
import { folioAt } from '../document/prose/folio.ts'
import { wordOf } from '../document/words.ts'
import type { Furniture } from '../layouts/kit/layout.ts'
import { printedOf } from '../layouts/kit/leaves.ts'
import { sameShapes } from '../normalise/same-shapes.ts'
import { compact, isIgnorable } from '../normalise/whitespace.ts'
import type { Evaluated } from './evaluate.ts'

/** Every non-space character of the document, counted once by what became of it. */
export interface Coverage {
  /** All that are seen: the sum of the four below. */
  characters: number
  /** In a value. */
  values: number
  /** The form's own words and marks. */
  furniture: number
  /** Printed again elsewhere in the document. */
  repeats: number
  /** In nothing that is known. */
  unclaimed: number
  /** In the file and not seen on its pages: none of the characters above. */
  hidden: number
  /** The share that is not unclaimed, from 0 to 1. */
  ratio: number
  unclaimedTexts: { text: string; place: Place }[]
}

export interface Accounted {
  readonly coverage: Coverage
  /** The runs of characters that nothing claimed, one a printed line. */
  readonly unclaimed: readonly Printed[]
  readonly enclosed: Enclosed
}

/** The characters from the first to the last that something claims: what is before the form and behind it is no part of it. */
export interface Enclosed {
  readonly characters: number
  readonly unclaimed: number
}

enum Use {
  none,
  value,
  furniture,
  repeat,
}

/** The longest furniture there can be: a label or column head, never a sentence. */
const longestFurniture = 40

interface Book {
  readonly source: SourceDocument
  readonly spans: readonly Span[]
  readonly uses: Uint8Array
  readonly from: number
}

/**
 * Accounts for the characters of `spans`. Values are what the leaves are on; furniture is accepted only where it equals a word
 * of the vocabulary, a mark or a page number; a repeat only where it equals a value or a word elsewhere in the document. `hidden`: what the
 * file holds and its pages do not show.
 */
export function account(
  source: SourceDocument,
  spans: readonly Span[],
  leaves: readonly Evaluated[],
  furniture: readonly Furniture[],
  vocabulary: ReadonlySet<string>,
  hidden: readonly Printed[] = [],
): Accounted {
  const from = spans[0]?.[0] ?? 0
  const book = { source, spans, from, uses: new Uint8Array((spans.at(-1)?.[1] ?? 0) - from) }
  for (const { leaf, notes, byHand } of leaves) {
    if (byHand || !notes.some(isUnread)) for (const on of printedOf(leaf)) claim(book, on, Use.value)
    if (leaf.kind === 'choice')
      for (const option of leaf.options.filter(o => !o.chosen && isWord(o.label, vocabulary))) {
        claim(book, option.mark, Use.furniture)
        claim(book, option.label, Use.furniture)
      }
  }
  for (const item of furniture) if (isFurniture(item, vocabulary)) claim(book, item.on, Use.furniture)
  const repeats = furniture.filter(({ as }) => as === 'repeat').map(({ on }) => on)
  // Most documents have none, and then nobody asks what they would repeat.
  const known = repeats.length > 0 ? knownTexts(leaves) : new Set()
  for (const on of repeats) if (vocabulary.has(wordOf(on)) || known.has(wordOf(on))) claim(book, on, Use.repeat)
  return report(book, countOf(hidden))
}

const countOf = (texts: readonly Printed[]): number =>
  texts.reduce((sum, on) => sum + [...textOf(on)].filter(isContent).length, 0)

/** What could not be read is in no value, so its characters stay unclaimed, unless a person has looked at them. */
const isUnread = (note: Note): boolean => note.code === 'FIELD_UNREADABLE' || note.code === 'FIELD_AMBIGUOUS'

const isWord = (on: Printed, vocabulary: ReadonlySet<string>): boolean => {
  const word = wordOf(on)
  return word.length <= longestFurniture && (vocabulary.has(word) || vocabulary.has(sameShapes(word)))
}

/** Marks that begin items, enclose fields or refer to notes, and what is left of a table's rules. */
const mark =
  /^(?:[・･‧•▪■□○●◆◇◯〇◎※\-－‐–—―ー│|│┃【】「」『』（）()〔〕［］[\]：:⁰¹²³⁴⁵⁶⁷⁸⁹＊*]{1,3}|[\u2190-\u21ff\u25a0-\u25ff\u2605-\u2606\u2700-\u2775\u2794-\u27bf\u2b00-\u2bff＞>≫》＋+…]{1,3}|[①-⑳]|[※＊*]\d{1,2}|[（(]?\d{1,3}[)）.．]?)$/u

function isFurniture({ on, as }: Furniture, vocabulary: ReadonlySet<string>): boolean {
  if (as === 'label' || as === 'heading') return isWord(on, vocabulary)
  if (as === 'mark') return mark.test(wordOf(on))
  return as === 'page' && folioAt(on) !== undefined
}

function claim(book: Book, on: Printed, use: Use): void {
  for (const [from, to] of spansOf(on))
    for (let at = from - book.from; at < to - book.from; at += 1) if (book.uses[at] === Use.none) book.uses[at] = use
}

/** Every value text and every paragraph of one, without spaces. */
function knownTexts(leaves: readonly Evaluated[]): Set<string> {
  const known = new Set<string>()
  for (const { leaf, value } of leaves) {
    for (const on of printedOf(leaf)) known.add(wordOf(on))
    if (typeof value !== 'string') continue
    known.add(compact(value))
    for (const paragraph of value.split('\n')) known.add(compact(paragraph))
  }
  return known
}

const isContent = (ch: string): boolean => !/\s/u.test(ch) && !isIgnorable(ch)

function report(book: Book, hidden: number): Accounted {
  const counts = [0, 0, 0, 0]
  const unclaimed: Printed[] = []
  let before = -1
  let behind = 0
  for (const [from, to] of book.spans) {
    let run = -1
    let end = -1
    const close = () => {
      if (run >= 0) unclaimed.push({ pieces: [{ text: book.source.text.slice(run, end), at: [run, end] }] })
      run = -1
    }
    for (let at = from, ch = ''; at < to; at += ch.length) {
      // By code points: a kanji beyond the basic plane is one character, not the two code units it is stored in.
      ch = String.fromCodePoint(book.source.text.codePointAt(at) as number)
      if (!isContent(ch)) continue
      const use = book.uses[at - book.from] as Use
      counts[use] = (counts[use] as number) + 1
      if (use !== Use.none) {
        close()
        if (before < 0) before = behind
        behind = 0
      } else {
        behind += 1
        if (run < 0) run = at
        end = at + ch.length
      }
    }
    close()
  }
  const coverage = coverageOf(book.source, counts as [number, number, number, number], hidden, unclaimed)
  return { coverage, unclaimed, enclosed: enclosedIn(coverage, before + behind) }
}

/** `outside`: how many characters are before the first that is claimed and behind the last; -1 and all where none is. */
const enclosedIn = ({ characters, unclaimed }: Coverage, outside: number): Enclosed => ({
  characters: Math.max(0, characters - outside),
  unclaimed: Math.max(0, unclaimed - outside),
})

function coverageOf(
  source: SourceDocument,
  counts: readonly [number, number, number, number],
  hidden: number,
  unclaimed: readonly Printed[],
): Coverage {
  const [none, values, furniture, repeats] = counts
  const characters = none + values + furniture + repeats
  return {
    characters,
    values,
    furniture,
    repeats,
    unclaimed: none,
    hidden,
    ratio: characters === 0 ? 1 : 1 - none / characters,
    unclaimedTexts: unclaimed.flatMap(on => unclaimedText(source, on)),
  }
}

function unclaimedText(source: SourceDocument, on: Printed): { text: string; place: Place }[] {
  const [span] = spansOf(on)
  const [place] = span ? source.places(span) : []
  return place ? [{ text: textOf(on), place }] : []
}
