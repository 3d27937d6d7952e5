import { type Cell, type Line, linesOf, type Table } from '../../../document/model.ts'
import { measureAt } from './headings/measure-heading.ts'
import { sectionAt } from './headings/section-headings.ts'
import { splitHeading } from './split-lines.ts'

/** A part of a table: a table of its own, or cells that are read one after the other. */
export type Part =
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'cells'; readonly cells: readonly Cell[] }

/** Headings that are beside each other, each over its columns. */
export interface Heads {
  readonly columns: number
  readonly over: readonly { readonly cell: Cell; readonly from: number; readonly to: number }[]
}

/**
 * A table of one column arranges lines. Where headings of measures or sections are in a table, it is cut at the rows that hold them:
 * beside each other (ICTやデータの活用｜こう変える) each heads the columns below it, alone it heads what is beside it and below.
 */
export function tableParts(table: Table): Part[] {
  if (table.columns <= 1) return [{ kind: 'cells', cells: sorted(table.cells) }]
  const rows = headRows(table)
  if (rows.length === 0) return [{ kind: 'table', table }]
  return [...stretch(table, 0, rows[0] as number), ...partsFrom(table, rows)]
}

const partsFrom = (table: Table, rows: readonly number[]): Part[] =>
  rows.flatMap((row, index) => headedPart(table, row, rows[index + 1] ?? table.rows))

const sorted = (cells: readonly Cell[]): Cell[] => [...cells].sort((a, b) => a.row - b.row || a.column - b.column)

const headRows = ({ cells }: Table): number[] =>
  [...new Set(cells.filter(cell => isHeadCell(cell) || isMeasureCell(cell)).map(cell => cell.row))].sort(
    (a, b) => a - b,
  )

const firstLine = ({ blocks }: Cell): Line | undefined => linesOf(blocks)[0]

function isHeadCell(cell: Cell): boolean {
  const line = firstLine(cell)
  return line !== undefined && splitHeading(line).some(part => sectionAt(part.on) !== undefined)
}

function isMeasureCell(cell: Cell): boolean {
  const line = firstLine(cell)
  return line !== undefined && measureAt(line.on) !== undefined
}

function headedPart(table: Table, row: number, end: number): Part[] {
  const inRow = sorted(table.cells).filter(cell => cell.row === row)
  if (inRow.some(isMeasureCell)) return [{ kind: 'cells', cells: inRow }, ...asLines(table, row + 1, end)]
  const heads = headsIn(table, row)
  if (heads.over.length >= 2) {
    const below = columnsBelow(table, heads, row + 1, end)
    return heads.over.flatMap(({ cell }, index) => [{ kind: 'cells', cells: [cell] } as const, ...(below[index] ?? [])])
  }
  const head = heads.over[0]?.cell
  if (!head || !isBesideContent(table, head, end))
    return [{ kind: 'cells', cells: inRow }, ...stretch(table, row + 1, end)]
  return [{ kind: 'cells', cells: [head] }, ...region(table, row, end, head.column + head.columnSpan, table.columns)]
}

/** Whether a heading is left of all that it heads, and nothing below it. */
function isBesideContent({ cells }: Table, head: Cell, end: number): boolean {
  const right = head.column + head.columnSpan
  const filled = cells.filter(cell => cell !== head && cell.row >= head.row && cell.row < end && firstLine(cell))
  return filled.some(cell => cell.row === head.row) && filled.every(cell => cell.column >= right)
}

/** The headings of a row; the first one has the columns before it too. */
function headsIn(table: Table, row: number): Heads {
  const cells = sorted(table.cells).filter(cell => cell.row === row && isHeadCell(cell))
  return {
    columns: table.columns,
    over: cells.map((cell, index) => ({
      cell,
      from: index === 0 ? 0 : cell.column,
      to: cells[index + 1]?.column ?? table.columns,
    })),
  }
}

/** What some rows hold below each of the headings. */
const columnsBelow = (table: Table, { over }: Heads, from: number, end: number): Part[][] =>
  over.map(({ from: left, to }) => region(table, from, end, left, to))

/** Cells of some rows and columns: one below the other where they are one column, else a table. */
function region(table: Table, from: number, end: number, left: number, right: number): Part[] {
  const inside = sorted(table.cells).filter(
    ({ row, column }) => row >= from && row < end && column >= left && column < right,
  )
  if (inside.length === 0) return []
  const isColumn = new Set(inside.map(cell => cell.column)).size === 1
  if (isColumn) return [{ kind: 'cells', cells: inside }]
  const first = Math.min(...inside.map(cell => cell.column))
  const cells = inside.map(cell => ({ ...cell, row: cell.row - from, column: cell.column - first }))
  return [{ kind: 'table', table: { ...table, rows: end - from, columns: right - first, cells } }]
}

/** Some rows as a table of their own. */
function stretch(table: Table, from: number, to: number): Part[] {
  const inside = sorted(table.cells).filter(cell => cell.row >= from && cell.row < to)
  if (inside.length === 0) return []
  const moved = inside.map(cell => ({ ...cell, row: cell.row - from }))
  return [{ kind: 'table', table: { ...table, rows: to - from, cells: moved } }]
}

/** Some rows as lines where each is one cell: the sentence below the heading of a measure. */
function asLines(table: Table, from: number, to: number): Part[] {
  const inside = sorted(table.cells).filter(cell => cell.row >= from && cell.row < to)
  const isList = new Set(inside.map(cell => cell.row)).size === inside.length
  return isList && inside.length > 0 ? [{ kind: 'cells', cells: inside }] : stretch(table, from, to)
}

/** The headings beside each other under which a table ends, where it does so under some. */
export function lastHeads(table: Table): Heads | undefined {
  const row = headRows(table).at(-1)
  const heads = row === undefined ? undefined : headsIn(table, row)
  return heads && heads.over.length >= 2 ? heads : undefined
}

/** A table that goes on below headings of the page before: what belongs to each of them, and the parts from its own first heading on. */
export function continuedParts(table: Table, heads: Heads): { below: Part[][]; rest: Part[] } | undefined {
  const rows = headRows(table)
  const end = rows[0] ?? table.rows
  if (table.columns !== heads.columns || end === 0) return undefined
  return { below: columnsBelow(table, heads, 0, end), rest: partsFrom(table, rows) }
}
