import type { Block, Box, Cell, Page, Rect, Table } from '../document/model.ts'
import type { Catalogue } from '../messages/catalogue.ts'
import { rectOf } from './shapes.ts'
import { element, escaped } from './xml.ts'

/** The cells of every table, numbered as `inspect --tables` numbers them, and the boxes; what contains another is drawn below it. */
export function drawnBlocks({ blocks, shown = rect => rect }: Page, words: CellWords): string[] {
  let count = 0
  const walk = (inner: readonly Block[]): string[] =>
    inner.flatMap(block => {
      if (block.kind === 'line') return []
      if (block.kind === 'box') return [drawnBox(block, shown), ...walk(block.blocks)]
      count += 1
      return [...drawnTable(block, count, { shown, words }), ...block.cells.flatMap(cell => walk(cell.blocks))]
    })
  return walk(blocks)
}

type Shown = (rect: Rect) => Rect

/** What the tooltip of a cell says. */
export interface CellWords {
  readonly cell: Catalogue['phrases']['CELL']
}

/** Where things are drawn, and what is said of them. */
interface Manner {
  readonly shown: Shown
  readonly words: CellWords
}

const drawnTable = (table: Table, number: number, manner: Manner): string[] =>
  table.cells.map(cell => drawnCell(cell, number, manner))

function drawnCell(cell: Cell, table: number, { shown, words }: Manner): string {
  if (!cell.bbox) return ''
  const bbox = shown(cell.bbox)
  const [x, y] = bbox
  const { row, column, rowSpan, columnSpan } = cell
  const span = rowSpan * columnSpan > 1 ? ` ${rowSpan}×${columnSpan}` : ''
  const title = element(
    'title',
    {},
    escaped(
      words.cell({ table, row, column, span, openTop: cell.openTop === true, openBottom: cell.openBottom === true }),
    ),
  )
  const place = { 'data-table': table, 'data-row': row, 'data-column': column }
  const rect = element('rect', { class: 'cell', ...rectOf(bbox), ...place, ...spansOf(cell) }, title)
  return rect + element('text', { class: 'place', x: x + 1, y: y + 3.5 }, `${row},${column}${span}`)
}

const spansOf = ({ rowSpan, columnSpan }: Cell) => ({ 'data-row-span': rowSpan, 'data-column-span': columnSpan })

const drawnBox = ({ bbox, frame }: Box, shown: Shown): string =>
  bbox ? element('rect', { class: 'box', ...rectOf(shown(bbox)), 'data-frame': frame }) : ''
