import type { Rect } from '../../document/model.ts'
import { type Block, blocksOf } from './blocks.ts'
import { inReadingOrder } from './order.ts'
import type { Run } from './runs.ts'

/** A printed line and its place in its block; lengths in ems. */
export interface PageLine {
  readonly text: string
  /** The first line of its block. */
  readonly isFirst: boolean
  readonly indent: number
  readonly width: number
  /** From the left edge of the block to where its lines could have run on. */
  readonly room: number
  readonly bbox: Rect
  readonly fontSize: number
}

/** The lines of a page in reading order, block by block. */
export function pageLinesOf(runs: readonly Run[]): PageLine[] {
  const blocks = blocksOf(runs)
  return inReadingOrder(blocks).flatMap(block => linesOf(block, rightEdge(block, blocks)))
}

function linesOf(block: Block, edge: number): PageLine[] {
  const em = Math.max(...block.lines.map(line => line.size))
  const isSetIn = !isCentred(block, em)
  return block.lines.map((line, index) => ({
    text: line.text.replace(/\s+/gu, ' '),
    isFirst: index === 0,
    indent: isSetIn ? (line.x0 - block.x0) / em : 0,
    width: (line.x1 - line.x0) / em,
    room: (edge - block.x0) / em,
    bbox: [line.x0, line.top, line.x1, line.bottom],
    fontSize: line.size,
  }))
}

/** Centred lines have no indent. */
function isCentred({ lines }: Block, em: number): boolean {
  const middles = lines.map(line => (line.x0 + line.x1) / 2)
  return Math.max(...middles) - Math.min(...middles) < em * 0.3
}

/**
 * How far to the right the lines of a block could have run. Of three lines the longest fills its cell. Two may be two paragraphs: they
 * could run as far as the next longer text of their column does, or to the edge of the page where nothing is beside them.
 */
function rightEdge(block: Block, blocks: readonly Block[]): number {
  if (block.lines.length >= linesThatTell || isBesideText(block, blocks)) return block.x1
  const column = blocks.filter(({ lines, x0 }) => lines.length >= linesThatTell && Math.abs(x0 - block.x0) < slack)
  const edges = [...column, { x1: Math.max(...blocks.map(each => each.x1)) }].map(each => each.x1)
  return Math.min(...edges.filter(edge => edge > block.x1 - slack))
}

const isBesideText = (block: Block, blocks: readonly Block[]): boolean =>
  blocks.some(each => each.x0 >= block.x1 && each.top < block.bottom && each.bottom > block.top)

const linesThatTell = 3
/** Points by which the edges of one column may differ. */
const slack = 5
