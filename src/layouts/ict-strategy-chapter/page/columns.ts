import { type Block, linesOf, type Rect } from '../../../document/model.ts'
import { footNoteAt, glossaryAt, sidebarAt } from './headings/headings.ts'
import { measureAt } from './headings/measure-heading.ts'
import { isNewBadge } from './headings/new-badge.ts'
import { sectionAt } from './headings/section-headings.ts'

/** A block of a page whose place is known. */
export interface PlacedBlock {
  readonly block: Block
  readonly at: Rect
}

/** Two columns that are beside each other: what begins left of `border` belongs to the left one; the right one begins at `right`. */
export interface Columns {
  readonly border: number
  readonly right: number
}

interface Pair extends Columns {
  readonly heads: readonly [left: PlacedBlock, right: PlacedBlock]
  readonly bottom: number
}

/** The blocks with their places, or undefined where some block has none. */
export function placesOf(blocks: readonly Block[]): readonly PlacedBlock[] | undefined {
  const placed = blocks.flatMap(block => (block.bbox ? [{ block, at: block.bbox }] : []))
  return placed.length === blocks.length ? placed : undefined
}

function pairOf(blocks: readonly PlacedBlock[]): Pair | undefined {
  const heads = headingsBeside(blocks)
  if (!heads) return undefined
  const [left, right] = heads
  const below = blocks.filter(each => endsColumns(each) && each.at[1] > left.at[3])
  return {
    heads,
    bottom: Math.min(...below.map(each => each.at[1])),
    border: left.at[0] + (right.at[0] - left.at[0]) * 0.6,
    right: right.at[0],
  }
}

/** The last columns of a page and the heading of the right one, where nothing ends them before the page does; else undefined. */
export function openColumns(blocks: readonly Block[]): { columns: Columns; head: Block } | undefined {
  const placed = placesOf(blocks) ?? []
  const pair = pairOf(placed)
  if (!pair) return undefined
  const below = placed.filter(({ at }) => at[1] >= pair.bottom)
  if (below.some(isHeading)) return openColumns(below.map(each => each.block))
  if (!areRead(placed, pair)) return undefined
  return { columns: pair, head: pair.heads[1].block }
}

/** Whether all that was read between the two headings is below them: else they are at one height by chance. */
function areRead(blocks: readonly PlacedBlock[], { heads: [left, right] }: Pair): boolean {
  const between = blocks.slice(blocks.indexOf(left) + 1, blocks.indexOf(right))
  return between.every(({ at }) => at[3] > left.at[1])
}

/** The first two headings of entries that are at one height, the left one first. */
function headingsBeside(blocks: readonly PlacedBlock[]): [PlacedBlock, PlacedBlock] | undefined {
  const heads = blocks.filter(each => sectionOf(each) !== undefined && sectionOf(each) !== 'needs')
  for (const first of heads) {
    const second = heads.find(each => headsBeside([first, each]).length === 2)
    if (second) return first.at[0] <= second.at[0] ? [first, second] : [second, first]
  }
  return undefined
}

/** Two headings of different sections at one height, or none. */
export function headsBeside([a, b]: readonly [PlacedBlock, PlacedBlock]): readonly PlacedBlock[] {
  const [first, second] = [sectionOf(a), sectionOf(b)]
  return first && second && first !== second && isBeside(a.at, b.at) ? [a, b] : []
}

const isBeside = (a: Rect, b: Rect): boolean =>
  Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > 0 && (a[2] <= b[0] || b[2] <= a[0])

/** The section that a block heads: a line, or a box that holds only the heading. */
export function sectionOf({ block }: PlacedBlock) {
  const [line, ...more] = block.kind === 'table' ? [] : linesOf([block])
  return line && more.length === 0 ? sectionAt(line.on)?.is : undefined
}

/** Whether a block begins a section or a measure. */
export const isHeading = (placed: PlacedBlock): boolean => sectionOf(placed) !== undefined || isMeasureHeading(placed)

export function isMeasureHeading({ block }: PlacedBlock): boolean {
  const [line] = block.kind === 'table' ? [] : linesOf([block])
  return line !== undefined && measureAt(line.on) !== undefined
}

/** A heading, or a note at the foot of the page. */
export const endsColumns = (placed: PlacedBlock): boolean =>
  isHeading(placed) || isFootNote(placed.block) || beginsOther(placed)

/** 用語解説, or a column in a frame of its own. */
export const beginsOther = ({ block }: PlacedBlock): boolean =>
  block.kind === 'line' && (glossaryAt(block.on) !== undefined || sidebarAt(block.on) !== undefined)

const isFootNote = (block: Block): boolean =>
  block.kind === 'line' && block.follows !== true && footNoteAt(block.on) !== undefined

/** Lines that a reader measured against the whole page, as they stand in their column. */
export function asColumn(blocks: readonly PlacedBlock[]): PlacedBlock[] {
  const lines = blocks.filter(({ block }) => block.kind === 'line' && !isNewBadge(block.on))
  const left = Math.min(...lines.map(({ at }) => at[0]))
  const right = Math.max(...lines.map(({ at }) => at[2]))
  return blocks.map(({ block, at }) => ({ at, block: measured(block, at, left, right) }))
}

/** A column is narrower than the page by this much at least. */
const narrower = 0.9

function measured(block: Block, at: Rect, left: number, right: number): Block {
  if (block.kind !== 'line' || block.width <= 0) return block
  const em = (at[2] - at[0]) / block.width
  const room = (right - left) / em
  if (block.room === undefined || room >= block.room * narrower) return block
  return { ...block, indent: (at[0] - left) / em, room }
}
