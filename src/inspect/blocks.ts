import type { Block, Box, Cell, Page, Rect, Table } from '../document/model.ts'
import { rectOf } from './shapes.ts'
import { element, escaped } from './xml.ts'

/** The cells of every table, numbered as `inspect --tables` numbers them, and the boxes; what contains another is drawn below it. */
export function drawnBlocks({ blocks, shown = rect => rect }: Page): string[] {
  let count = 0
  const walk = (inner: readonly Block[]): string[] =>
    inner.flatMap(block => {
      if (block.kind === 'line') return []
      if (block.kind === 'box') return [drawnBox(block, shown), ...walk(block.blocks)]
      count += 1
      return [...drawnTable(block, count, shown), ...block.cells.flatMap(cell => walk(cell.blocks))]
    })
  return walk(blocks)
}

type Shown = (rect: Rect) => Rect

const drawnTable = (table: Table, number: number, shown: Shown): string[] =>
  table.cells.map(cell => drawnCell(cell, number, shown))

function drawnCell(cell: Cell, table: number, shown: Shown): string {
  if (!cell.bbox) return ''
  const bbox = shown(cell.bbox)
  const [x, y] = bbox
  const { row, column, rowSpan, columnSpan } = cell
  const span = rowSpan * columnSpan > 1 ? ` ${rowSpan}×${columnSpan}` : ''
  const title = element(
    'title',
    {},
    escaped(`table ${table}, row ${row}, column ${column}${span && `,${span}`}${openSides(cell)}`),
  )
  const place = { 'data-table': table, 'data-row': row, 'data-column': column }
  const rect = element('rect', { class: 'cell', ...rectOf(bbox), ...place, ...spansOf(cell) }, title)
  return rect + element('text', { class: 'place', x: x + 1, y: y + 3.5 }, `${row},${column}${span}`)
}

const spansOf = ({ rowSpan, columnSpan }: Cell) => ({ 'data-row-span': rowSpan, 'data-column-span': columnSpan })

const openSides = ({ openTop, openBottom }: Cell): string =>
  `${openTop ? ', open above' : ''}${openBottom ? ', open below' : ''}`

const drawnBox = ({ bbox, frame }: Box, shown: Shown): string =>
  bbox ? element('rect', { class: 'box', ...rectOf(shown(bbox)), 'data-frame': frame }) : ''
