import type { Line } from '../../../document/model.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { leadingCode } from '../text/code.ts'
import { lineText } from '../text/lines.ts'
import { isTiming } from '../text/timing.ts'
import type { ColumnName } from '../words.ts'
import type { GridCell } from './grid.ts'
import type { Piece } from './pieces.ts'

/** The rows of the table that one record fills: several where a page break cut it, or a converter. */
export type Group = readonly Piece[]

const number = /^\d{1,3}[.．]?$/u
const short = ['局', '所管部', '施策', '指摘対象', '取組の実施時期'] as const satisfies readonly ColumnName[]

/** The rows by records: one with a NO begins a record, one without goes on with the record above. */
export function groupsOf(pieces: readonly Piece[]): Group[] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const above = groups.at(-1)
    if (!above) groups.push([piece])
    else if (begins(piece, above)) groups.push([piece])
    else above.push(piece)
  }
  return groups.filter(group => group.some(isMarked))
}

const lines = (piece: Piece, name: ColumnName): Line[] => (piece.cells.get(name) ?? []).flatMap(cell => cell.lines)
const wordIn = (piece: Piece, name: ColumnName): string => (piece.cells.get(name) ?? []).map(cell => cell.word).join('')
const wordOf = (group: Group, name: ColumnName): string =>
  [...new Set(group.flatMap(piece => piece.cells.get(name) ?? []))].map(cell => cell.word).join('')

const hasNumber = (piece: Piece): boolean => lines(piece, 'NO').some(line => number.test(lineText(line)))
const hasCode = (piece: Piece): boolean => lines(piece, '施策').some(line => leadingCode.test(lineText(line)))
const hasTiming = (piece: Piece): boolean => lines(piece, '取組の実施時期').some(isTiming)

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
  const above = group.flatMap(each => each.cells.get(name) ?? [])
  return (piece.cells.get(name) ?? []).some(cell => cell.word !== '' && above.some(other => isOne(cell, other)))
}

/** A cell that a page break cuts stands on both pages with the same lines. */
const isOne = (cell: GridCell, other: GridCell): boolean =>
  cell === other || (cell.lines[0] !== undefined && cell.lines[0].on === other.lines[0]?.on)

const sharesNumber = (piece: Piece, group: Group): boolean => shares(piece, group, 'NO')

/** Whether the short cells of a row are empty or say again what the record above says; its project must not be another. */
const repeats = (piece: Piece, group: Group): boolean =>
  short.every(name => wordIn(piece, name) === '' || wordIn(piece, name) === wordOf(group, name))

/** The lines of one column of a record, in the parts that its rows cut them into; `repeats` are cells that say the same again. */
export function partsIn(group: Group, name: ColumnName): { parts: Line[][]; repeats: Line[][] } {
  const cells = [...new Set(group.flatMap(piece => piece.cells.get(name) ?? []))]
  const parts: Line[][] = []
  const repeats: Line[][] = []
  const pieces = group.map(piece => (piece.cells.get(name) ?? []).filter(cell => firstIn(group, piece, cell, name)))
  for (const row of pieces) {
    const [text, said] = [row.map(cell => cell.word).join(''), compact(parts.flat().map(lineText).join(''))]
    if (text === '') continue
    if (parts.length > 0 && text === said) repeats.push(row.flatMap(cell => cell.lines))
    else parts.push(row.flatMap(cell => cell.lines))
  }
  return { parts: cells.length === 0 ? [] : parts, repeats }
}

/** A cell over several rows is read in the first of them. */
const firstIn = (group: Group, piece: Piece, cell: GridCell, name: ColumnName): boolean =>
  group.find(each => each.cells.get(name)?.includes(cell)) === piece
