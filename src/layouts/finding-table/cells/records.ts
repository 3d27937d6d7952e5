import type { Line } from '../../../document/model.ts'
import { nothing } from '../../../document/printed.ts'
import { type Cut, cutOf, groupedBy } from '../../../document/table/cut-rows.ts'
import type { GridCell } from '../../../document/table/grid.ts'
import { leadingCode } from '../text/code.ts'
import { lineText } from '../text/lines.ts'
import { timingLetter } from '../text/timing.ts'
import type { ColumnName } from '../words/index.ts'
import type { PartedPiece } from './apart.ts'
import type { Piece } from './form.ts'
import { numberIn } from './number.ts'

/** The rows of the table that one record fills: several where a page break cut it, or a converter. */
export type Group = readonly PartedPiece[]

const noLine = { on: nothing } as Line
const short = ['局', '所管部', '施策', '指摘対象', '取組の実施時期'] as const satisfies readonly ColumnName[]

/** The rows by records: one with a NO begins a record, one without goes on with the record above. */
export const groupsOf = (pieces: readonly PartedPiece[]): Group[] =>
  groupedBy(pieces, begins).filter(group => group.some(isMarked))

const lines = (piece: Piece, name: ColumnName): Line[] => (piece.at.get(name) ?? []).flatMap(cell => cell.lines)
const wordIn = (piece: Piece, name: ColumnName): string => (piece.at.get(name) ?? []).map(cell => cell.word).join('')
const wordOf = (group: Group, name: ColumnName): string =>
  [...new Set(group.flatMap(piece => piece.at.get(name) ?? []))].map(cell => cell.word).join('')

const hasNumber = (piece: Piece): boolean =>
  numberIn(lines(piece, 'NO')) !== undefined || lines(piece, 'NO').some(line => numberIn([line]) !== undefined)
const hasCode = (piece: Piece): boolean => lines(piece, '施策').some(line => leadingCode.test(lineText(line)))
const hasTiming = (piece: Piece): boolean => timingLetter(lines(piece, '取組の実施時期')[0] ?? noLine) !== undefined

/** A NO, or a code and what else only the first row of a record has: without any, there is no record yet. */
const isMarked = (piece: Piece): boolean => hasNumber(piece) || hasCode(piece) || hasTiming(piece)

function begins(piece: Piece, group: Group): boolean {
  if (sharesNumber(piece, group)) return false
  if (!group.some(isMarked)) return isMarked(piece)
  if (hasNumber(piece)) return !(piece.opens && wordIn(piece, 'NO') === wordOf(group, 'NO') && repeats(piece, group))
  const isWhole =
    (hasCode(piece) && !shares(piece, group, '施策')) || (hasTiming(piece) && !shares(piece, group, '取組の実施時期'))
  const had = (hasCode(piece) && group.some(hasCode)) || (hasTiming(piece) && group.some(hasTiming))
  return isWhole && had && !repeats(piece, group)
}

const shares = (piece: Piece, group: Group, name: ColumnName): boolean => {
  const above = group.flatMap(each => each.at.get(name) ?? [])
  return (piece.at.get(name) ?? []).some(cell => cell.word !== '' && above.some(other => isOne(cell, other)))
}

/** A cell that a page break cuts is on both pages with the same lines. */
const isOne = (cell: GridCell, other: GridCell): boolean =>
  cell === other || (cell.lines[0] !== undefined && cell.lines[0].on === other.lines[0]?.on)

const sharesNumber = (piece: Piece, group: Group): boolean => shares(piece, group, 'NO')

/** Whether the short cells of a row are empty or say again what the record above says; its project must not be another. */
const repeats = (piece: Piece, group: Group): boolean =>
  short.every(name => wordIn(piece, name) === '' || wordIn(piece, name) === wordOf(group, name))

/** The lines of one column of a record, in the parts that its rows cut them into. */
export const partsIn = (group: Group, name: ColumnName): Cut =>
  cutOf(group.flatMap(piece => piece.at.get(name) ?? []).map(cell => cell.lines))
