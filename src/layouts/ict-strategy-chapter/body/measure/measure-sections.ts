import { endsSentence } from '../../../../document/prose/sentences.ts'
import type { Leaf } from '../../../kit/leaves.ts'
import type { Book } from '../../page/book.ts'
import { goalsAt, sectionAt } from '../../page/headings/section-headings.ts'
import type { SectionPart } from '../../page/parts.ts'
import { type LineToken, linesByColumn } from '../../page/stream.ts'
import { aboveEntries, emptyBelow } from './doubts.ts'
import { entryLines } from './entries.ts'
import { withLearnedMarks } from './learned-marks.ts'
import type { NeedIn } from './need-items.ts'
import { needsOf } from './needs.ts'
import {
  hasEntries,
  hasTitles,
  type InitiativeIn,
  initiativesOf,
  mixedOf,
  type OutcomeIn,
  outcomesOf,
} from './spread.ts'

interface Lists {
  readonly needs: NeedIn[]
  readonly initiatives: InitiativeIn[]
  readonly outcomes: OutcomeIn[]
}

interface Spread {
  readonly spread: number
  readonly lists: Lists
  readonly book: Book
  readonly pointer: string
}

/** The sections by spreads; `pointer` is that of the record. */
export function sectionLeaves(sections: readonly SectionPart[], book: Book, pointer: string): Lists {
  const lists: Lists = { needs: [], initiatives: [], outcomes: [] }
  const spreads = spreadsOf(sections)
  sections.forEach((section, index) => {
    const spread = spreads[index] as number
    claimHeading(section, book)
    const above = sections[index - 1]
    const before = lists[section.section].length
    const at = { spread, lists, book, pointer: `${pointer}/${section.section}` }
    if (section.section === 'needs') lists.needs.push(...needsOf(section.tokens, spread, book, at.pointer))
    else if (isMixedPair(section, sections[index + 1])) return
    else {
      const isMixed = isMixedPair(above, section)
      const lines = [...(isMixed && above ? entryTokens(above) : []), ...entryTokens(section)]
      addEntries(section, lines, isMixed, at)
    }
    if (lists[section.section].length === before || isBelowItsEntries(above, section)) tellEmpty(section, at)
    if (above && isMixedPair(above, section) && !lists[above.section].some(each => isOf(each, spread)))
      tellEmpty(above, { ...at, pointer: `${pointer}/${above.section}` })
  })
  return lists
}

/** Each spread begins at 市民のニーズや課題, or where these are right of the others, at the section that the first begins with. */
function spreadsOf(sections: readonly SectionPart[]): number[] {
  const first = sections.findIndex(({ section }) => section === 'needs')
  const before = sections.slice(0, Math.max(0, first)).map(({ section }) => section)
  let [spread, hasNeeds] = [1, false]
  return sections.map(({ section }) => {
    if (hasNeeds && (section === 'needs' || before.includes(section))) [spread, hasNeeds] = [spread + 1, false]
    hasNeeds ||= section === 'needs'
    return spread
  })
}

const isOf = ({ spread }: { spread: Leaf }, wanted: number): boolean =>
  spread.kind === 'counted' && spread.value === wanted

/** A heading that has nothing below it, unless it is printed once more with it. */
function tellEmpty({ head }: SectionPart, { book, pointer }: Spread): void {
  const word = head && sectionAt(head.line.on)?.word
  if (word) book.note(emptyBelow(word, pointer))
}

function claimHeading({ head, tokens }: SectionPart, book: Book): void {
  book.label(head && sectionAt(head.line.on)?.word)
  for (const token of tokens) if (token.kind === 'line') book.label(goalsAt(token.line.on)?.word)
}

/** Both lists are below the second heading where the first has no initiative of its own, but the second has some. */
function isMixedPair(first: SectionPart | undefined, second: SectionPart | undefined): boolean {
  if (!first || !second || first.section === second.section) return false
  if (first.section === 'needs' || second.section === 'needs') return false
  const lines = entryTokens(first)
  if (!hasEntries(lines)) return true
  if (isBelowItsEntries(first, second)) return true
  return first.section === 'initiatives' && !hasTitles(lines) && hasTitles(entryTokens(second))
}

/** こう変える behind the column that it heads: nothing below it, and sentences among the titles above. */
function isBelowItsEntries(first: SectionPart | undefined, second: SectionPart): boolean {
  if (first?.section !== 'initiatives' || second.section !== 'outcomes' || hasEntries(entryTokens(second))) return false
  const found = entryLines(entryTokens(first), 'mixed').map(([head, ...body]) => ({ head, body }))
  return found.some(({ head, body }) => body.length === 0 && head !== undefined && endsSentence(head.line.on))
}

function addEntries(section: SectionPart, lines: readonly LineToken[], isMixed: boolean, at: Spread): void {
  const { spread, lists, book, pointer } = at
  book.note(...aboveEntries(lines, pointer))
  if (isMixed) {
    const found = mixedOf(lines, spread, book)
    lists.initiatives.push(...found.initiatives)
    lists.outcomes.push(...found.outcomes)
  } else if (section.section === 'initiatives') lists.initiatives.push(...initiativesOf(lines, spread, book))
  else lists.outcomes.push(...outcomesOf(lines, spread, book))
}

/** The lines of a section; a table only arranges them. */
function entryTokens({ tokens }: SectionPart): LineToken[] {
  const lines = tokens.flatMap(token => (token.kind === 'line' ? [token] : linesByColumn(token)))
  return [...withLearnedMarks(lines.filter(token => !goalsAt(token.line.on)))]
}
