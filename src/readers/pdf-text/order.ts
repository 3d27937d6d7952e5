import type { Block } from './blocks.ts'

/**
 * The blocks in reading order: rows from top to bottom, and within a row from left to right. What
 * the page does not separate stays at the height where it begins.
 */
export function inReadingOrder(blocks: readonly Block[]): Block[] {
  if (blocks.length < 2) return [...blocks]
  const rows = withTheirLabels(partedBy(blocks, block => [block.top, block.bottom]))
  if (rows.length > 1) return rows.flatMap(inReadingOrder)
  const [left = [], ...others] = partedBy(blocks, block => [block.x0, block.x1])
  if (others.length > 0) return [...inReadingOrder(left), ...inReadingOrder(others.flat())]
  return [...blocks].sort((a, b) => a.top - b.top || a.x0 - b.x0)
}

type Extent = readonly [from: number, to: number]

/** The blocks in groups that are separated by gaps on the axis, in its order. */
function partedBy(blocks: readonly Block[], extentOf: (block: Block) => Extent): Block[][] {
  const groups: Block[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const block of [...blocks].sort((a, b) => extentOf(a)[0] - extentOf(b)[0])) {
    const [from, to] = extentOf(block)
    if (from >= end) groups.push([block])
    else groups.at(-1)?.push(block)
    end = Math.max(end, to)
  }
  return groups
}

/** A label centred beside more rows than this is too far from the first of them to be recognised. */
const mostRows = 4

/**
 * The rows, merged where one label is centred beside several: 活動指標１ beside a row of heads and a row of numbers. Only
 * there is anything left of the others.
 */
function withTheirLabels(rows: readonly Block[][]): Block[][] {
  const joined: Block[][] = []
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as Block[]
    const { above, below } = rowsBeside(joined, row, rows.slice(at + 1))
    joined.splice(joined.length - above, above, [...joined.slice(joined.length - above), row].flat())
    joined.at(-1)?.push(...rows.slice(at + 1, at + 1 + below).flat())
    at += below
  }
  return joined
}

/** How many rows above and below belong to the label that begins a row; none above where it begins no more than its own. */
function rowsBeside(done: readonly Block[][], row: readonly Block[], next: readonly Block[][]) {
  const [label = []] = partedBy(row, block => [block.x0, block.x1])
  const edge = Math.max(...label.map(block => block.x1))
  const isRight = (each: readonly Block[] | undefined) => !!each && each.every(block => block.x0 >= edge)
  for (let above = 1; above <= mostRows && isRight(done.at(-above)); above += 1)
    for (let below = 0; below <= mostRows && (below === 0 || isRight(next[below - 1])); below += 1) {
      const others = [...done.slice(-above), row, ...next.slice(0, below)].flat().filter(each => !label.includes(each))
      if (isInMiddle(label, others)) return { above, below }
    }
  return { above: 0, below: 0 }
}

function isInMiddle(label: readonly Block[], others: readonly Block[]): boolean {
  const [first] = label[0]?.lines ?? []
  return first !== undefined && Math.abs(middleOf(label) - middleOf(others)) < first.size * 0.35
}

const middleOf = (blocks: readonly Block[]): number =>
  (Math.min(...blocks.map(block => block.top)) + Math.max(...blocks.map(block => block.bottom))) / 2
