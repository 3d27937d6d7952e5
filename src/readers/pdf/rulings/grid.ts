import { firstWhere } from '../../../document/search.ts'
import { overlap } from '../geometry.ts'
import { refuseAbove } from '../limits.ts'
import { once } from '../once.ts'
import { PlaceIndex, widened } from '../place-index.ts'
import { type Lattice, reach } from './intersections.ts'
import { type Ruling, rectOf } from './ruling.ts'

/** Every place where a lattice has a line, and the walls between the fields that these make. */
export interface Grid {
  /** Left to right and top to bottom; there is one field fewer than lines each way. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Whether a line is drawn along `xs[line]` beside field row `row`, or along `ys[line]` at field column `column`. */
  wallAlongX(line: number, row: number): boolean
  wallAlongY(line: number, column: number): boolean
  /** Whether the wall is dashed. */
  readonly dashed: boolean
}

/** A place between neighbouring lines of a grid. */
export interface Field {
  readonly row: number
  readonly column: number
}

/** The lines of a grid between which something lies. */
export interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The share of a field's side that must be drawn. */
const drawn = 0.6
/** Ends this near a line overshoot it: no border is left out where there is room for no text. */
const overshoot = 7

/** The grid of a lattice: its places, and where walls are drawn between them. */
export function gridOf({ horizontal, vertical }: Lattice): Grid {
  const xs = places(vertical, horizontal)
  const ys = places(horizontal, vertical)
  refuseAbove('fields between lines', (xs.length - 1) * (ys.length - 1))
  const besideRow = walls(vertical, xs, ys)
  const atColumn = walls(horizontal, ys, xs)
  return {
    xs,
    ys,
    wallAlongX: (line, row) => besideRow[line * (ys.length - 1) + row] === 1,
    wallAlongY: (line, column) => atColumn[line * (xs.length - 1) + column] === 1,
    dashed: [...horizontal, ...vertical].every(ruling => ruling.dashed),
  }
}

/** Where lines run, and where those across end without one: there an outer border is left out. */
function places(along: readonly Ruling[], across: readonly Ruling[]): number[] {
  const drawn = [...new Set(along.map(ruling => ruling.at))].sort((a, b) => a - b)
  const found = [...drawn]
  const rowLines = once(() => new PlaceIndex(along, rectOf))
  const ends = across.flatMap(ruling => [ruling.from, ruling.to].map(at => ({ at, ruling })))
  ends.sort((a, b) => a.at - b.at)
  for (let from = 0; from < ends.length; ) {
    const start = (ends[from] as End).at
    let to = from
    while (to < ends.length && (ends[to] as End).at - start <= reach) to += 1
    const place = (start + (ends[to - 1] as End).at) / 2
    const showsBorder = to - from > 1 || isRowLine((ends[from] as End).ruling, rowLines())
    // The ends go up: of the places found among them the last is the nearest.
    const isApart = [...besides(drawn, place), ...found.slice(-1)].every(other => Math.abs(other - place) > overshoot)
    if (showsBorder && isApart) found.push(place)
    from = to
  }
  return found.sort((a, b) => a - b)
}

interface End {
  readonly at: number
  readonly ruling: Ruling
}

/** The end of one line alone shows a border where it meets two or more on its way, as the only line between two rows does. */
function isRowLine(ruling: Ruling, along: PlaceIndex<Ruling>): boolean {
  const { at, from, to } = ruling
  let met = 0
  return along.some(widened(rectOf(ruling), reach * 2), line => {
    if (line.at >= from - reach && line.at <= to + reach && line.from <= at + reach && line.to >= at - reach) met += 1
    return met > 1
  })
}

/** The neighbours of a place among some in order. */
function besides(places: readonly number[], place: number): number[] {
  const next = firstWhere(places, other => other >= place)
  return places.slice(Math.max(0, next - 1), next + 1)
}

/** For each line place and each stretch between two places across: 1 where a ruling is drawn there. */
function walls(rulings: readonly Ruling[], along: readonly number[], across: readonly number[]): Uint8Array {
  const stretches = across.length - 1
  const found = new Float32Array(Math.max(0, along.length * stretches))
  const lineOf = new Map(along.map((place, index) => [place, index]))
  for (const ruling of rulings) {
    const line = lineOf.get(ruling.at) as number
    const first = firstWhere(across, place => place > ruling.from) - 1
    for (let index = Math.max(0, first); index < stretches; index += 1) {
      const from = across[index] as number
      const to = across[index + 1] as number
      if (to <= ruling.from) continue
      if (from >= ruling.to) break
      const at = line * stretches + index
      found[at] = (found[at] as number) + overlap(ruling.from, ruling.to, from, to) / (to - from)
    }
  }
  return Uint8Array.from(found, share => (share >= drawn ? 1 : 0))
}
