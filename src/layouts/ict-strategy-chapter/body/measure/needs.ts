import type { Table } from '../../../../document/model.ts'
import type { Printed } from '../../../../document/printed.ts'
import { joinLines } from '../../../../document/prose/prose.ts'
import { say } from '../../../../messages/words.ts'
import { suspect } from '../../../kit/doubts.ts'
import { counted, type Leaf, open } from '../../../kit/leaves.ts'
import type { Book } from '../../page/book.ts'
import { goalsAt } from '../../page/headings/section-headings.ts'
import type { LineToken, Token } from '../../page/stream.ts'
import { topicsOutOfStep } from './doubts.ts'
import { withLearnedMarks } from './learned-marks.ts'
import { type Group, groupsOf, isHanging, isOutOfStep } from './need-groups.ts'
import { itemLeaves, type NeedIn } from './need-items.ts'
import { addRows } from './need-rows.ts'
import { withPlainTopics } from './topics.ts'

/** 市民のニーズや課題: topics with their items, as rows of tables or as lines; `pointer` is that of the list. */
export function needsOf(tokens: readonly Token[], spread: number, book: Book, pointer: string): NeedIn[] {
  const needs: NeedIn[] = []
  let [lines, tables]: [LineToken[], Table[]] = [[], []]
  const endLines = () => {
    needs.push(...needsOfLines(lines, spread, book, pointer))
    lines = []
  }
  const endTables = () => {
    addRows(tables, spread, needs, book)
    tables = []
  }
  for (const token of tokens) {
    if (token.kind === 'line') {
      endTables()
      lines.push(token)
    } else {
      endLines()
      tables.push(token.table)
    }
  }
  endTables()
  endLines()
  return needs
}

function needsOfLines(printed: readonly LineToken[], spread: number, book: Book, pointer: string): NeedIn[] {
  const tokens = withLearnedItems(withPlainTopics(printed, book))
  const goals = tokens.findIndex(token => goalsAt(token.line.on))
  const groups = groupsOf(tokens.filter((_, index) => index !== goals))
  const last = groups.at(-1)
  const isOnlyLeft = goals >= 0 && last?.is === 'topic' && tokens.indexOf(last.tokens[0] as LineToken) > goals
  const wanted = isOnlyLeft ? groups.slice(0, -1) : groups
  if (!isOutOfStep(wanted)) return needsInStep(wanted, spread, book)
  book.note(topicsOutOfStep(pointer, wanted[0]?.tokens[0]?.line.on))
  return needsByCandidates(wanted, spread, book)
}

/** Where no item has a mark, sentences are items and words without an end topics. */
function withLearnedItems(tokens: readonly LineToken[]): readonly LineToken[] {
  const learned = withLearnedMarks(tokens)
  if (learned === tokens) return tokens
  // What is named as the beginning of a title is the topic; the text below it are the items.
  return learned.map(({ line, ...token }, index) => {
    const { begins: _, ...own } = line
    const above = learned[index - 1]?.line
    const isItem = line.begins === undefined && (above?.begins !== undefined || line.follows === false)
    return { ...token, line: isItem ? { ...own, begins: 'item' as const } : own }
  })
}

interface Draft {
  readonly topic: Printed | undefined
  readonly doubtful: boolean
  readonly items: LineToken[]
  /** It is the first that is on its page, below items of the page before. */
  readonly heads: boolean
}

function needsInStep(groups: readonly Group[], spread: number, book: Book): NeedIn[] {
  const needs: Draft[] = []
  for (const [index, { is, tokens, doubtful = false }] of groups.entries()) {
    const heads = pageOf(tokens) !== (pageOf(groups[index - 1]?.tokens) ?? pageOf(tokens))
    if (is === 'topic') needs.push({ topic: joinLines(tokens.map(token => token.line.on)), doubtful, heads, items: [] })
    else if (needs.length > 0) needs.at(-1)?.items.push(...tokens)
    else needs.push({ topic: undefined, doubtful, heads, items: [...tokens] })
  }
  return needs.map((need, index) => {
    const topic = topicLeaf(need, needs[index - 1], book)
    const items = itemLeaves(need.items, book)
    const last = needs[index + 1]?.heads ? items.length - 1 : -1
    return {
      spread: counted(spread),
      topic: need.heads ? overBreak(topic) : topic,
      items: items.map((item, at) => (need.heads || at === last ? overBreak(item) : item)),
    }
  })
}

const pageOf = (tokens: readonly LineToken[] | undefined) => tokens?.at(-1)?.page

/** A label in the middle of a row that a page break cuts is below items of its own on the page before. */
function overBreak(leaf: Leaf): Leaf {
  const why = say('BREAK_BEFORE_ITEMS')
  return suspect(leaf, why, { severity: 'info' })
}

function topicLeaf({ topic, doubtful }: Draft, above: Draft | undefined, book: Book): Leaf {
  if (!topic) return open([], say('NO_TOPIC'))
  if (!doubtful) return book.plain(topic)
  return open(above?.topic ? [above.topic, topic] : [topic], say('SENTENCE_FOR_TOPIC'))
}

function needsByCandidates(groups: readonly Group[], spread: number, book: Book): NeedIn[] {
  return groups.flatMap((group, index) => {
    if (group.is === 'topic') return []
    const topics = candidatesOf(groups, index)
    const [only] = topics
    return [
      {
        spread: counted(spread),
        topic: only && topics.length === 1 ? book.plain(only) : open(topics, say('TOPICS_APART')),
        items: itemLeaves(group.tokens, book),
      },
    ]
  })
}

/** The topics that items may have: those directly above, and where more items are between, the one below too. */
function candidatesOf(groups: readonly Group[], index: number): Printed[] {
  let from = index - 1
  while (groups[from]?.is === 'items') from -= 1
  let first = from
  while (groups[first - 1]?.is === 'topic') first -= 1
  const above = first < 0 ? [] : groups.slice(first, from + 1)
  const next = groups.findIndex((group, at) => at > index && group.is === 'topic')
  const isFirst = from === index - 1 && !isHanging(groups, index + 1)
  const below = isFirst || next < 0 ? [] : [groups[next] as Group]
  return [...above, ...below].map(({ tokens }) => joinLines(tokens.map(token => token.line.on)))
}
