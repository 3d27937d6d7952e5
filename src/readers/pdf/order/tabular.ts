import type { Rect } from '../../../document/model.ts'
import { heightOf, widthOf } from '../geometry.ts'

/** In ems: pieces of a row this far apart are in columns of their own. */
const leastGap = 1.2
const leastPieces = 3
/** The least share of the rows that has so many pieces, and the most of its width that a row of a table fills: prose fills more. */
const leastRows = 0.5
const fullest = 0.6

/** How many rows there are, and how many of them are like those of a table: of several pieces with room between. */
export interface TabularRows {
  readonly rows: number
  readonly wide: number
}

/** Whether what is side by side are the rows of one table without lines, not columns of text. */
export const isTabular = (rects: readonly Rect[], em: number): boolean => isMostlyTabular(tabularRows(rects, em))

export const isMostlyTabular = ({ rows, wide }: TabularRows): boolean => wide >= leastPieces && wide >= rows * leastRows

/** The rows of some pieces, by their heights. */
export function tabularRows(rects: readonly Rect[], em: number): TabularRows {
  const rows = rowsOf(rects).map(row => piecesOf(row, em))
  return {
    rows: rows.length,
    wide: rows.filter(pieces => pieces.length >= leastPieces && filled(pieces) <= fullest).length,
  }
}

function rowsOf(rects: readonly Rect[]): Rect[][] {
  const rows: Rect[][] = []
  for (const rect of [...rects].sort((a, b) => a[3] - b[3])) {
    const first = rows.at(-1)?.[0]
    if (first && rect[3] - first[3] < heightOf(rect) * 0.4) rows.at(-1)?.push(rect)
    else rows.push([rect])
  }
  return rows
}

function piecesOf(row: readonly Rect[], em: number): Rect[] {
  const pieces: Rect[] = []
  for (const rect of [...row].sort((a, b) => a[0] - b[0])) {
    const last = pieces.at(-1)
    if (last && rect[0] - last[2] < leastGap * em)
      pieces[pieces.length - 1] = [last[0], last[1], Math.max(last[2], rect[2]), last[3]]
    else pieces.push(rect)
  }
  return pieces
}

const filled = (pieces: readonly Rect[]): number =>
  pieces.reduce((sum, piece) => sum + widthOf(piece), 0) / ((pieces.at(-1)?.[2] ?? 0) - (pieces[0]?.[0] ?? 0))
