import { type Area, bottomOf, draw, type Flow, turnPage } from './flow.ts'
import { boxesAt, linesAt } from './items.ts'
import type { Cell, Table } from './model.ts'
import { type Line, linesOf } from './wrap.ts'

/** A cell with its place in the grid and the lines that are not yet printed. */
interface Placed {
  readonly cell: Cell
  readonly first: number
  readonly last: number
  readonly x: number
  readonly width: number
  left: Line[]
  isBegun: boolean
}

/** Puts a table row by row; a row that does not fit is cut, or goes to the next page below the heads. */
export function placeTable(flow: Flow, table: Table, area: Area): void {
  const cells = placedCells(flow, table, area)
  const heads = (): void => {
    for (let row = 0; row < table.heads; row += 1) placeRow(flow, table, placedCells(flow, table, area), row, () => {})
  }
  for (let row = 0; row < table.rows.length; row += 1)
    placeRow(flow, table, cells, row, row < table.heads ? () => {} : heads)
}

function placedCells(flow: Flow, table: Table, { x, width }: Area): Placed[] {
  const { size, leading } = flow.paper
  const total = table.widths.reduce((sum, part) => sum + part, 0)
  const edges = [x]
  for (const part of table.widths) edges.push((edges.at(-1) as number) + (part / total) * width)
  const taken = new Set<string>()
  return table.rows.flatMap((cells, row) => {
    let column = 0
    return cells.map(cell => {
      while (taken.has(`${row},${column}`)) column += 1
      const [columns, rows] = [cell.columns ?? 1, cell.rows ?? 1]
      for (let r = row; r < row + rows; r += 1)
        for (let c = column; c < column + columns; c += 1) taken.add(`${r},${c}`)
      const left = edges[column] as number
      const own = (edges[column + columns] as number) - left
      const lines = cell.content.flatMap(paragraph => linesOf(paragraph, own - 2 * padding(size), size, leading))
      column += columns
      return { cell, first: row, last: row + rows - 1, x: left, width: own, left: lines, isBegun: false }
    })
  })
}

const padding = (size: number): number => size * 0.35

const heightOf = (lines: readonly Line[]): number => lines.reduce((sum, { height }) => sum + height, 0)

function placeRow(flow: Flow, table: Table, cells: readonly Placed[], row: number, repeatHeads: () => void): void {
  const own = cells.filter(({ first, last }) => first <= row && row <= last)
  const pad = padding(flow.paper.size)
  const needed = () =>
    Math.max(flow.paper.size * 1.2, ...own.filter(({ last }) => last === row).map(({ left }) => heightOf(left))) +
    2 * pad
  let isFirst = true
  while (flow.y + needed() > bottomOf(flow)) {
    const isAtTop = flow.y < flow.paper.margin + flow.paper.size * 8
    const room = bottomOf(flow) - flow.y
    if ((table.cuts && room > flow.paper.size * 4) || isAtTop) {
      placePart(flow, table, own, row, room, isFirst, false)
      isFirst = false
    }
    turnPage(flow)
    repeatHeads()
  }
  placePart(flow, table, own, row, needed(), isFirst, true)
}

/** As many lines of each cell as the height holds, and the rules around them. */
function placePart(
  flow: Flow,
  table: Table,
  cells: readonly Placed[],
  row: number,
  height: number,
  isFirst: boolean,
  isLast: boolean,
): void {
  const pad = padding(flow.paper.size)
  for (const placed of cells) {
    const lines = fitting(placed.left, height - 2 * pad)
    const ends = isLast && placed.last === row
    const free = placed.cell.middle && ends && !placed.isBegun ? (height - 2 * pad - heightOf(lines)) / 2 : 0
    const [top, bottom] = [flow.y, flow.y + height]
    if (placed.cell.ground)
      draw(flow, { kind: 'fill', x: placed.x, y: top, width: placed.width, height, colour: placed.cell.ground })
    draw(flow, ...linesAt(lines, placed.x + pad, top + pad + free))
    draw(flow, ...boxesAt(lines, placed.x + pad, top + pad + free, placed.width - 2 * pad))
    placed.left = placed.left.slice(lines.length)
    const right = placed.x + placed.width
    const sides = table.rules === 'all' ? [placed.x, right] : []
    for (const x of sides) draw(flow, { kind: 'line', from: [x, top], to: [x, bottom] })
    const begins = !placed.isBegun && isFirst
    if (begins || !isFirst) draw(flow, { kind: 'line', from: [placed.x, top], to: [right, top] })
    if (ends || !isLast) draw(flow, { kind: 'line', from: [placed.x, bottom], to: [right, bottom] })
    placed.isBegun = true
  }
  flow.y += height
}

function fitting(lines: readonly Line[], height: number): Line[] {
  let used = 0
  const count = lines.findIndex(line => {
    used += line.height
    return used > height + 0.01
  })
  return lines.slice(0, count === -1 ? undefined : count)
}
