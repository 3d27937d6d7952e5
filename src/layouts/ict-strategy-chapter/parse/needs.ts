import { type Cell, linesOf, type Table } from '../../../document/model.ts'
import { concat, type Printed, put, textOf } from '../../../document/printed.ts'
import { joinLines } from '../../../document/prose.ts'
import type { In } from '../../fields.ts'
import { blank, counted, type Leaf, open } from '../../leaves.ts'
import type { RecordShape } from '../record.ts'
import type { Book } from './book.ts'
import { entryLines, sentenceOf } from './entries.ts'
import { goalsAt, itemMarkOf, listMarkOf } from './headings.ts'
import { endsSentence, measureOf, paragraphsOf } from './paragraphs.ts'
import { type LineToken, splitEntries, type Token } from './stream.ts'

export type NeedIn = In<RecordShape>['needs'][number]

/** A topic, or items below one, as they are printed one after the other. */
interface Group {
  readonly is: 'topic' | 'items'
  readonly tokens: LineToken[]
  /** Whether a blank line or a frame parts it from what is above. */
  readonly parted: boolean
  /** A sentence where a topic could stand. */
  readonly doubtful?: true
}

/** 市民のニーズや課題: topics with their items, as rows of tables or as lines. */
export function needsOf(tokens: readonly Token[], spread: number, book: Book): NeedIn[] {
  const needs: NeedIn[] = []
  let lines: LineToken[] = []
  const endLines = () => {
    needs.push(...needsOfLines(lines, spread, book))
    lines = []
  }
  for (const token of tokens) {
    if (token.kind === 'line') lines.push(token)
    else {
      endLines()
      addRows(token.table, spread, needs, book)
    }
  }
  endLines()
  return needs
}

function needsOfLines(tokens: readonly LineToken[], spread: number, book: Book): NeedIn[] {
  const goals = tokens.findIndex(token => goalsAt(token.line.on))
  const groups = groupsOf(tokens.filter((_, index) => index !== goals))
  const last = groups.at(-1)
  const isOnlyLeft = goals >= 0 && last?.is === 'topic' && tokens.indexOf(last.tokens[0] as LineToken) > goals
  const wanted = isOnlyLeft ? groups.slice(0, -1) : groups
  return isOutOfStep(wanted) ? needsByCandidates(wanted, spread, book) : needsInStep(wanted, spread, book)
}

/** Lines with a mark begin items; lines without one go on with the item above, or are a topic. */
function groupsOf(tokens: readonly LineToken[]): Group[] {
  const groups: Group[] = []
  tokens.forEach((token, index) => {
    const before = tokens[index - 1]
    const last = groups.at(-1)
    const parted = before === undefined || isApart(before, token)
    if (itemMarkOf(token.line) !== undefined) {
      if (last?.is === 'items' && !parted) last.tokens.push(token)
      else groups.push({ is: 'items', tokens: [token], parted })
    } else if (last?.is === 'items' && before && !parted && !isTopicBelow(before, token)) last.tokens.push(token)
    else if (last?.is === 'topic' && !parted) last.tokens.push(token)
    else groups.push({ is: 'topic', tokens: [token], parted })
  })
  return groups.flatMap(withoutSentences)
}

const isApart = (before: LineToken, token: LineToken): boolean => token.line.gap > 0 || token.frame !== before.frame

/** 健康増進 below an item that has ended: words without an end, shorter than a line. */
function isTopicBelow(before: LineToken, token: LineToken): boolean {
  const isShort = token.line.width < Math.min(20, before.line.width * 0.8)
  return endsSentence(before.line.on) && !endsSentence(token.line.on) && isShort
}

/**
 * A topic is no sentence: a line that ends in 。 among its lines is left to nobody. Between items it may be a topic that something was
 * added to, or stand in a list.
 */
function withoutSentences(group: Group, index: number, groups: readonly Group[]): Group[] {
  if (group.is === 'items') return [group]
  const tokens = group.tokens.filter(token => !endsSentence(token.line.on))
  if (tokens.length > 0) return [{ ...group, tokens }]
  const isBetween = groups[index - 1]?.is === 'items' && groups[index + 1]?.is === 'items'
  return isBetween ? [{ ...group, doubtful: true }] : []
}

/**
 * Where a text lost its columns, topics stand before, between or below their items: two topics in a row, or one that hangs on the
 * item above it. Then some items may have one topic or another.
 */
const isOutOfStep = (groups: readonly Group[]): boolean =>
  groups.some((group, index) => isHanging(groups, index) || (group.is === 'topic' && groups[index - 1]?.is === 'topic'))

/** A topic without a blank line above it, but with one below. */
function isHanging(groups: readonly Group[], index: number): boolean {
  const group = groups[index]
  const isTopic = group?.is === 'topic' && index > 0 && !group.parted
  return isTopic && groups[index + 1]?.parted === true
}

interface Draft {
  readonly topic: Printed | undefined
  readonly doubtful: boolean
  readonly items: LineToken[]
}

function needsInStep(groups: readonly Group[], spread: number, book: Book): NeedIn[] {
  const needs: Draft[] = []
  for (const { is, tokens, doubtful = false } of groups) {
    if (is === 'topic') needs.push({ topic: joinLines(tokens.map(token => token.line.on)), doubtful, items: [] })
    else if (needs.length > 0) needs.at(-1)?.items.push(...tokens)
    else needs.push({ topic: undefined, doubtful, items: [...tokens] })
  }
  return needs.map((need, index) => ({
    spread: counted(spread),
    topic: topicLeaf(need, needs[index - 1], book),
    items: itemLeaves(need.items, book),
  }))
}

function topicLeaf({ topic, doubtful }: Draft, above: Draft | undefined, book: Book): Leaf {
  if (!topic) return open([], 'no topic stands above its items')
  if (!doubtful) return book.plain(topic)
  return open(above?.topic ? [above.topic, topic] : [topic], 'a sentence stands where a topic could')
}

function needsByCandidates(groups: readonly Group[], spread: number, book: Book): NeedIn[] {
  return groups.flatMap((group, index) => {
    if (group.is === 'topic') return []
    const topics = candidatesOf(groups, index)
    const [only] = topics
    return [
      {
        spread: counted(spread),
        topic:
          only && topics.length === 1 ? book.plain(only) : open(topics, 'the topics do not stand above their items'),
        items: itemLeaves(group.tokens, book),
      },
    ]
  })
}

/** The topics that items may have: those directly above, and where more items stand between, the one below too. */
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

function itemLeaves(tokens: readonly LineToken[], book: Book): Leaf[] {
  return entryLines(tokens, 'sentences').map(lines => {
    const [first, ...rest] = lines as [LineToken, ...LineToken[]]
    const nested = rest.filter(token => listMarkOf(token.line.on) !== undefined)
    const { mark, head } = sentenceOf([first, ...(nested[0] ? rest.slice(0, rest.indexOf(nested[0])) : rest)])
    book.mark(mark)
    const below = nested.map((token, index) => {
      const end = nested[index + 1]
      return joinLines(rest.slice(rest.indexOf(token), end ? rest.indexOf(end) : undefined).map(each => each.line.on))
    })
    return book.plain(concat(head, ...below.flatMap(on => [put('\n'), on])))
  })
}

/** The rows of a table: the topic, and beside it the items; without a topic they go on with the row above. */
function addRows(table: Table, spread: number, needs: NeedIn[], book: Book): void {
  for (let row = 0; row < table.rows; row += 1) {
    const cells = table.cells.filter(cell => cell.row === row).sort((a, b) => a.column - b.column)
    const isTopic = (cell: Cell) => cell.column === 0 && !hasItems(cell)
    const topic = joinLines(cells.filter(isTopic).flatMap(cell => [...linesOf(cell.blocks)].map(line => line.on)))
    const items = cells.filter(cell => !isTopic(cell)).flatMap(cell => cellItems(cell, book))
    const isFilled = textOf(topic) !== ''
    const last = needs.at(-1)
    if (!isFilled && items.length === 0) continue
    if (!isFilled && last) needs[needs.length - 1] = { ...last, items: [...last.items, ...items] }
    else needs.push({ spread: counted(spread), topic: isFilled ? book.plain(topic) : blank(), items })
  }
}

const hasItems = ({ blocks }: Cell): boolean => [...linesOf(blocks)].some(line => itemMarkOf(line) !== undefined)

function cellItems({ blocks }: Cell, book: Book): Leaf[] {
  const tokens = [...linesOf(blocks)]
    .flatMap(splitEntries)
    .map((line): LineToken => ({ kind: 'line', line, page: null, frame: 0, box: 0, edge: false }))
  const first = tokens.findIndex(token => itemMarkOf(token.line) !== undefined)
  const before = first < 0 ? tokens : tokens.slice(0, first)
  const plain = paragraphsOf(before, measureOf(tokens)).map(on => book.plain(on))
  return first < 0 ? plain : [...plain, ...itemLeaves(tokens.slice(first), book)]
}
