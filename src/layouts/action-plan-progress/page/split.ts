import { type Filled, filledCell, linesIn, type Row } from '../cells/rows.ts'
import type { HeadRow } from './heads.ts'
import { initiativeNumber } from './numbers.ts'
import { isUnderItem } from './places.ts'
import { isSection, sectionCell } from './sections.ts'

/** A row whose first cell holds a section above an initiative, as where a converter lost the line between them, as two rows. */
export function splitRow(row: Row, heads: HeadRow | undefined): Row[] {
  const [item, ...others] = row.filled
  if (!item || others.length === 0 || !isUnderItem(item, row, heads)) return [row]
  const lines = linesIn(item.blocks)
  const at = lines.findIndex((line, index) => index > 0 && initiativeNumber(line.on))
  if (at < 0 || initiativeNumber(lines[0]?.on ?? { pieces: [] })) return [row]
  const above = lines.slice(0, at)
  if (!isSection(sectionCell(above, 0))) return [row]
  const part = (blocks: typeof lines): Filled => filledCell(item.column, item.span, blocks)
  return [
    { ...row, filled: [part(above)] },
    { ...row, filled: [part(lines.slice(at)), ...others], isFirst: false },
  ]
}
