import type { Block } from '../../../document/model.ts'
import { folioAt } from '../../../document/prose/folio.ts'
import { asColumn, beginsOther, type Columns, endsColumns, isHeading, type PlacedBlock, placesOf } from './columns.ts'
import { chapterAt } from './headings/headings.ts'

/** What a page says on in the two columns of the page before, and the rest of it. */
export interface Continued {
  readonly left: readonly Block[]
  readonly right: readonly Block[]
  readonly rest: readonly Block[]
}

/** The share of a page at its top and bottom where nothing but its running head and number are, and where they may. */
const outerMargin = 0.05
const margin = 0.1

/**
 * The blocks that go on with the columns of the page before, down to the first heading, foot note or block as wide as the page;
 * undefined where a page begins with such a one, or its places are not known. Without a height the page ends where its last line does.
 */
export function continuedOn(
  blocks: readonly Block[],
  columns: Columns,
  height: number | undefined,
): Continued | undefined {
  const placed = placesOf(blocks)
  if (!placed) return undefined
  const inner = innerOf(placed, height)
  const ends = inner.filter(each => endsColumns(each) || isWide(each, columns))
  const bottom = Math.min(...ends.map(({ at }) => at[1])) - raised
  const own = inner.filter(({ at }) => at[1] < bottom)
  if (own.length === 0) return undefined
  const blocksOf = (isOwn: (each: PlacedBlock) => boolean) => asColumn(own.filter(isOwn)).map(each => each.block)
  return {
    left: blocksOf(({ at }) => at[0] < columns.border),
    right: blocksOf(({ at }) => at[0] >= columns.border),
    rest: placed.filter(each => !own.includes(each)).map(each => each.block),
  }
}

/** Whether something else than columns begins on a page. */
export const beginsOn = (blocks: readonly Block[], height: number | undefined): boolean =>
  innerOf(placesOf(blocks) ?? [], height).some(beginsOther)

function innerOf(placed: readonly PlacedBlock[], height: number | undefined): PlacedBlock[] {
  const known = height ?? Math.max(...placed.map(({ at }) => at[3])) / (1 - outerMargin / 2)
  return placed.filter(each => isHeading(each) || !isOfPage(each, known))
}

function isOfPage({ block, at }: PlacedBlock, height: number): boolean {
  const share = (at[1] + at[3]) / 2 / height
  const fromEdge = Math.min(share, 1 - share)
  const isHead = block.kind === 'line' && (folioAt(block.on) !== undefined || chapterAt(block.on) !== undefined)
  return fromEdge < outerMargin || (fromEdge < margin && isHead)
}

/** In points: a raised number may begin so far above the foot note that it heads. */
const raised = 3
/** In points: what a line of the left column may reach over into the right one. */
const overlap = 10

const isWide = ({ at }: PlacedBlock, { border, right }: Columns): boolean => at[0] < border && at[2] > right + overlap
