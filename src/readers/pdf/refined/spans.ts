import type { DraftCell, DraftTable } from '../draft.ts'
import { partedAtGaps } from '../lines/lines.ts'
import { isFigure, linesWithin, plainLines, withCells } from './parts.ts'

/** In ems: pieces of a line this far apart are of different columns. */
const leastGap = 1

/** Rows that no line parts into cells though the columns are ruled in other rows: each figure goes to the column that it stands in. */
export function withoutFalseSpans(table: DraftTable): DraftTable {
  const borders = bordersOf(table)
  return withCells(
    table,
    table.cells.flatMap(cell => partedCell(cell, borders)),
  )
}

/** Where each column begins and ends, as far as cells of one column show it. */
function bordersOf({ cells }: DraftTable): ReadonlyMap<number, number> {
  const borders = new Map<number, number>()
  for (const { cell } of cells) {
    borders.set(cell.column, cell.rect[0])
    borders.set(cell.column + cell.columnSpan, cell.rect[2])
  }
  return borders
}

function partedCell(whole: DraftCell, borders: ReadonlyMap<number, number>): DraftCell[] {
  const { cell, blocks } = whole
  const lines = plainLines(blocks)
  if (cell.columnSpan < 2 || !lines) return [whole]
  const parts = partedAtGaps(lines, leastGap)
  const columns = Array.from({ length: cell.columnSpan }, (_, index) => cell.column + index)
  const extents = columns.map(
    column => [borders.get(column) ?? Number.NaN, borders.get(column + 1) ?? Number.NaN] as const,
  )
  const isCrossed = parts.some(
    ({ bbox }) => !extents.some(([from, to]) => bbox[0] > from - slack && bbox[2] < to + slack),
  )
  const filled = extents.filter(([from, to]) => linesWithin(parts, from, to).length > 0).length
  if (isCrossed || filled < 2 || filled < cell.columnSpan / 2 || !parts.some(isFigure)) return [whole]
  return extents.map(([from, to], index) => ({
    cell: { ...cell, column: cell.column + index, columnSpan: 1, rect: [from, cell.rect[1], to, cell.rect[3]] },
    blocks: linesWithin(lines, from, to),
  }))
}

/** In points: how far a figure may reach over the border of its column. */
const slack = 2
