import type { Rect } from '../../../document/model.ts'
import { median } from '../../../document/prose/widths.ts'
import type { Char } from '../engine/engine.ts'
import type { Ruling } from '../rulings/ruling.ts'
import type { Rulings } from '../rulings/rulings.ts'
import type { RuledTable, TableCell } from '../rulings/tables.ts'
import { type Band, columnsBetween, type Free, freeBeside, freeInBoth, isWithin } from './free.ts'
import { linesDown, linesUp } from './open-ends.ts'

/** Fewer columns do not show that they are a table's. */
const leastColumns = 4
/** The least share of the columns that a row fills, and of the rows that fill a column. */
const leastFilled = 0.5
/** In points: lines end at one place, or are at one. */
const alike = 3

/**
 * Tables that have lines between their rows alone: what is between two lines is a row, and what all rows leave free parts the
 * columns. A row that the end of the page cuts has no line there.
 */
export function bandedTablesOf({ horizontal, vertical }: Rulings, chars: readonly Char[]): RuledTable[] {
  const printed = chars.filter(({ text, angle }) => text.trim() !== '' && angle === 0)
  return alikeRulings(horizontal)
    .filter(rules => !vertical.some(isAmong(rules)))
    .flatMap(rules => tableOf(rules, printed) ?? [])
}

/** Lines of one length, one below the other. */
function alikeRulings(rulings: readonly Ruling[]): Ruling[][] {
  const groups: Ruling[][] = []
  for (const ruling of [...rulings].sort((a, b) => a.at - b.at)) {
    const group = groups.find(([first]) => first && isAlike(first, ruling))
    if (group) group.push(ruling)
    else groups.push([ruling])
  }
  return groups.filter(group => group.length > 1)
}

const isAlike = (a: Ruling, b: Ruling): boolean => Math.abs(a.from - b.from) < alike && Math.abs(a.to - b.to) < alike

const isAmong =
  (rules: readonly Ruling[]) =>
  ({ at, from, to }: Ruling): boolean => {
    const [first, last] = [rules[0] as Ruling, rules.at(-1) as Ruling]
    return at > first.from - alike && at < first.to + alike && to > first.at && from < last.at
  }

function tableOf(rules: readonly Ruling[], chars: readonly Char[]): RuledTable | undefined {
  const [first] = rules as [Ruling]
  const edges: Free = [first.from, first.to]
  const inside = chars.filter(isWithin(edges))
  const closed = bandsOf(rules, inside)
  const em = median(closed.flatMap(band => band.chars.map(char => char.em)))
  const free = closed
    .map(band => freeBeside(band.chars, edges))
    .reduce((all, each) => freeInBoth(all, each, em), [edges])
  const columns = columnsBetween(free, edges)
  if (columns.length < leastColumns || !closed.every(band => isRow(band, columns))) return undefined
  if (!columns.every(column => closed.filter(fills(column)).length >= closed.length * leastFilled)) return undefined
  const bands = [
    ...linesUp(closed[0] as Band, inside, free, em),
    ...closed,
    ...linesDown(closed.at(-1) as Band, inside, free, em),
  ]
  return drawn(bands, columnsBetween(freeOf(bands, free, edges, em), edges))
}

const freeOf = (bands: readonly Band[], free: readonly Free[], edges: Free, em: number): Free[] =>
  bands.filter(band => band.open).reduce((all, band) => freeInBoth(all, freeBeside(band.chars, edges), em), [...free])

/** What is between each line and the next, without what is empty. */
const bandsOf = (rules: readonly Ruling[], chars: readonly Char[]): Band[] =>
  rules
    .slice(1)
    .map((rule, index): Band => {
      const [top, bottom] = [(rules[index] as Ruling).at, rule.at]
      return {
        top,
        bottom,
        chars: chars.filter(({ bbox }) => bbox[1] + bbox[3] > top * 2 && bbox[1] + bbox[3] < bottom * 2),
      }
    })
    .filter(band => band.chars.length > 0)

const fills =
  (column: Free) =>
  (band: Band): boolean =>
    band.chars.some(isWithin(column))

/** It fills half of the columns, and is not many rows without lines between: then every line of it would fill every column. */
function isRow(band: Band, columns: readonly Free[]): boolean {
  const filled = columns.filter(column => fills(column)(band))
  const heights = new Set(band.chars.map(({ origin }) => Math.round(origin[1])))
  const isWhole = (height: number) => {
    const line = band.chars.filter(({ origin }) => Math.round(origin[1]) === height)
    return columns.every(column => line.some(isWithin(column)))
  }
  return filled.length >= columns.length * leastFilled && (heights.size < 2 || ![...heights].every(isWhole))
}

function drawn(bands: readonly Band[], columns: readonly Free[]): RuledTable {
  const cells = bands.flatMap(({ top, bottom, open }, row) =>
    columns.map(([x0, x1], column): TableCell => {
      const sides = { left: false, right: false, top: open === 'top', bottom: open === 'bottom' }
      return { row, column, rowSpan: 1, columnSpan: 1, rect: [x0, top, x1, bottom], open: sides }
    }),
  )
  const [first, last] = [cells[0], cells.at(-1)] as [TableCell, TableCell]
  const rect: Rect = [first.rect[0], first.rect[1], last.rect[2], last.rect[3]]
  return { found: 'alignment', rect, rows: bands.length, columns: columns.length, dashed: false, cells }
}
