import type { Block, Line } from '../../../document/model.ts'
import { textOf } from '../../../document/printed.ts'
import { beginsItem } from '../../../document/prose/sentences.ts'

/** How far two lines are apart that do not begin at the same edge. */
const step = 0.5

/** The edge that the lines of an item hang from, once its second line is met. */
interface Item {
  readonly hanging: number | undefined
}

/**
 * Printed lines with their hanging indents taken away: below ・ a point goes on under its first word, not under its mark, and begins
 * no paragraph there. What is set in further than that edge does, and what juts out from it is no part of the item.
 */
function levelled(lines: readonly Line[]): Line[] {
  const first = lines.findIndex(isItem)
  const above = first > 0 ? lines.slice(0, first) : lines
  const margin = Math.min(...above.map(line => line.indent))
  let item: Item | undefined
  return lines.map(line => {
    if (isItem(line)) {
      item = { hanging: undefined }
      return atEdge(line, 0)
    }
    if (!item) return atEdge(line, line.indent - margin)
    const hanging = item.hanging ?? line.indent
    item = line.indent > hanging - step ? { hanging } : undefined
    return item ? atEdge(line, line.indent - hanging) : { ...atEdge(line, 0), begins: 'paragraph' }
  })
}

const isItem = ({ on }: Line): boolean => beginsItem(textOf(on))

/** The line with another indent, which ends where it did. */
const atEdge = (line: Line, indent: number): Line => ({ ...line, indent, width: line.width + line.indent - indent })

/** The same for what is in a cell: lines between boxes, and those in each box. */
export function levelledBlocks(blocks: readonly Block[]): Block[] {
  const lines = levelled(blocks.filter(block => block.kind === 'line'))
  let next = 0
  return blocks.map(block => {
    if (block.kind === 'line') return lines[next++] as Line
    return block.kind === 'box' ? { ...block, blocks: levelledBlocks(block.blocks) } : block
  })
}
