/** A run of values that one line of the text holds, and after which block (counted from 0, -1 for none) it is there. */
export interface Fragment {
  readonly size: number
  readonly afterBlock: number
  /** Whether nothing but the block's own heading is between the block and this run. */
  readonly adjacent: boolean
}

export interface BlockOfRow {
  /** A block printed without a name has no values. */
  readonly named: boolean
  readonly cells: number
}

export type Direction = 'forwards' | 'backwards'

/** For each block, the fragments of its row, in the order of the source. */
export type Assignment = readonly (readonly number[])[]

/** More ways than this and the text decides nothing: what the first of them agree on would be no certainty. */
const mostSolutions = 500
const mostSteps = 200_000

/**
 * The ways in which torn rows can be put together again. The form allows this much: a row has as many cells as its heading, all of them
 * printed; torn rows are begun and finished in the order of their headings; and the run right behind a heading belongs to it,
 * unless its row was complete before or has no values.
 *
 * Rows that are all complete are sought first; only where there is no such way may a named block be empty.
 */
export function assignments(fragments: readonly Fragment[], blocks: readonly BlockOfRow[]): Assignment[] {
  const complete = search(fragments, blocks, false)
  if (complete === 'too many') return []
  const found = complete.length > 0 ? complete : search(fragments, blocks, true)
  return found === 'too many' ? [] : found
}

function search(
  fragments: readonly Fragment[],
  blocks: readonly BlockOfRow[],
  mayBeEmpty: boolean,
): Assignment[] | 'too many' {
  const solutions: Assignment[] = []
  const rows: number[][] = blocks.map(() => [])
  const filled = blocks.map(() => 0)
  let steps = 0
  const place = (index: number): void => {
    steps += 1
    if (solutions.length > mostSolutions || steps > mostSteps) return
    const fragment = fragments[index]
    if (!fragment) {
      if (isAllowed(rows, filled, fragments, blocks, mayBeEmpty)) solutions.push(rows.map(row => [...row]))
      return
    }
    blocks.forEach((block, at) => {
      const size = (filled[at] as number) + fragment.size
      if (!block.named || size > block.cells) return
      rows[at]?.push(index)
      filled[at] = size
      place(index + 1)
      rows[at]?.pop()
      filled[at] = size - fragment.size
    })
  }
  place(0)
  return steps > mostSteps || solutions.length > mostSolutions ? 'too many' : solutions
}

function isAllowed(
  rows: readonly number[][],
  filled: readonly number[],
  fragments: readonly Fragment[],
  blocks: readonly BlockOfRow[],
  mayBeEmpty: boolean,
): boolean {
  const isComplete = (at: number) => filled[at] === (blocks[at] as BlockOfRow).cells
  const isEmpty = (at: number) => filled[at] === 0
  const full = blocks.every((block, at) => isComplete(at) || (isEmpty(at) && (mayBeEmpty || !block.named)))
  return full && isInOrder(rows, fragments, blocks) && ownRunsFollow(rows, fragments, blocks)
}

/**
 * Of two rows the one whose heading comes first is begun first and finished first. A row that is whole behind its own heading was never
 * torn: it may be finished before one that was.
 */
function isInOrder(rows: readonly number[][], fragments: readonly Fragment[], blocks: readonly BlockOfRow[]): boolean {
  const isBeside = standBesideHeadings(fragments, blocks)
  const isWhole = (row: readonly number[], block: number): boolean => {
    if (!isBeside) return false
    const own = row.length === 1 ? fragments[row[0] as number] : undefined
    return own?.adjacent === true && own.afterBlock === block
  }
  const used = rows.filter((row, block) => row.length > 0 && !isWhole(row, block))
  return used.every((row, at) => {
    const next = used[at + 1]
    return !next || ((row[0] as number) < (next[0] as number) && (row.at(-1) as number) < (next.at(-1) as number))
  })
}

/** Where two headings are together, rows and headings are apart: what is behind a heading says nothing. */
const standBesideHeadings = (fragments: readonly Fragment[], blocks: readonly BlockOfRow[]): boolean =>
  blocks.every((block, at) => !block.named || fragments.some(fragment => fragment.afterBlock === at))

function ownRunsFollow(
  rows: readonly number[][],
  fragments: readonly Fragment[],
  blocks: readonly BlockOfRow[],
): boolean {
  if (!standBesideHeadings(fragments, blocks)) return true
  return fragments.every((fragment, index) => {
    const row = rows[fragment.afterBlock]
    if (!fragment.adjacent || !row || row.length === 0 || row.includes(index)) return true
    return (row.at(-1) as number) < index
  })
}
