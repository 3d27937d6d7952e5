import type { Filled, Row } from '../cells/rows.ts'
import { type ColumnName, type Head, type HeadRow, headNamed } from './heads.ts'

/** The cells of a row by the heads above them. */
export interface CellsOfItem {
  readonly item: Filled | undefined
  readonly progress: Filled | undefined
  readonly outlook: Filled | undefined
}

const names: readonly ColumnName[] = ['item', 'progress', 'outlook']

/** Which cell is in which column, or undefined where the row's table has other columns than the heads. */
export function placed(row: Row, heads: HeadRow): CellsOfItem | undefined {
  // Spaces at line ends are lost easily, and with them the tabs before empty cells.
  if (row.columns <= heads.columns) return byColumn(row.filled, heads)
  return row.filled.length === names.length ? inOrder(row.filled) : undefined
}

function byColumn(cells: readonly Filled[], heads: HeadRow): CellsOfItem {
  const taken = new Set<Filled>()
  const under = (name: ColumnName): Filled | undefined => {
    const head = headNamed(heads, name)
    const cell = head && cells.find(each => !taken.has(each) && isUnder(each, head))
    if (cell) taken.add(cell)
    return cell
  }
  return { item: under('item'), progress: under('progress'), outlook: under('outlook') }
}

const inOrder = ([item, progress, outlook]: readonly Filled[]): CellsOfItem => ({ item, progress, outlook })

const isUnder = ({ column, span }: Filled, head: Head): boolean => column < head.to && column + span > head.from

/** Whether a cell is in the first column of the form, or across the whole table; a line outside of tables is. */
export function isUnderItem(cell: Filled, row: Row, heads: HeadRow | undefined): boolean {
  const head = heads && headNamed(heads, 'item')
  if (row.columns === 0) return true
  return head && row.columns === heads.columns ? isUnder(cell, head) : cell.column === 0
}

/** A row with the cells that are under no known head apart: what is in them is no value that this form names. */
export function cellsUnder(row: Row, heads: HeadRow | undefined): Row {
  const known = heads?.heads.filter(head => head.name !== undefined) ?? []
  if (row.columns !== heads?.columns || known.length === heads.heads.length) return row
  const filled = row.filled.filter(cell => known.some(head => isUnder(cell, head)))
  const others = row.filled
    .filter(cell => !filled.includes(cell))
    .flatMap(cell =>
      heads.heads.filter(head => isUnder(cell, head)).map(({ on }) => ({ label: on, blocks: cell.blocks })),
    )
  return { ...row, filled, others }
}

/** A row beside which a cell at the left names a section, 区分, as two: the section across the table, and the row without it. */
export function withSectionAbove(row: Row, heads: HeadRow | undefined, isSection: (cell: Filled) => boolean): Row[] {
  const item = heads && headNamed(heads, 'item')
  const [cell, ...others] = row.filled
  const isBeside = item && row.columns === heads.columns && cell && cell.column + cell.span <= item.from
  if (!isBeside || !isSection(cell)) return [row]
  const across = { ...row, filled: [{ ...cell, column: item.from }] }
  return others.length === 0 ? [across] : [across, { ...row, filled: others, isFirst: false }]
}
