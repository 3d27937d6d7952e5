import { encloses } from './geometry.ts'
import { merged } from './merged.ts'
import { type Fill, type Rulings, sidesOf } from './rulings.ts'
import { type RuledTable, tablesOf } from './tables.ts'

/** The least that filled rectangles must make to be taken for a table. */
const leastRows = 2
const leastColumns = 2
/** How far a fill may stay within its cell: fills are often set apart by a white gap. */
const slack = 3

/** Tables that have no lines but whose cells are filled: the edges of the fills stand for lines. */
export function filledTablesOf({ fills }: Rulings): RuledTable[] {
  const sides = fills.flatMap(fill => sidesOf(fill.rect, false))
  const edges = {
    horizontal: merged(sides.filter(side => side.axis === 'horizontal')),
    vertical: merged(sides.filter(side => side.axis === 'vertical')),
    fills: [],
  }
  return tablesOf(edges)
    .filter(table => table.rows >= leastRows && table.columns >= leastColumns && isFilled(table, fills))
    .map(table => ({ ...table, found: 'fills' as const }))
}

/** Each cell has a fill of its own: rectangles that lie on one another by chance make cells that none fills. */
const isFilled = ({ cells }: RuledTable, fills: readonly Fill[]): boolean =>
  cells.every(cell => fills.some(({ rect }) => encloses(cell.rect, rect, slack) && encloses(rect, cell.rect, slack)))
