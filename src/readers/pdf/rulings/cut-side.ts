import type { Table } from '../../../document/model.ts'
import type { RuledTable } from './tables.ts'

/** The side on which none of the outer cells is closed, where all are on the other. */
export function cutSide({ cells, columns }: RuledTable): Pick<Table, 'cutAt'> {
  const first = cells.filter(cell => cell.column === 0)
  const last = cells.filter(cell => cell.column + cell.columnSpan === columns)
  const [openLeft, openRight] = [first.filter(cell => cell.open.left), last.filter(cell => cell.open.right)]
  if (openLeft.length === 0 && openRight.length === last.length) return { cutAt: 'right' }
  return openRight.length === 0 && openLeft.length === first.length ? { cutAt: 'left' } : {}
}
