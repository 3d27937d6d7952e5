import { median } from '../../../document/prose/widths.ts'
import { columnsBetween, type Free, freeBeside, freeInBoth } from '../banded/free.ts'
import type { DraftCell, DraftTable } from '../draft.ts'
import { type DraftLine, partedAtGaps } from '../lines/lines.ts'
import { isFigure, linesWithin, plainLines, withCells } from './parts.ts'

/** In ems: pieces of a line this far apart are of different columns. */
const leastGap = 1.2
/** Fewer rows do not show that what they leave free parts columns. */
const leastRows = 3
/** The least share of the rows whose line has a gap, and a figure behind it. */
const leastParted = 0.6

/** The table with those columns that its rows show within one ruled column: `344   75.2   17.4%` in a frame around all figures. */
export function withOwnColumns(table: DraftTable): DraftTable {
  let grown = table
  for (let column = table.table.columns - 1; column >= 0; column -= 1) grown = partedColumn(grown, column)
  return grown
}

function partedColumn(table: DraftTable, column: number): DraftTable {
  const own = table.cells.filter(({ cell }) => cell.column === column && cell.columnSpan === 1)
  const extents = extentsIn(own)
  if (!extents) return table
  const more = extents.length - 1
  return withCells(
    table,
    table.cells.flatMap((each): DraftCell[] => {
      const { cell } = each
      if (own.includes(each)) return spreadOver(each, extents)
      if (cell.column > column) return [{ ...each, cell: { ...cell, column: cell.column + more } }]
      const isOver = cell.column + cell.columnSpan > column
      return [isOver ? { ...each, cell: { ...cell, columnSpan: cell.columnSpan + more } } : each]
    }),
  )
}

/** The columns that all rows of several pieces leave room between; undefined where there is one. */
function extentsIn(cells: readonly DraftCell[]): Free[] | undefined {
  const rows = cells.map(({ blocks }) => plainLines(blocks))
  if (rows.some(lines => !lines)) return undefined
  const filled = (rows as (readonly DraftLine[])[]).filter(lines => lines.length > 0)
  const parted = filled.filter(isParted)
  if (parted.length < leastRows || parted.length < filled.length * leastParted) return undefined
  const edges: Free = [
    Math.min(...cells.map(({ cell }) => cell.rect[0])),
    Math.max(...cells.map(({ cell }) => cell.rect[2])),
  ]
  const em = median(parted.flatMap(lines => lines.map(line => line.em)))
  const free = parted
    .map(lines =>
      freeBeside(
        lines.flatMap(line => line.runs.flatMap(run => run.chars.filter(isPrinted))),
        edges,
      ),
    )
    .reduce((all, each) => freeInBoth(all, each, em), [edges])
  const extents = columnsBetween(free, edges)
  return extents.length > 1 ? extents : undefined
}

const isPrinted = ({ text }: { text: string }): boolean => text.trim() !== ''

const isParted = (lines: readonly DraftLine[]): boolean => {
  const parts = lines.flatMap(line => partedAtGaps([line], leastGap).slice(1))
  return parts.some(isFigure)
}

/** What keeps within the columns goes to its own; a text over several of them spans those. */
function spreadOver({ cell, blocks }: DraftCell, extents: readonly Free[]): DraftCell[] {
  const lines = plainLines(blocks) ?? []
  const borders = extents.slice(1).map(([from]) => from)
  const isCrossed = (border: number) =>
    lines.some(line => line.runs.some(({ bbox }) => bbox[0] < border && bbox[2] > border))
  const starts = [0, ...borders.flatMap((border, index) => (isCrossed(border) ? [] : [index + 1]))]
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? extents.length
    const [from, to] = [(extents[start] as Free)[0], (extents[end - 1] as Free)[1]]
    return {
      cell: {
        ...cell,
        column: cell.column + start,
        columnSpan: end - start,
        rect: [from, cell.rect[1], to, cell.rect[3]],
      },
      blocks: linesWithin(lines, from, to),
    }
  })
}
