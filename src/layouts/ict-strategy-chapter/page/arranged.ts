import type { Block, Rect } from '../../../document/model.ts'
import {
  asColumn,
  endsColumns,
  headsBeside,
  isMeasureHeading,
  type PlacedBlock,
  placesOf,
  sectionOf,
} from './columns.ts'
import { isNewBadge } from './headings/new-badge.ts'

/**
 * The blocks of a page in the order of its columns. The reader's own order is, unless headings of sections that are beside each
 * other follow each other in it: then their columns were read line by line, and what is below each of them belongs to it. Without
 * places the order stays.
 */
export function inColumns(blocks: readonly Block[]): readonly Block[] {
  const placed = placesOf(blocks)
  return placed ? arranged(placed).map(each => each.block) : blocks
}

function arranged(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  const heads = headsRead(blocks)
  if (!heads) return blocks
  const top = Math.min(...heads.map(({ at }) => at[1]))
  const others = blocks.filter(each => !heads.includes(each))
  const below = others.filter(({ at }) => at[1] >= top)
  const borders = bordersOf(heads, below)
  const bottom = bottomOf(below, heads, borders)
  const inside = below.filter(({ at }) => at[1] < bottom)
  const badgesIn = heads.findIndex(head => sectionOf(head) === 'initiatives')
  return [
    ...others.filter(({ at }) => at[1] < top),
    ...heads.flatMap((head, index) => [
      head,
      ...asColumn(inside.filter(each => columnOf(each, borders, badgesIn) === index)).map(afresh(inside)),
    ]),
    ...arranged(below.filter(({ at }) => at[1] >= bottom)),
  ]
}

/**
 * Headings of sections at one height, from left to right, where they were read line by line: two follow each other, or something of
 * another column was read below one of them.
 */
function headsRead(blocks: readonly PlacedBlock[]): PlacedBlock[] | undefined {
  const first = blocks.find((each, index) =>
    blocks.some((next, at) => at > index && headsBeside([each, next]).length === 2 && isByLines(blocks, index, at)),
  )
  if (!first) return undefined
  const all = blocks.filter(each => each === first || headsBeside([first, each]).length === 2)
  return all.sort((a, b) => a.at[0] - b.at[0])
}

function isByLines(blocks: readonly PlacedBlock[], index: number, at: number): boolean {
  if (at === index + 1) return true
  const [head, next] = [blocks[index], blocks[at]] as [PlacedBlock, PlacedBlock]
  const between = blocks.slice(index + 1, at)
  // A text that flows through columns has headings at one height by chance.
  const isFlow = between.some(each => each.at[3] <= head.at[1])
  if (isFlow || next.at[0] <= head.at[0]) return false
  return between.some(each => isRight(each, next) && !isBadge(each)) || goesBack(blocks.slice(at + 1), next)
}

const isRight = ({ at }: PlacedBlock, { at: head }: PlacedBlock): boolean => at[0] >= head[0] - 1

/** Whether, below the right heading and above any other, something left of it was read before something of its own column. */
function goesBack(below: readonly PlacedBlock[], head: PlacedBlock): boolean {
  const end = below.findIndex(endsColumns)
  const own = end < 0 ? below : below.slice(0, end)
  const left = own.findIndex(({ at }) => at[2] <= head.at[0])
  return left >= 0 && own.slice(left).some(each => isRight(each, head))
}

/** Where each column but the first begins: at the left edge between two headings that the fewest blocks cross. */
const bordersOf = (heads: readonly PlacedBlock[], below: readonly PlacedBlock[]): number[] =>
  heads.slice(1).map((head, index) => {
    const from = (heads[index] as PlacedBlock).at[0]
    const edges = [...below.map(({ at }) => at[0]), head.at[0]].filter(edge => edge > from + 1 && edge <= head.at[0])
    const crossings = edges.map(edge => below.filter(({ at }) => crosses(at, edge)).length)
    const least = Math.min(...crossings)
    return Math.min(...edges.filter((_, at) => crossings[at] === least))
  })

/** In points: what a line of one column may reach over into the next. */
const overlap = 10

const crosses = (at: Rect, edge: number): boolean => at[0] < edge - 1 && at[2] > edge + overlap

/** A badge behind a long title may reach into the next column: only initiatives have one. */
function columnOf(each: PlacedBlock, borders: readonly number[], badgesIn: number): number {
  if (isBadge(each) && badgesIn >= 0) return badgesIn
  return borders.filter(border => each.at[0] >= border - 1).length
}

const isBadge = ({ block }: PlacedBlock): boolean => block.kind === 'line' && isNewBadge(block.on)

/** Where the columns end: at what is across them, at a heading beside another, of a measure or of the foot of the page. */
function bottomOf(below: readonly PlacedBlock[], heads: readonly PlacedBlock[], borders: readonly number[]): number {
  const lowest = Math.max(...heads.map(({ at }) => at[3]))
  const under = below.filter(({ at }) => at[1] > lowest - 1).sort((a, b) => a.at[1] - b.at[1])
  const end = under.findIndex(each => isEnd(each, under, borders))
  if (end < 0) return Number.POSITIVE_INFINITY
  // A heading directly above what is across the columns heads it.
  const above = under[end - 1]
  return (above && sectionOf(above) !== undefined ? above : (under[end] as PlacedBlock)).at[1]
}

function isEnd(each: PlacedBlock, under: readonly PlacedBlock[], borders: readonly number[]): boolean {
  if (isBadge(each)) return false
  if (sectionOf(each) === undefined && endsColumns(each)) return true
  if (isMeasureHeading(each) || borders.some(border => crosses(each.at, border))) return true
  return under.some(other => headsBeside([each, other]).length === 2)
}

/** What stood beside a line of another column was measured against both: it says nothing of whether a line goes on. */
const afresh =
  (inside: readonly PlacedBlock[]) =>
  (each: PlacedBlock, index: number, column: readonly PlacedBlock[]): PlacedBlock => {
    const { block } = each
    if (block.kind !== 'line') return each
    const at = inside.findIndex(other => other.at === each.at)
    const isMoved = index > 0 && inside[at - 1]?.at !== column[index - 1]?.at
    const { follows: _, ...line } = block
    return { ...each, block: isMoved ? { ...line, gap: 0 } : line }
  }
