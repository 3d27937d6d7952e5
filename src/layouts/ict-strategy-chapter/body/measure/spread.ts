import type { Printed } from '../../../../document/printed.ts'
import { endsSentence } from '../../../../document/prose/sentences.ts'
import { say, type Words } from '../../../../messages/words.ts'
import { suspicion } from '../../../kit/doubts.ts'
import type { In } from '../../../kit/fields.ts'
import { blank, counted, type Leaf, printed } from '../../../kit/leaves.ts'
import type { Book } from '../../page/book.ts'
import { saysNew } from '../../page/headings/new-badge.ts'
import { measures } from '../../page/paragraphs.ts'
import type { LineToken } from '../../page/stream.ts'
import type { RecordShape } from '../../record.ts'
import { bodyText, type Entry, entryLines, entryOf, filledEntries, sentenceOf, titledEntryOf } from './entries.ts'

export type InitiativeIn = In<RecordShape>['initiatives'][number]
export type OutcomeIn = In<RecordShape>['outcomes'][number]

export interface SpreadLists {
  readonly initiatives: InitiativeIn[]
  readonly outcomes: OutcomeIn[]
}

type Lines = readonly [LineToken, ...LineToken[]]

/** ICTやデータの活用: titles, each with its paragraphs. */
export function initiativesOf(tokens: readonly LineToken[], spread: number, book: Book): InitiativeIn[] {
  const measure = measures(tokens)
  return entryLines(tokens).map(lines => initiativeOf(titledEntryOf(lines as unknown as Lines, measure), spread, book))
}

/** こう変える: sentences. */
export function outcomesOf(tokens: readonly LineToken[], spread: number, book: Book): OutcomeIn[] {
  return entryLines(tokens, 'sentences').map(lines => {
    const { mark, head } = sentenceOf(lines as unknown as Lines)
    book.mark(mark)
    return { spread: counted(spread), text: book.plain(head) }
  })
}

/**
 * Both lists below both headings, as a converter reads two columns: an entry followed by a paragraph is an initiative, a sentence
 * that ends in 。 an outcome.
 */
export function mixedOf(tokens: readonly LineToken[], spread: number, book: Book): SpreadLists {
  const entries = mixedEntries(tokens)
  const kinds = entries.map(kindOf)
  const lists: SpreadLists = { initiatives: [], outcomes: [] }
  entries.forEach((entry, index) => {
    const kind = kinds[index] as Kind
    const isInitiative = kind === 'initiative' || (kind !== 'outcome' && isAmongInitiatives(kinds, index))
    if (isInitiative) lists.initiatives.push(initiativeOf(entry, spread, book, kind === 'both' ? both : undefined))
    else {
      book.mark(entry.mark)
      lists.outcomes.push({ spread: counted(spread), text: noted(book.plain(entry.head), entry.head, kind) })
    }
  })
  return lists
}

export const hasEntries = (tokens: readonly LineToken[]): boolean => entryLines(tokens, 'mixed').length > 0

/** Whether some entry is a title with a paragraph. */
export const hasTitles = (tokens: readonly LineToken[]): boolean =>
  mixedEntries(tokens).some(entry => kindOf(entry) === 'initiative')

function mixedEntries(tokens: readonly LineToken[]): Entry[] {
  const measure = measures(tokens)
  const filled = filledEntries(tokens)
  const all = entryLines(tokens, 'mixed') as unknown as Lines[]
  const entries = all.map(lines => (filled.has(lines[0]) ? sentenceOf(lines) : entryOf(lines, measure)))
  const last = entries.findLastIndex(entry => kindOf(entry) === 'initiative')
  // No sentence comes above an initiative: there a title filled its line, and its paragraph seemed to go on with it.
  return all.map((lines, index) => {
    const entry = entries[index] as Entry
    return index < last && kindOf(entry) === 'outcome' && lines.length > 1
      ? entryOf(lines, () => Number.MAX_SAFE_INTEGER)
      : entry
  })
}

/** `both`: ends in 。 and has a paragraph; `neither`: has none of the two. */
type Kind = 'initiative' | 'outcome' | 'both' | 'neither'

function kindOf({ head, body }: Entry): Kind {
  if (endsSentence(head)) return body.length > 0 ? 'both' : 'outcome'
  return body.length > 0 ? 'initiative' : 'neither'
}

/** What is neither the one nor the other goes with its neighbours: the initiatives are printed first. */
const isAmongInitiatives = (kinds: readonly Kind[], index: number): boolean =>
  kinds.slice(index + 1).includes('initiative') || !kinds.slice(0, index).includes('outcome')

const both = say('TITLE_ENDS_AS_SENTENCE')

function noted(leaf: Leaf, on: Printed, kind: Kind): Leaf {
  if (kind === 'outcome' || leaf.kind !== 'printed') return leaf
  const why = kind === 'both' ? say('PARAGRAPH_FOLLOWS') : say('NOT_ENDING_IN_STOP')
  return { ...leaf, notes: [suspicion(on, why)] }
}

function initiativeOf(entry: Entry, spread: number, book: Book, why?: Words): InitiativeIn {
  book.mark(entry.mark)
  const title = book.withoutMarks(entry.head)
  const description = book.withoutMarks(bodyText(entry.body))
  const isBare = entry.body.length === 0
  const doubt = why ?? (isBare ? say('NO_PARAGRAPH_FOLLOWS') : undefined)
  return {
    spread: counted(spread),
    title: printed(title.text, doubt ? [suspicion(title.text, doubt)] : []),
    isNew: newLeaf(entry.newMark, book),
    description: isBare ? blank() : printed(description.text),
    footnotes: [...title.marks, ...description.marks].map(mark => printed(mark.on)),
  }
}

/** NEW and 新規 say that an initiative is new; another badge is furniture. */
function newLeaf(badge: Printed | undefined, book: Book): Leaf {
  if (badge && saysNew(badge)) return counted(true, badge)
  book.label(badge)
  return counted(false)
}
