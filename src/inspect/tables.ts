import {
  type Block,
  type Cell,
  linesOf,
  type Page,
  type Rect,
  type SourceDocument,
  type Table,
} from '../document/model.ts'
import { textOf } from '../document/printed.ts'

export interface InspectedTable {
  readonly page: number | null
  /** Its place among the tables of the page, from 1; a nested table follows the one that holds it. */
  readonly table: number
  /** What showed that it is a table: ruling lines or a converter's marks, filled cells, or only its alignment. */
  readonly foundBy: 'lines' | 'fills' | 'alignment'
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
  /** Its printed lines, verbatim. */
  readonly text: string
  /** The same line by line, each with its place. */
  readonly lines: readonly InspectedLine[]
  readonly bbox: Rect | null
}

export interface InspectedLine {
  readonly text: string
  readonly bbox: Rect | null
}

/** Every table of a document, cell by cell, whether or not any layout knows the document. */
export function inspectTables(document: SourceDocument): InspectedTable[] {
  return document.pages.flatMap(page => tablesIn(page.blocks).map((table, index) => inspected(table, page, index + 1)))
}

function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.flatMap(block => {
    if (block.kind === 'line') return []
    if (block.kind === 'box') return tablesIn(block.blocks)
    return [block, ...block.cells.flatMap(cell => tablesIn(cell.blocks))]
  })
}

const inspected = (table: Table, page: Page, number: number): InspectedTable => ({
  page: page.number,
  table: number,
  foundBy: table.found ?? 'lines',
  bbox: rounded(table.bbox, page),
  rows: table.rows,
  columns: table.columns,
  cells: table.cells.map(cell => inspectedCell(cell, page)),
})

function inspectedCell({ row, column, rowSpan, columnSpan, blocks, bbox }: Cell, page: Page): InspectedCell {
  const lines = linesOf(blocks).map(line => ({ text: textOf(line.on), bbox: rounded(line.bbox, page) }))
  const text = lines.map(line => line.text).join('\n')
  return { row, column, rowSpan, columnSpan, text, lines, bbox: rounded(bbox, page) }
}

const rounded = (bbox: Rect | undefined, { shown }: Page): Rect | null =>
  bbox ? ((shown?.(bbox) ?? bbox).map(points => Math.round(points * 100) / 100) as unknown as Rect) : null
