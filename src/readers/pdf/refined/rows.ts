import type { DraftCell, DraftTable } from '../draft.ts'
import type { DraftLine } from '../lines/lines.ts'
import { plainLines, withCells } from './parts.ts'
import { type RowLine, rowsIn } from './row-starts.ts'

/** The table with the rows that figures one below the other show between two lines across. */
export function withOwnRows(table: DraftTable): DraftTable {
  const bands = Array.from({ length: table.table.rows }, (_, row) => bandOf(table, row))
  const firsts = [0]
  for (const borders of bands) firsts.push((firsts.at(-1) as number) + borders.length - 1)
  const at = (row: number) => firsts[row] ?? (firsts.at(-1) as number)
  return withCells(
    table,
    table.cells.flatMap((whole): DraftCell[] => {
      const { cell } = whole
      const borders = bands[cell.row] ?? []
      const [row, end] = [at(cell.row), at(cell.row + cell.rowSpan)]
      if (cell.rowSpan > 1 || borders.length < 3) return [{ ...whole, cell: { ...cell, row, rowSpan: end - row } }]
      return partedAt(whole, borders).map((each, index) => ({ ...each, cell: { ...each.cell, row: row + index } }))
    }),
  )
}

/** The borders of the rows within one ruled row, its own top and bottom among them. */
function bandOf({ cells }: DraftTable, row: number): number[] {
  const own = cells.filter(({ cell }) => cell.row === row && cell.rowSpan === 1)
  const top = Math.min(...own.map(({ cell }) => cell.rect[1]))
  const bottom = Math.max(...own.map(({ cell }) => cell.rect[3]))
  const lines: RowLine[] = []
  for (const { cell, blocks } of own) {
    const plain = plainLines(blocks)
    if (!plain) return [top, bottom]
    lines.push(...plain.map(line => ({ line, column: cell.column, isSpan: cell.columnSpan > 1 })))
  }
  const rows = rowsIn(lines)
  const inner = rows.slice(1).map((next, index) => {
    const above = rows[index] as readonly DraftLine[]
    return (Math.max(...above.map(line => line.baseline)) + Math.min(...next.map(topOf))) / 2
  })
  return [top, ...inner, bottom]
}

const topOf = (line: DraftLine): number => Math.min(line.bbox[1], line.baseline - line.em * 0.7)

function partedAt({ cell, blocks }: DraftCell, borders: readonly number[]): DraftCell[] {
  const lines = plainLines(blocks) ?? []
  return borders.slice(1).map((bottom, index) => {
    const isFirst = index === 0
    const isLast = index === borders.length - 2
    const top = borders[index] as number
    return {
      cell: {
        ...cell,
        rect: [cell.rect[0], top, cell.rect[2], bottom],
        open: { ...cell.open, top: isFirst && cell.open.top, bottom: isLast && cell.open.bottom },
      },
      blocks: lines.filter(({ baseline }) => (isFirst || baseline >= top) && (isLast || baseline < bottom)),
    }
  })
}
