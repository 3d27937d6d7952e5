import { type Block, linesOf, type Rect } from '../../../document/model.ts'
import { measureAt } from './measure-heading.ts'
import { sectionAt } from './section-headings.ts'

interface Placed {
  readonly block: Block
  readonly at: Rect
}

/**
 * The blocks of a page in the order of its columns: where ICTやデータの活用 and こう変える stand beside each other, what is below
 * each of them belongs to it, whatever the order in which a reader met the lines. Without places the order stays.
 */
export function inColumns(blocks: readonly Block[]): readonly Block[] {
  const placed = blocks.flatMap(block => (block.bbox ? [{ block, at: block.bbox }] : []))
  return placed.length === blocks.length ? arranged(placed).map(each => each.block) : blocks
}

function arranged(blocks: readonly Placed[]): readonly Placed[] {
  const pair = headingsBeside(blocks)
  if (!pair) return blocks
  const [left, right] = pair
  const top = Math.min(left.at[1], right.at[1])
  const bottom = Math.min(...blocks.filter(each => isHeading(each) && each.at[1] > left.at[3]).map(each => each.at[1]))
  const others = blocks.filter(each => each !== left && each !== right)
  const inside = others.filter(({ at }) => at[1] >= top && at[1] < bottom)
  const border = left.at[0] + (right.at[0] - left.at[0]) * 0.6
  return [
    ...others.filter(({ at }) => at[1] < top),
    left,
    ...inside.filter(({ at }) => at[0] < border),
    right,
    ...inside.filter(({ at }) => at[0] >= border),
    ...arranged(others.filter(({ at }) => at[1] >= bottom)),
  ]
}

/** The first two headings of entries that stand at one height, the left one first. */
function headingsBeside(blocks: readonly Placed[]): [Placed, Placed] | undefined {
  const heads = blocks.filter(each => sectionOf(each) !== undefined && sectionOf(each) !== 'needs')
  for (const first of heads) {
    const second = heads.find(each => sectionOf(each) !== sectionOf(first) && isBeside(first.at, each.at))
    if (second) return first.at[0] <= second.at[0] ? [first, second] : [second, first]
  }
  return undefined
}

const isBeside = (a: Rect, b: Rect): boolean =>
  Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > 0 && (a[2] <= b[0] || b[2] <= a[0])

/** The section that a block heads: a line, or a box that holds only the heading. */
function sectionOf({ block }: Placed) {
  const [line, ...more] = block.kind === 'table' ? [] : linesOf([block])
  return line && more.length === 0 ? sectionAt(line.on)?.is : undefined
}

function isHeading(placed: Placed): boolean {
  const [line] = placed.block.kind === 'table' ? [] : linesOf([placed.block])
  return sectionOf(placed) !== undefined || (line !== undefined && measureAt(line.on) !== undefined)
}
