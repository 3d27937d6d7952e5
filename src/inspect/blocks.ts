import type { Block, Box, Cell, Table } from '../document/model.ts'
import { rectOf } from './shapes.ts'
import { element, escaped } from './xml.ts'

/** The cells of every table, numbered as `inspect --tables` numbers them, and the boxes; what holds another is drawn below it. */
export function drawnBlocks(blocks: readonly Block[]): string[] {
  let count = 0
  const walk = (inner: readonly Block[]): string[] =>
    inner.flatMap(block => {
      if (block.kind === 'line') return []
      if (block.kind === 'box') return [drawnBox(block), ...walk(block.blocks)]
      count += 1
      return [...drawnTable(block, count), ...block.cells.flatMap(cell => walk(cell.blocks))]
    })
  return walk(blocks)
}

const drawnTable = (table: Table, number: number): string[] => table.cells.map(cell => drawnCell(cell, number))

function drawnCell(cell: Cell, table: number): string {
  if (!cell.bbox) return ''
  const [x, y] = cell.bbox
  const { row, column, rowSpan, columnSpan } = cell
  const span = rowSpan * columnSpan > 1 ? ` ${rowSpan}×${columnSpan}` : ''
  const title = element(
    'title',
    {},
    escaped(`table ${table}, row ${row}, column ${column}${span && `,${span}`}${openSides(cell)}`),
  )
  const place = { 'data-table': table, 'data-row': row, 'data-column': column }
  const rect = element('rect', { class: 'cell', ...rectOf(cell.bbox), ...place, ...spansOf(cell) }, title)
  return rect + element('text', { class: 'place', x: x + 1, y: y + 3.5 }, `${row},${column}${span}`)
}

const spansOf = ({ rowSpan, columnSpan }: Cell) => ({ 'data-row-span': rowSpan, 'data-column-span': columnSpan })

const openSides = ({ openTop, openBottom }: Cell): string =>
  `${openTop ? ', open above' : ''}${openBottom ? ', open below' : ''}`

const drawnBox = ({ bbox, frame }: Box): string =>
  bbox ? element('rect', { class: 'box', ...rectOf(bbox), 'data-frame': frame }) : ''
