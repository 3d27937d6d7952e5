import { endsSentence } from '../../../../document/prose/sentences.ts'
import { itemMarkOf } from '../../page/headings/list-marks.ts'
import type { LineToken } from '../../page/stream.ts'

/** A topic, or items below one, as they are printed one after the other. */
export interface Group {
  readonly is: 'topic' | 'items'
  readonly tokens: LineToken[]
  /** Whether a blank line or a frame parts it from what is above. */
  readonly parted: boolean
  /** A sentence where a topic could be. */
  readonly doubtful?: true
}

/** Lines with a mark begin items; lines without one go on with the item above, or are a topic. */
export function groupsOf(tokens: readonly LineToken[]): Group[] {
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

/**
 * 健康増進 below an item that has ended: words without an end, in another font, or shorter than a line where no page shows whether
 * they go on.
 */
function isTopicBelow({ line: before }: LineToken, { line }: LineToken): boolean {
  if (endsSentence(line.on)) return false
  const isBold = line.font !== undefined && line.font !== before.font && line.width < longestTopic
  if (line.follows === true) return isBold && endsSentence(before.on)
  const isOutdented = line.follows === false && line.indent < before.indent - outdented
  if (!endsSentence(before.on)) return isBold && isOutdented
  const measure = line.room ?? before.width
  return isBold || line.width < Math.min(longestTopic, measure * 0.8)
}

/** In ems. */
const outdented = 0.5
const longestTopic = 20

/**
 * A topic is no sentence: a line that ends in 。 among its lines is left to nobody. Between items it may be a topic that something was
 * added to, or are in a list.
 */
function withoutSentences(group: Group, index: number, groups: readonly Group[]): Group[] {
  if (group.is === 'items') return [group]
  const tokens = group.tokens.filter(token => !endsSentence(token.line.on))
  if (tokens.length > 0) return [{ ...group, tokens }]
  const isBetween = groups[index - 1]?.is === 'items' && groups[index + 1]?.is === 'items'
  return isBetween ? [{ ...group, doubtful: true }] : []
}

/**
 * Where a text lost its columns, topics are before, between or below their items: two topics in a row, or one that hangs on the
 * item above it. Then some items may have one topic or another.
 */
export const isOutOfStep = (groups: readonly Group[]): boolean =>
  groups.some((group, index) => isHanging(groups, index) || (group.is === 'topic' && groups[index - 1]?.is === 'topic'))

/** A topic without a blank line above it, but with one below. */
export function isHanging(groups: readonly Group[], index: number): boolean {
  const group = groups[index]
  const isTopic = group?.is === 'topic' && index > 0 && !group.parted
  return isTopic && groups[index + 1]?.parted === true
}
