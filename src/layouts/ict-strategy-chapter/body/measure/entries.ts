import { concat, type Printed, slice, textOf, trim } from '../../../../document/printed.ts'
import { joinLines } from '../../../../document/prose/prose.ts'
import { endsSentence } from '../../../../document/prose/sentences.ts'
import { isFull, rightEdge } from '../../../../document/prose/wrapping.ts'
import { afterMark, itemMarkOf, listMarkOf, markAt } from '../../page/headings/list-marks.ts'
import { isNewBadge } from '../../page/headings/new-badge.ts'
import { columnRuns, isParted, joinParagraphs, measureOf, paragraphsOf } from '../../page/paragraphs.ts'
import type { LineToken } from '../../page/stream.ts'

/** What a list mark begins: its first words, and the paragraphs below them. */
export interface Entry {
  readonly mark: Printed
  readonly head: Printed
  readonly newMark: Printed | undefined
  /** Lines that follow the first words without anything that parts them. */
  readonly body: readonly LineToken[]
}

const lowerMarks = /^[・･‧∙⋅·◦○◯〇]$/u

/** Whether a mark of another kind than the first begins an entry: below a title it may begin an item of its paragraph. */
export type Marks = 'titles' | 'mixed' | 'sentences'

/** The lines of each entry; what comes before the first is no entry. */
export function entryLines(tokens: readonly LineToken[], marks: Marks = 'titles'): LineToken[][] {
  const entries: LineToken[][] = []
  let top: string | undefined
  tokens.forEach((token, index) => {
    const mark = entryMarkOf(token)
    if (mark !== undefined && (top === undefined || mark === top || !isLower(mark, token, tokens[index + 1], marks))) {
      if (!lowerMarks.test(mark)) top ??= mark
      entries.push([token])
    } else entries.at(-1)?.push(token)
  })
  return entries
}

/** A title may be a heading of Markdown or HTML as well. */
const entryMarkOf = ({ line }: LineToken): string | undefined =>
  itemMarkOf(line) ?? (line.begins === 'heading' ? '' : undefined)

/** A mark of another kind begins an item below the entry, unless it is a sentence among sentences or has a paragraph of its own. */
function isLower(mark: string, { line }: LineToken, next: LineToken | undefined, marks: Marks): boolean {
  if (lowerMarks.test(mark)) return true
  if (marks === 'sentences' || (marks === 'mixed' && endsSentence(line.on))) return false
  return next === undefined || entryMarkOf(next) !== undefined
}

const newWord =
  /(?<!\s)\s*(?:[【［〔《〈(（[]\s*(?:NEW|ＮＥＷ|新規|新|拡充)\s*[】］〕》〉)）\]]|(?<![A-Za-zＡ-Ｚａ-ｚ])(?:NEW|ＮＥＷ)[!！]?|(?<=\s)(?:新規|拡充))$/du
const newBeforeSentence = /\s(?:NEW|ＮＥＷ)(?=\s*[^\sA-Za-z].*。$)/du

type Lines = readonly [LineToken, ...LineToken[]]

/** The same where every entry is known to be a title: one that would end in 。 ends above the sentence that goes on from it. */
export function titledEntryOf(lines: Lines, measure: (token: LineToken) => number): Entry {
  const entry = entryOf(lines, measure)
  return endsSentence(entry.head) ? entryOf(lines, measure, sentenceFrom(lines)) : entry
}

/** The number of lines above the first sentence: those at another edge than its last line, the first line at least. */
function sentenceFrom(lines: Lines): number {
  const end = lines.findIndex(({ line }) => endsSentence(line.on))
  const edge = lines[end]?.line.indent ?? 0
  const isAbove = (token: LineToken) => !isNewLine(token) && Math.abs(token.line.indent - edge) >= sameEdge
  const above = lines.slice(0, end).findLastIndex(isAbove)
  return Math.max(1, above + 1)
}

/** An entry as a title with paragraphs below it; `most` limits the lines of the title. */
export function entryOf([first, ...rest]: Lines, measure: (token: LineToken) => number, most = Infinity): Entry {
  const title = [first]
  let newLine: LineToken | undefined
  let at = 0
  for (; at < rest.length; at += 1) {
    const token = rest[at] as LineToken
    if (newLine) break
    if (isNewLine(token)) newLine = token
    else if (title.length < most && goesOn(title.at(-1) as LineToken, rest.slice(at), measure(token))) title.push(token)
    else break
  }
  const on = joinLines([afterMark(first.line.on), ...title.slice(1).map(token => token.line.on)])
  const found = newLine ? undefined : newAtEnd(on)
  return {
    mark: markAt(first.line.on),
    head: found?.head ?? on,
    newMark: newLine?.line.on ?? found?.mark,
    body: rest.slice(at).filter(token => token !== newLine),
  }
}

const isNewLine = ({ line }: LineToken): boolean => isNewBadge(line.on)

/** The badge NEW at the end of a title, or before a sentence that is no part of it. */
function newAtEnd(on: Printed): { head: Printed; mark: Printed } | undefined {
  const text = textOf(on)
  const found = newWord.exec(text) ?? newBeforeSentence.exec(text)
  const [from, to] = found?.indices?.[0] ?? []
  if (!from || to === undefined) return undefined
  return { head: concat(slice(on, 0, from), slice(on, to)), mark: trim(slice(on, from, to)) }
}

/** Whether a title that fills its line goes on below; a paragraph is indented or follows a line that ends early. */
function goesOn(before: LineToken, [token, ...below]: readonly LineToken[], measure: number): boolean {
  if (!token || isParted(before, token) || entryMarkOf(token) !== undefined) return false
  const [next] = below
  const isIndented = next && !isParted(token, next) && token.line.indent >= next.line.indent + 0.5
  if (isIndented || isText(token, below)) return false
  return token.line.follows === true || fillsLine(before, token, measure)
}

/** A line that goes on below at the same edge until a sentence ends: the paragraph has begun. */
function isText(token: LineToken, below: readonly LineToken[]): boolean {
  const goesOn = ({ line }: LineToken) => line.follows === true && Math.abs(line.indent - token.line.indent) < sameEdge
  const end = below.findIndex(each => !goesOn(each))
  const last = (end < 0 ? below : below.slice(0, end)).at(-1)
  return last !== undefined && endsSentence(last.line.on)
}

/** In ems. */
const sameEdge = 0.2

/** Whether the first word of the next line would not have fitted any more; beside a picture the line has less room. */
const fillsLine = ({ line }: LineToken, next: LineToken, measure: number): boolean =>
  isFull(line, next.line, line.room ?? measure)

/** An entry all of whose lines are one sentence, and what is parted from it below. */
export function sentenceOf([first, ...rest]: readonly [LineToken, ...LineToken[]]): Entry {
  const own = [first]
  for (const token of rest) {
    if (isParted(own.at(-1) as LineToken, token)) break
    own.push(token)
  }
  const head = joinLines([afterMark(first.line.on), ...own.slice(1).map(token => token.line.on)])
  return { mark: markAt(first.line.on), head, newMark: undefined, body: rest.slice(own.length - 1) }
}

/** The first lines of entries in columns where every entry fills its first line: sentences, not titles with paragraphs below them. */
export function filledEntries(tokens: readonly LineToken[]): Set<LineToken> {
  const filled = columnRuns(tokens).flatMap(run => {
    const measure = measureOf(run)
    const entries = entryLines(run, 'mixed').filter(lines => lines.length > 1)
    const isFull = ([first]: readonly LineToken[]) => first !== undefined && rightEdge(first.line) >= measure * 0.75
    return entries.length >= 2 && entries.every(isFull) ? entries.flatMap(lines => lines.slice(0, 1)) : []
  })
  return new Set(filled)
}

/** The paragraphs below a title; items of a lower level stay as printed, each on its line. */
export function bodyText(body: readonly LineToken[]): Printed {
  const chunks: LineToken[][] = []
  for (const token of body) {
    if (chunks.length === 0 || listMarkOf(token.line.on) !== undefined) chunks.push([])
    chunks.at(-1)?.push(token)
  }
  return joinParagraphs(chunks.flatMap(chunk => chunkParagraphs(chunk)))
}

function chunkParagraphs(chunk: readonly LineToken[]): Printed[] {
  const isItem = chunk[0] !== undefined && listMarkOf(chunk[0].line.on) !== undefined
  return isItem ? [joinLines(chunk.map(token => token.line.on))] : paragraphsOf(chunk, measureOf(chunk))
}
