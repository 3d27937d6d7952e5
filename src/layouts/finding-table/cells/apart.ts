import type { Line } from '../../../document/model.ts'
import { groupedBy } from '../../../document/table/cut-rows.ts'
import { cellOf, type GridCell } from '../../../document/table/grid.ts'
import { blankBetween, leadingIn, partOf, type Stretch } from '../../../document/table/joined-rows.ts'
import { leadingCode } from '../text/code.ts'
import { lineText } from '../text/lines.ts'
import { timingLetter } from '../text/timing.ts'
import type { ColumnName } from '../words/index.ts'
import type { Piece } from './form.ts'

/** How a row was told from its neighbours where lines do not part them. */
export interface Parting {
  /** A blank stretch across the row, and no line, parts its cells. */
  readonly byBlank?: true
  /** Columns of which it is not known what of them belongs to the row: they hold the text of several. */
  readonly mixed?: ReadonlySet<ColumnName>
}

export type PartedPiece = Piece & Parting

const number = /^\d{1,3}[.．]?$/u

/**
 * The rows of the table, each with its own NO: where a line between two is missing, or drawn beside some columns only, the cells are
 * parted at what is left blank; where nothing is, every row has all of them, as mixed.
 */
export function rowsApart(pieces: readonly Piece[]): PartedPiece[] {
  const leading = leadingIn(new Set(pieces.flatMap(cellsIn)))
  const joined = groupedBy(pieces, (piece, above) => !sharesCell(piece, above.at(-1) as Piece))
  return joined.flatMap(rows => apart(rows, leading))
}

const cellsIn = ({ at, others, across }: Piece): GridCell[] => [
  ...[...at.values()].flat(),
  ...[...others, ...across].map(({ cell }) => cell),
]

function sharesCell(piece: Piece, above: Piece): boolean {
  const cells = new Set(cellsIn(above))
  return cellsIn(piece).some(cell => cells.has(cell) && cell.word !== '')
}

const linesUnder = (name: ColumnName, rows: readonly Piece[]): Line[] =>
  [...new Set(rows.flatMap(row => row.at.get(name) ?? []))].flatMap(cell => cell.lines)

function apart(rows: readonly Piece[], leading: number): readonly PartedPiece[] {
  const numbers = linesUnder('NO', rows)
  const [row] = rows
  if (!row || numbers.length < 2 || !numbers.every(line => number.test(lineText(line)))) return rows
  if (rows.length === 1) return oneRow(row, numbers, leading)
  const hasEach = rows.length === numbers.length
  const parted = hasEach ? rows.map((each, index) => ofNumber(each, index, numbers, leading)) : undefined
  return parted ?? numbers.map(line => mixedRow(merged(rows), line))
}

/** No line at all parts the rows. */
function oneRow(row: Piece, numbers: readonly Line[], leading: number): PartedPiece[] {
  const cuts = numbers
    .slice(1)
    .map((line, index) => blankBetween(cellsIn(row), [numbers[index] as Line, line], leading))
  const heights = heightsBetween(cuts)
  if (!heights) return numbers.map(line => mixedRow(row, line))
  const parted = heights.map(each => ({ ...withCells(row, cell => partOf(cell, each)), byBlank: true as const }))
  return parted.every(each => marked.every(name => marksUnder(name, [each]) < 2))
    ? parted
    : numbers.map(line => mixedRow(row, line))
}

function heightsBetween(cuts: readonly (Stretch | undefined)[]): Stretch[] | undefined {
  const middles = cuts.flatMap(cut => (cut ? [(cut[0] + cut[1]) / 2] : []))
  if (middles.length < cuts.length) return undefined
  const edges = [Number.NEGATIVE_INFINITY, ...middles, Number.POSITIVE_INFINITY]
  return edges.slice(1).map((to, index) => [edges[index] as number, to])
}

/** A row of several that share cells, as where a line is drawn beside some columns only: one that is merged is in all of them as it is. */
function ofNumber(row: Piece, index: number, numbers: readonly Line[], leading: number): PartedPiece {
  const own = numbers[index] as Line
  const beside = [numbers[index - 1], own, numbers[index + 1]]
  let byBlank = false
  const parted = withCells(row, cell => {
    if (cell.lines.includes(own)) return cellOf([own], cell.column, cell.columnSpan)
    const [above, below] = [0, 1].map(at => middleBetween(cell, beside[at], beside[at + 1], leading))
    if (above === undefined && below === undefined) return cell
    byBlank = true
    return partOf(cell, [above ?? Number.NEGATIVE_INFINITY, below ?? Number.POSITIVE_INFINITY])
  })
  const mixed = new Set(marked.filter(name => marksUnder(name, [parted]) > 1))
  return { ...parted, ...(byBlank ? { byBlank } : {}), ...(mixed.size > 0 ? { mixed } : {}) }
}

function middleBetween(cell: GridCell, above: Line | undefined, below: Line | undefined, leading: number) {
  const cut = above && below && blankBetween([cell], [above, below], leading)
  return cut && (cut[0] + cut[1]) / 2
}

/** Columns that show by their marks how many records are in them. */
const marked = ['施策', '取組の実施時期'] as const satisfies readonly ColumnName[]

function marksUnder(name: (typeof marked)[number], rows: readonly Piece[]): number {
  const isMarked = (line: Line) =>
    name === '施策' ? leadingCode.test(lineText(line)) : timingLetter(line) !== undefined
  return linesUnder(name, rows).filter(isMarked).length
}

const withCells = (row: Piece, change: (cell: GridCell) => GridCell): Piece => ({
  at: new Map([...row.at].map(([name, cells]) => [name, cells.map(change)] as const)),
  others: row.others.map(other => ({ ...other, cell: change(other.cell) })),
  across: row.across.map(other => ({ ...other, cell: change(other.cell) })),
  opens: row.opens,
})

/** All cells of some rows in one. */
const merged = (rows: readonly Piece[]): Piece => {
  const names = new Set(rows.flatMap(row => [...row.at.keys()]))
  const under = (name: ColumnName) => [...new Set(rows.flatMap(row => row.at.get(name) ?? []))]
  return {
    at: new Map([...names].map(name => [name, under(name)] as const)),
    others: rows.flatMap(row => row.others),
    across: rows.flatMap(row => row.across),
    opens: rows[0]?.opens ?? false,
  }
}

/** One number with all that may belong to it. */
function mixedRow(row: Piece, own: Line): PartedPiece {
  const [cell] = row.at.get('NO') ?? []
  const at = new Map([...row.at, ['NO', [cellOf([own], cell?.column, cell?.columnSpan)]] as const])
  return { ...row, at, opens: false, mixed: new Set(row.at.keys()) }
}
