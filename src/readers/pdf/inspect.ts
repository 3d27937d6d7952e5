import { type Block, type Cell, linesOf, type Rect, type SourceDocument, type Table } from '../../document/model.ts'
import { textOf } from '../../document/printed.ts'

export interface InspectedTable {
  readonly page: number | null
  /** Its place among the tables of the page, from 1; a nested table follows the one that holds it. */
  readonly table: number
  readonly bbox: Rect | null
  readonly rows: number
  readonly columns: number
  readonly cells: readonly InspectedCell[]
}

export interface InspectedCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** Its printed lines, each as it stands there. */
  readonly text: string
  readonly bbox: Rect | null
}

/** Every table of a document, cell by cell, whether or not any layout knows the document. */
export function inspectTables(document: SourceDocument): InspectedTable[] {
  return document.pages.flatMap(page =>
    tablesIn(page.blocks).map((table, index) => inspected(table, page.number, index + 1)),
  )
}

function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.flatMap(block => {
    if (block.kind === 'line') return []
    if (block.kind === 'box') return tablesIn(block.blocks)
    return [block, ...block.cells.flatMap(cell => tablesIn(cell.blocks))]
  })
}

const inspected = (table: Table, page: number | null, number: number): InspectedTable => ({
  page,
  table: number,
  bbox: rounded(table.bbox),
  rows: table.rows,
  columns: table.columns,
  cells: table.cells.map(inspectedCell),
})

const inspectedCell = ({ row, column, rowSpan, columnSpan, blocks, bbox }: Cell): InspectedCell => ({
  row,
  column,
  rowSpan,
  columnSpan,
  text: [...linesOf(blocks)].map(line => textOf(line.on)).join('\n'),
  bbox: rounded(bbox),
})

const rounded = (bbox: Rect | undefined): Rect | null =>
  bbox ? (bbox.map(points => Math.round(points * 100) / 100) as unknown as Rect) : null
