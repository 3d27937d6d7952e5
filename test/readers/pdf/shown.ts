import type { Block, SourceDocument } from '../../../src/document/model.ts'
import { textOf } from '../../../src/document/printed.ts'
import { geometryReader } from '../../../src/readers/pdf/index.ts'
import { fixture } from './fixtures.ts'

export const read = (name: string): Promise<SourceDocument> => geometryReader().read(fixture(name), {})

/** Blocks as text that can be compared: lines, `[row,column rows×columns]` for cells that span, boxes in brackets. */
export function shown(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => {
    if (block.kind === 'line') return [textOf(block.on)]
    if (block.kind === 'box') return [`<${block.frame} ${shown(block.blocks).join(' / ')}>`]
    return block.cells.map(cell => {
      const span = cell.rowSpan * cell.columnSpan > 1 ? ` ${cell.rowSpan}×${cell.columnSpan}` : ''
      const open = `${cell.openTop ? ' open above' : ''}${cell.openBottom ? ' open below' : ''}`
      return `[${cell.row},${cell.column}${span}${open}] ${shown(cell.blocks).join(' / ')}`.trimEnd()
    })
  })
}
