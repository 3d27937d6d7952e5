import type { Span } from '../../../document/printed.ts'
import type { CellText } from '../flow.ts'
import { isBlankRow, type Reach, rowText, type Sheet } from '../sheet.ts'
import { separatorsIn } from './separators.ts'

/** A row of a Markdown table, and the bars that separate its cells. A row of dashes has no cells, only marks. */
export interface PipeRow {
  readonly cells: readonly CellText[]
  readonly bars: readonly Span[]
}

const dashes = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/
const longestRule = 100_000

/** A row by itself (the last one of a table, cut off by a page break) is recognised by its many bars. */
const barsThatProve = 4

/** The rows of the Markdown table that begins at `row`: bars on both sides, or a row of dashes below the first. */
export function* pipeRows(reach: Reach, row: number): Generator<PipeRow> {
  const { sheet, end } = reach
  const isRuled = row + 1 < end && isRule(sheet, row + 1) && hasBars(sheet, row)
  const hasCompany = (row + 1 < end && isEnclosed(sheet, row + 1)) || barsIn(sheet, row).length >= barsThatProve
  if (!isRuled && !(isEnclosed(sheet, row) && hasCompany)) return
  for (let next = row; next < end; next += 1) {
    const belongs = isEnclosed(sheet, next) || (isRuled && !isBlankRow(sheet, next) && hasBars(sheet, next))
    if (!belongs) return
    yield isRule(sheet, next) && (next === row + 1 || rowText(sheet, next).includes('---'))
      ? { cells: [], bars: [wholeRow(sheet, next)] }
      : cellsOf(sheet, next)
  }
}

const wholeRow = ({ rows }: Sheet, row: number): Span => [rows[row]?.from ?? 0, rows[row]?.to ?? 0]

function isRule(sheet: Sheet, row: number): boolean {
  const line = rowText(sheet, row).trim()
  return line.includes('|') && line.length < longestRule && dashes.test(line)
}

function isEnclosed(sheet: Sheet, row: number): boolean {
  const line = rowText(sheet, row).trim()
  return line.length > 2 && line.startsWith('|') && line.endsWith('|') && barsIn(sheet, row).length > 1
}

const hasBars = (sheet: Sheet, row: number): boolean => barsIn(sheet, row).length > 0

const barsIn = (sheet: Sheet, row: number): number[] =>
  separatorsIn(sheet, row, '|').filter(at => sheet.text[at - 1] !== '\\')

/** The cells between the bars of a row; the outer bars enclose them. */
function cellsOf(sheet: Sheet, row: number): PipeRow {
  const bars = barsIn(sheet, row)
  const [from, to] = wholeRow(sheet, row)
  const edges = [from - 1, ...bars, to]
  if (sheet.text.slice(from, bars[0]).trim() === '') edges.shift()
  if (sheet.text.slice((bars.at(-1) ?? from) + 1, to).trim() === '') edges.pop()
  return {
    cells: edges.slice(1).map((edge, index) => ({ span: [(edges[index] ?? from) + 1, edge], row, quotes: [] })),
    bars: bars.map(at => [at, at + 1] as const),
  }
}
