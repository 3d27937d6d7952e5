import { groupBy } from '../../../document/group-by.ts'
import { firstWhere } from '../../../document/search.ts'
import type { PartedLine } from '../draft.ts'

/** The lines of one row and how high it reaches. */
export interface AlignedRow {
  readonly lines: readonly PartedLine[]
  readonly extent: readonly [top: number, bottom: number]
}

/** A step of no more than this, in ems, from line to line is one within a cell. */
const tight = 1.7

/** The lines in rows: as drawn edges part them, where these part more than head and body; else a line that has nothing in the first column goes on with the row above. */
export function rowsAt(lines: readonly PartedLine[], edges: readonly number[]): AlignedRow[] {
  const drawn = hasLinesBetween(lines.map(heightOf), edges)
  const groups = drawn ? partedBy(lines, edges) : grouped(lines)
  return groups.map((group, index) => ({ lines: group, extent: [topOf(groups, index), topOf(groups, index + 1)] }))
}

const heightOf = ({ line }: PartedLine): number => (line.bbox[1] + line.bbox[3]) / 2

/** Whether more than one line lies between two neighbouring edges. */
function hasLinesBetween(heights: readonly number[], edges: readonly number[]): boolean {
  const inBand = new Map<number, number>()
  for (const height of heights) {
    const below = firstWhere(edges, edge => edge > height)
    const above = edges[below - 1]
    if (above === undefined || above === height || below === edges.length) continue
    inBand.set(below, (inBand.get(below) ?? 0) + 1)
  }
  return [...inBand.values()].some(count => count > 1)
}

function partedBy(lines: readonly PartedLine[], edges: readonly number[]): PartedLine[][] {
  const groups = groupBy(lines, line => firstWhere(edges, edge => edge > heightOf(line)))
  const columns = Math.max(...lines.map(({ parts }) => parts.length))
  return [...groups.values()].flatMap(group => (isBody(group, columns) ? group.map(line => [line]) : [group]))
}

/** Several rows lie between two edges where every line fills every column; a cell of several lines would not have as many beside it everywhere. */
function isBody(group: readonly PartedLine[], columns: number): boolean {
  const least = columns > 2 ? 2 : 3
  return group.length >= least && group.every(({ parts }) => parts.length === columns)
}

function grouped(lines: readonly PartedLine[]): PartedLine[][] {
  const left = Math.min(...lines.map(({ line }) => line.bbox[0]))
  const groups: PartedLine[][] = []
  for (const next of lines) {
    const above = groups.at(-1)?.at(-1)
    const isBelow = above && next.line.baseline - above.line.baseline <= tight * next.line.em
    const isRest = next.line.bbox[0] > left + next.line.em * 2
    if (isBelow && isRest) groups.at(-1)?.push(next)
    else groups.push([next])
  }
  return groups
}

/** The middle between the lines of two rows. */
function topOf(groups: readonly PartedLine[][], index: number): number {
  const [above, below] = [groups[index - 1]?.at(-1), groups[index]?.[0]]
  if (above && below) return (above.line.bbox[3] + below.line.bbox[1]) / 2
  return below ? below.line.bbox[1] : (above as PartedLine).line.bbox[3]
}
