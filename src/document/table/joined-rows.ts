import type { Line } from '../model.ts'
import { cellOf, type GridCell } from './grid.ts'

/** From the top of the page, in points. */
export type Stretch = readonly [from: number, to: number]

/** In ems: between two rows there is so much more room, at least, than between the lines of a cell; so much is always enough. */
const more = 0.15
const enough = 0.8

/**
 * The only stretch between two lines of a table in which none of some cells prints anything, as between two rows that no line parts;
 * undefined where there is none or several, or the source shows no places. `leading` is the room between the lines of a cell.
 */
export function blankBetween(
  cells: readonly GridCell[],
  [above, below]: readonly [Line, Line],
  leading: number,
): Stretch | undefined {
  const [from, to] = [above.bbox?.[1], below.bbox?.[3]]
  const lines = cells.flatMap(cell => cell.lines)
  if (from === undefined || to === undefined || lines.some(line => !line.bbox)) return undefined
  const em = above.fontSize ?? 0
  const least = Math.min(leading + more * em, enough * em)
  const [only, ...others] = blanksAmong(lines).filter(
    blank => blank[1] - blank[0] >= least && blank[0] >= from && blank[1] <= to,
  )
  return others.length === 0 ? only : undefined
}

function blanksAmong(lines: readonly Line[]): Stretch[] {
  const found: Stretch[] = []
  let end = Number.POSITIVE_INFINITY
  for (const [top, bottom] of heightsOf(lines)) {
    if (top > end) found.push([end, top])
    end = end === Number.POSITIVE_INFINITY ? bottom : Math.max(end, bottom)
  }
  return found
}

const heightsOf = (lines: readonly Line[]): Stretch[] =>
  lines.flatMap(({ bbox }): Stretch[] => (bbox ? [[bbox[1], bbox[3]]] : [])).sort((a, b) => a[0] - b[0])

/** The usual room between the lines of a cell: of some tables, in points; that which a quarter of the lines keep or less. */
export function leadingIn(cells: Iterable<GridCell>): number {
  const rooms = [...cells].flatMap(({ lines }) => {
    const heights = heightsOf(lines)
    return heights.slice(1).map(([top], index) => top - (heights[index] as Stretch)[1])
  })
  rooms.sort((a, b) => a - b)
  return rooms[Math.floor(rooms.length / 4)] ?? 0
}

/** What a cell prints between two heights, as a cell. */
export function partOf(cell: GridCell, [from, to]: Stretch): GridCell {
  const isIn = ({ bbox }: Line): boolean => bbox !== undefined && bbox[1] >= from && bbox[1] < to
  const part = cellOf(cell.lines.filter(isIn), cell.column, cell.columnSpan)
  return cell.edges ? { ...part, edges: cell.edges } : part
}
