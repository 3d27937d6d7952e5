import type { Block, Cell, SourceDocument, Table } from '../../src/document/model.ts'
import { textOf } from '../../src/document/printed.ts'

const begins = { paragraph: '¶', item: '•', heading: '#' }

/** Blocks in one string: lines parted by ` / ` and led by `¶ • #`, a box in [ ], a table as `rows×columns{ a | b ; c | d }`. */
export function outline(blocks: readonly Block[]): string {
  return blocks.map(outlineBlock).join(' / ')
}

export const outlineOf = (document: SourceDocument): string =>
  document.pages.map(page => outline(page.blocks)).join(' // ')

function outlineBlock(block: Block): string {
  if (block.kind === 'line') return (block.begins ? begins[block.begins] : '') + textOf(block.on)
  if (block.kind === 'box') return `[${outline(block.blocks)}]`
  return `${block.rows}×${block.columns}{${rowsOf(block).join(' ; ')}}`
}

const rowsOf = (table: Table): string[] =>
  Array.from({ length: table.rows }, (_, row) =>
    table.cells
      .filter(cell => cell.row === row)
      .map(outlineCell)
      .join(' | '),
  )

function outlineCell({ rowSpan, columnSpan, blocks }: Cell): string {
  const span = rowSpan > 1 || columnSpan > 1 ? `(${rowSpan}×${columnSpan})` : ''
  return span + outline(blocks)
}
