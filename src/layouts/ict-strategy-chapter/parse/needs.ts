import { type Cell, linesOf, type Table } from '../../../document/model.ts'
import { joinLines } from '../../../document/prose.ts'
import { concat, type Printed, put, textOf } from '../../../document/printed.ts'
import type { In } from '../../fields.ts'
import { blank, counted, type Leaf, open } from '../../leaves.ts'
import type { RecordShape } from '../record.ts'
import type { Book } from './book.ts'
import { entryLines, sentenceOf } from './entries.ts'
import { goalsAt, listMarkOf } from './headings.ts'
import { endsSentence, isParted, measureOf, paragraphsOf } from './paragraphs.ts'
import { splitEntries, type LineToken, type Token } from './stream.ts'

export type NeedIn = In<RecordShape>['needs'][number]

/** A topic, or items below one, as they are printed one after the other. */
interface Group {
  readonly is: 'topic' | 'items'
  readonly tokens: LineToken[]
  /** Whether a blank line or a frame parts it from what is above. */
  readonly parted: boolean
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
  return isOutOfStep(wanted) ? needsWithoutTopics(wanted, spread, book) : needsInStep(wanted, spread, book)
}

/** Lines with a mark begin items; lines without one go on with the item above, or are a topic. */
function groupsOf(tokens: readonly LineToken[]): Group[] {
  const groups: Group[] = []
  tokens.forEach((token, index) => {
    const before = tokens[index - 1]
    const last = groups.at(-1)
    const parted = before === undefined || isParted(before, token)
    if (listMarkOf(token.line.on) !== undefined) {
      if (last?.is === 'items' && !isBetweenGroups(before, token)) last.tokens.push(token)
      else groups.push({ is: 'items', tokens: [token], parted })
    } else if (last?.is === 'items' && before && !parted && !isTopicBelow(before, token)) last.tokens.push(token)
    else if (last?.is === 'topic' && !parted) last.tokens.push(token)
    else groups.push({ is: 'topic', tokens: [token], parted })
  })
  return groups.flatMap(withoutSentences)
}

const isBetweenGroups = (before: LineToken | undefined, token: LineToken): boolean =>
  before !== undefined && (token.line.gap > 0 || token.frame !== before.frame)

/** 健康増進 below an item that has ended: words without an end, shorter than a line. */
function isTopicBelow(before: LineToken, token: LineToken): boolean {
  const isShort = token.line.width < Math.min(20, before.line.width * 0.8)
  return endsSentence(before.line.on) && !endsSentence(token.line.on) && isShort
}

/** A topic is no sentence: a line that ends in 。 among its lines is left to nobody. */
function withoutSentences(group: Group): Group[] {
  if (group.is === 'items') return [group]
  const tokens = group.tokens.filter(token => !endsSentence(token.line.on))
  return tokens.length > 0 ? [{ ...group, tokens }] : []
}

/**
 * Where a text lost its columns, topics stand before, between or below their items: two topics in a row, or one that hangs on the
 * item above it. Then nobody knows which topic an item has.
 */
const isOutOfStep = (groups: readonly Group[]): boolean =>
  groups.some((group, index) => {
    if (group.is !== 'topic') return false
    const above = groups[index - 1]
    const below = groups[index + 1]
    return above?.is === 'topic' || (above !== undefined && !group.parted && below?.parted === true)
  })

function needsInStep(groups: readonly Group[], spread: number, book: Book): NeedIn[] {
  const needs: { topic: Printed | undefined; items: LineToken[] }[] = []
  for (const { is, tokens } of groups) {
    if (is === 'topic') needs.push({ topic: joinLines(tokens.map(token => token.line.on)), items: [] })
    else if (needs.length > 0) needs.at(-1)?.items.push(...tokens)
    else needs.push({ topic: undefined, items: [...tokens] })
  }
  return needs.map(({ topic, items }) => ({
    spread: counted(spread),
    topic: topic ? book.plain(topic) : open([], 'no topic stands above its items'),
    items: itemLeaves(items, book),
  }))
}

function needsWithoutTopics(groups: readonly Group[], spread: number, book: Book): NeedIn[] {
  const topics = groups.filter(group => group.is === 'topic').map(({ tokens }) => joinLines(tokens.map(t => t.line.on)))
  return groups
    .filter(group => group.is === 'items')
    .map(({ tokens }) => ({
      spread: counted(spread),
      topic: open(topics, 'the topics do not stand above their items'),
      items: itemLeaves(tokens, book),
    }))
}

function itemLeaves(tokens: readonly LineToken[], book: Book): Leaf[] {
  return entryLines(tokens).map(lines => {
    const [first, ...rest] = lines as [LineToken, ...LineToken[]]
    const nested = rest.filter(token => listMarkOf(token.line.on) !== undefined)
    const { mark, text } = sentenceOf([first, ...(nested[0] ? rest.slice(0, rest.indexOf(nested[0])) : rest)])
    book.mark(mark)
    const below = nested.map((token, index) => {
      const end = nested[index + 1]
      return joinLines(rest.slice(rest.indexOf(token), end ? rest.indexOf(end) : undefined).map(each => each.line.on))
    })
    return book.plain(concat(text, ...below.flatMap(on => [put('\n'), on])))
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

const hasItems = ({ blocks }: Cell): boolean => [...linesOf(blocks)].some(line => listMarkOf(line.on) !== undefined)

function cellItems({ blocks }: Cell, book: Book): Leaf[] {
  const tokens = [...linesOf(blocks)]
    .flatMap(splitEntries)
    .map((line): LineToken => ({ kind: 'line', line, page: null, frame: 0, box: 0, edge: false }))
  const first = tokens.findIndex(token => listMarkOf(token.line.on) !== undefined)
  const before = first < 0 ? tokens : tokens.slice(0, first)
  const plain = paragraphsOf(before, measureOf(tokens)).map(on => book.plain(on))
  return first < 0 ? plain : [...plain, ...itemLeaves(tokens.slice(first), book)]
}
