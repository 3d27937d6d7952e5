import type { Rect } from '../../../document/model.ts'
import type { Char } from '../engine/engine.ts'
import { encloses, heightOf } from '../geometry.ts'
import { once } from '../once.ts'
import { PlaceIndex, widened } from '../place-index.ts'
import { merged } from './merged.ts'
import { type Fill, sidesOf } from './ruling.ts'
import type { Rulings } from './rulings.ts'
import { type RuledTable, tablesOf } from './tables.ts'

/** The least that filled rectangles must make to be taken for a table. */
const leastRows = 2
const leastColumns = 2
/** How far a fill may stay within its cell: fills are often set apart by a white gap. */
const slack = 3

/** Tables that have no lines but whose cells are filled: the edges of the fills stand for lines. Where only some rows are, it is none. */
export function filledTablesOf({ fills }: Rulings, chars: readonly Char[]): RuledTable[] {
  const sides = fills.flatMap(fill => sidesOf(fill.rect, false))
  const edges = {
    horizontal: merged(sides.filter(side => side.axis === 'horizontal')),
    vertical: merged(sides.filter(side => side.axis === 'vertical')),
    fills: [],
  }
  const grounds = once(() => new PlaceIndex(fills, fill => fill.rect))
  const print = once(
    () =>
      new PlaceIndex(
        chars.filter(({ text }) => text.trim() !== ''),
        char => char.bbox,
      ),
  )
  return tablesOf(edges)
    .filter(table => table.rows >= leastRows && table.columns >= leastColumns && isFilled(table, grounds()))
    .filter(table => !goesOnBelow(table, print()))
    .map(table => ({ ...table, found: 'fills' as const }))
}

/** Each cell has a fill of its own: rectangles that lie on one another by chance make cells that none fills. */
const isFilled = ({ cells }: RuledTable, grounds: PlaceIndex<Fill>): boolean =>
  cells.every(cell =>
    grounds.some(
      widened(cell.rect, slack * 2),
      ({ rect }) => encloses(cell.rect, rect, slack) && encloses(rect, cell.rect, slack),
    ),
  )

/** How near a character comes to the border between two columns before it lies across it. */
const across = 1

/** Whether a row of the same columns follows that is not filled: its text keeps clear of the borders between them. */
function goesOnBelow({ cells, columns, rect: [x0, , x1, y1] }: RuledTable, print: PlaceIndex<Char>): boolean {
  const last = cells.filter(cell => cell.rect[3] >= y1 - across)
  const height = last.reduce((most, { rect }) => Math.max(most, heightOf(rect)), Number.NEGATIVE_INFINITY)
  const band: Rect = [x0, y1, x1, y1 + height]
  const below = print.meeting(widened(band, across * 2)).filter(({ bbox }) => encloses(band, bbox, across))
  const hit = last.filter(({ rect }) => below.some(isWithin(rect)))
  const isClear = below.every(char => last.some(({ rect }) => isWithin(rect)(char)))
  return last.length === columns && hit.length > columns / 2 && isClear
}

const isWithin =
  ([x0, , x1]: Rect) =>
  ({ bbox }: Char): boolean =>
    bbox[0] > x0 + across && bbox[2] < x1 - across
