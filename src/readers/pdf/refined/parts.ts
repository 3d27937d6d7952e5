import type { DraftBlock, DraftCell, DraftTable } from '../draft.ts'
import { type DraftLine, lineOf } from '../lines/lines.ts'

/** What a cell holds where that is lines from left to right alone; undefined where it holds anything else. */
export function plainLines(blocks: readonly DraftBlock[]): readonly DraftLine[] | undefined {
  const lines = blocks.flatMap(block => (block.kind === 'line' && isPlain(block) ? [block] : []))
  return lines.length === blocks.length ? lines : undefined
}

const isPlain = (line: DraftLine): boolean => !line.vertical && line.runs.every(run => run.angle === 0)

export const textOf = (line: DraftLine): string =>
  line.runs
    .flatMap(run => run.chars.map(char => char.text))
    .join('')
    .trim()

/** `1,204`, `(4.7)`, `▲12%`, `(1.1–1.2)`, `r 35`, or a mark that stands for none: `—`. A year cut at its end, `1991–`, is none. */
export function isFigure(line: DraftLine): boolean {
  const text = textOf(line).normalize('NFKC')
  if (/^[-‐-―−ー.…*‡†]+$/u.test(text)) return true
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return text.length <= 16 && /\p{Nd}/u.test(text) && letters <= 1 && !/[-‐-―−]$/u.test(text)
}

/** The pieces of lines whose middles lie in a stretch. */
export const linesWithin = (lines: readonly DraftLine[], from: number, to: number): DraftLine[] =>
  lines.flatMap(line => {
    const runs = line.runs.filter(({ bbox }) => bbox[0] + bbox[2] >= from * 2 && bbox[0] + bbox[2] < to * 2)
    return runs.length > 0 ? [lineOf(runs)] : []
  })

/** The table with other cells, in the order of rows and columns. */
export function withCells(block: DraftTable, unsorted: readonly DraftCell[]): DraftTable {
  const cells = [...unsorted].sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column)
  const most = (ends: readonly number[]) => ends.reduce((a, b) => Math.max(a, b), 0)
  const table = {
    ...block.table,
    rows: most(cells.map(({ cell }) => cell.row + cell.rowSpan)),
    columns: most(cells.map(({ cell }) => cell.column + cell.columnSpan)),
    cells: cells.map(({ cell }) => cell),
  }
  return { ...block, table, cells }
}
