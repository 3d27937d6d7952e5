import { groupBy } from '../../../document/group-by.ts'
import type { Rect } from '../../../document/model.ts'
import { median } from '../../../document/prose/widths.ts'
import type { Char } from '../engine/engine.ts'
import type { Ruling } from '../rulings/ruling.ts'
import type { PageRulings } from '../rulings/rulings.ts'
import { type RuledTable, tablesOf } from '../rulings/tables.ts'

/** In points: ends of lines are at one place, or lines at one height. */
const alike = 1.2
/** More are a drawing. */
const mostPieces = 3000
/** In points: a shorter line is a dash or a mark. */
const shortest = 8
/** Fewer cells show no table. */
const leastCells = 6
/** In ems: what is printed with less room than this at an edge goes over it. */
const crossing = 0.5
/** In ems: less room than this is a space in a name, where other cells go over the same edge. */
const widestSpace = 1.2

/**
 * Tables without lines down whose lines across are drawn cell by cell: what two pieces of a line, one above the other, have between
 * them is a cell. Where every line has a piece for each column, cells go over columns: then what is printed parts them.
 */
export function jointedTablesOf(
  { pieces, horizontal, vertical, fills }: PageRulings,
  chars: readonly Char[],
): RuledTable[] {
  if (pieces.length > mostPieces) return []
  const own = unlike(pieces.filter(piece => piece.to - piece.from >= shortest && !vertical.some(touches(piece))))
  const cells = cellsBetween(own, horizontal)
  if (cells.length < leastCells) return []
  const printed = chars.filter(({ text, angle }) => text.trim() !== '' && angle === 0)
  const isGround = (x: number, [, top, , bottom]: Rect): boolean =>
    fills.some(({ rect }) => [rect[0], rect[2]].some(isAt(x)) && rect[1] < bottom - alike && rect[3] > top + alike)
  const whole = isDrawnByColumn(own) ? joinedCells(cells, printed, isGround) : cells
  const sides = whole.flatMap(([x0, y0, x1, y1]): Ruling[] =>
    [x0, x1].map(at => ({ axis: 'vertical', at, from: y0, to: y1, dashed: false })),
  )
  return tablesOf({ horizontal, vertical: unlike(sides), fills: [] }).filter(table => table.cells.length > 1)
}

const isAt =
  (x: number) =>
  (other: number): boolean =>
    Math.abs(x - other) < alike

const touches =
  ({ at, from, to }: Ruling) =>
  (line: Ruling): boolean =>
    line.at > from - alike && line.at < to + alike && line.from < at + alike && line.to > at - alike

const isSame = (a: Ruling, b: Ruling): boolean => isAt(a.at)(b.at) && isAt(a.from)(b.from) && isAt(a.to)(b.to)

/** Each line once. */
function unlike(lines: readonly Ruling[]): Ruling[] {
  const kept: Ruling[] = []
  for (const line of [...lines].sort((a, b) => a.at - b.at)) {
    const from = kept.findLastIndex(each => line.at - each.at >= alike) + 1
    if (!kept.slice(from).some(each => isSame(each, line))) kept.push(line)
  }
  return kept
}

/** Where the next line below a piece has one just as long at the same place. */
function cellsBetween(pieces: readonly Ruling[], rules: readonly Ruling[]): Rect[] {
  const lower = [...rules].sort((a, b) => a.at - b.at)
  return pieces.flatMap((piece): Rect[] => {
    const next = lower.find(
      ({ at, from, to }) => at > piece.at + alike && Math.min(to, piece.to) - Math.max(from, piece.from) > alike,
    )
    const below = next && pieces.find(each => isSame(each, { ...piece, at: next.at }))
    return below ? [[piece.from, piece.at, piece.to, below.at]] : []
  })
}

/** The least share of the pairs of lines that share joints where lines are drawn column by column: tables of other columns come between. */
const mostLines = 0.8

/** One line after the other, the joints of the one are among those of the other. */
function isDrawnByColumn(pieces: readonly Ruling[]): boolean {
  const lines = [...groupBy(pieces, ({ at }) => Math.round(at)).values()]
  const joints = lines.map(line => line.map(({ from }) => from)).filter(line => line.length > 2)
  const pairs = joints.slice(1).map((line, index) => {
    const above = joints[index] as readonly number[]
    const [few, many] = line.length < above.length ? [line, above] : [above, line]
    return few.every(x => many.some(isAt(x)))
  })
  return pairs.filter(isAmong => isAmong).length >= pairs.length * mostLines
}

/** Cells side by side between the same two lines, joined where what is printed goes over their edge, or may have a space there. */
function joinedCells(
  cells: readonly Rect[],
  chars: readonly Char[],
  isGround: (x: number, cell: Rect) => boolean,
): Rect[] {
  const bands = [...groupBy(cells, ([, top, , bottom]) => `${Math.round(top)} ${Math.round(bottom)}`).values()].map(
    band => [...band].sort((a, b) => a[0] - b[0]),
  )
  const crossed = bands.flatMap(band =>
    besideOthers(band).filter(cell => linesAt(cell, chars).some(({ room }) => room < crossing)),
  )
  const isCrossed = (cell: Rect): boolean => {
    if (crossed.includes(cell)) return true
    const isCrossedElsewhere = crossed.some(([x]) => isAt(x)(cell[0]))
    const lines = linesAt(cell, chars)
    return isCrossedElsewhere && lines.length === 1 && lines.every(({ room }) => room < widestSpace)
  }
  return bands.flatMap(band => joinedBand(band, cell => !isGround(cell[0], cell) && isCrossed(cell)))
}

/** Those of a band whose left edge is the right edge of another. */
const besideOthers = (band: readonly Rect[]): Rect[] =>
  band.filter((cell, index) => index > 0 && isAt((band[index - 1] as Rect)[2])(cell[0]))

function joinedBand(band: readonly Rect[], isOne: (cell: Rect) => boolean): Rect[] {
  const beside = new Set(besideOthers(band))
  const joined: Rect[] = []
  for (const cell of band) {
    const last = joined.at(-1)
    if (last && beside.has(cell) && isOne(cell)) joined[joined.length - 1] = [last[0], last[1], cell[2], last[3]]
    else joined.push(cell)
  }
  return joined
}

/** The lines of print between the two lines of a cell, with the room in ems that each leaves at the cell's left edge. */
function linesAt([x, top, , bottom]: Rect, chars: readonly Char[]): { readonly room: number }[] {
  const inside = chars.filter(({ bbox }) => bbox[1] + bbox[3] > top * 2 && bbox[1] + bbox[3] < bottom * 2)
  const em = median(inside.map(char => char.em))
  return [...groupBy(inside, ({ origin }) => Math.round(origin[1])).values()].map(line => {
    const middle = ({ bbox }: Char) => (bbox[0] + bbox[2]) / 2
    const left = Math.max(...line.filter(char => middle(char) < x).map(({ bbox }) => bbox[2]))
    const right = Math.min(...line.filter(char => middle(char) >= x).map(({ bbox }) => bbox[0]))
    return { room: (right - left) / em }
  })
}
