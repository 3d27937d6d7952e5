import type { Line } from '../../../document/model.ts'
import { fold, match, type Printed, textOf } from '../../../document/printed.ts'
import type { GridRow } from '../../../document/table/grid.ts'
import { filled, type Grid } from '../../../document/table/grid.ts'
import type { Band, Columns } from '../../../document/table/heads.ts'
import type { Piece as PieceOf, TableForm } from '../../../document/table/pieces.ts'
import { label, mark } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'
import { isPageMark } from '../page/cut.ts'
import type { HeaderRow } from '../page/header-row.ts'
import { isAttachment, titleAt } from '../page/title.ts'
import { leadingCode } from '../text/code.ts'
import { isTiming } from '../text/timing.ts'
import { type ColumnName, columnLike, columnNamed, columns } from '../words/index.ts'

export type Piece = PieceOf<ColumnName>

const order = Object.keys(columns) as ColumnName[]

/** A converter pads the cells of its tables with a space; the indent of a paragraph is wider. */
const padding = 0.6

/** The finding table as a table: how its heads are worded, and what of a row is none of it. */
export const form: TableForm<ColumnName> = {
  order,
  least: 4,
  nameOf: on => columnNamed(textOf(on)),
  likeOf: on => columnLike(textOf(on)),
  isOwn: (on, name) => textOf(on) === name,
  isHeadRow: (names, cells) => names.size >= 3 && names.size * 2 >= cells,
  view: (line: Line) => ({ ...line, on: fold(line.on), indent: line.indent < padding ? 0 : line.indent }),
  withoutHeads,
  isOutside: row => {
    const cells = filled(row)
    return cells.length <= 2 && cells.every(({ lines }) => titleAt(lines) !== undefined || lines.every(isMargin))
  },
}

const isMargin = (line: Line): boolean => isAttachment(line) || isPageMark(line)

/** Without any heads: the columns of the form in its order, where the cells themselves show that they are. */
function withoutHeads(grids: readonly Grid[]): Columns<ColumnName> | undefined {
  const grid = grids.find(({ columns, rows }) => columns === order.length && looksLikeForm(rows))
  const heads = order.map((name, column) => ({ name, cells: [], on: { pieces: [] }, from: column, to: column + 1 }))
  return grid && { count: grid.columns, heads }
}

/** Whether the rows of a table without heads show the form's columns: NO, 局, 所管部, 施策 with its code … and the timing with its letter. */
function looksLikeForm(rows: readonly GridRow[]): boolean {
  const full = rows.filter(row => filled(row).length >= 6)
  return full.length > 0 && full.every(isFormRow)
}

const number = /^\d{1,3}[.．]?$/u

function isFormRow({ cells }: GridRow): boolean {
  const at = (column: number) => cells.find(cell => cell.column === column)
  const timing = at(6)?.lines[0]
  return (
    number.test(at(0)?.word ?? '') && leadingCode.test(at(3)?.word ?? '') && timing !== undefined && isTiming(timing)
  )
}

/** The heads as printed: those that name a column of the form, and the others. */
export function headerRowOf({ columns: { heads } }: Band<ColumnName>): HeaderRow {
  const cells = [...new Set(heads.flatMap(head => head.cells.map(cell => ({ cell, name: head.name }))))]
  const distinct = cells.filter(({ cell }, index) => cells.findIndex(other => other.cell === cell) === index)
  return {
    count: 0,
    heads: distinct.flatMap(({ cell: { on }, name }) => (name && speaksOf(on, name) ? [{ name, on }] : [])),
    others: distinct.flatMap(({ cell: { on }, name }) => (name && speaksOf(on, name) ? [] : [on])),
    alike: distinct.flatMap(({ cell: { on }, name }) =>
      name && speaksOf(on, name) && columnNamed(textOf(on)) === undefined ? [on] : [],
    ),
  }
}

/** Whether a head says its column by its words, and not by its place alone. */
const speaksOf = (on: Printed, name: ColumnName): boolean =>
  (columnNamed(textOf(on)) ?? columnLike(textOf(on))) === name

/** The words of a head, and the note it refers to: 取組の実施時期※１. */
export function headFurniture({ on }: Pick<HeaderRow['heads'][number], 'on'>): Furniture[] {
  const found = match(on, /^(?<words>[^※＊*]*)(?<sign>[※＊*])(?<no>[0-9０-９]*)$/du)
  if (!found) return [label(on)]
  const { words, sign, no } = found.groups
  return [...(words ? [label(words)] : []), ...[sign, no].flatMap(each => (each ? [mark(each)] : []))]
}
