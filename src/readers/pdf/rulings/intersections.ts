import { groupBy } from '../../../document/group-by.ts'
import { Groups } from '../groups.ts'
import { refuseAbove } from '../limits.ts'
import { PlaceIndex, widened } from '../place-index.ts'
import { bandsOf } from './merged.ts'
import { type Ruling, rectOf } from './ruling.ts'
import type { Rulings } from './rulings.ts'

/** Rulings that hang together by crossing or touching. */
export interface Lattice {
  readonly horizontal: readonly Ruling[]
  readonly vertical: readonly Ruling[]
}

/** How far a line may end before the one it meets. */
export const reach = 3

/** The connected groups of a page's rulings; a line that meets no other frames nothing. */
export function latticesOf({ horizontal, vertical }: Rulings): Lattice[] {
  const all = [...horizontal, ...vertical]
  const groups = new Groups(all.length)
  const met = new Set<number>()
  for (const [h, across] of meetings(horizontal, vertical))
    for (const v of across) {
      met.add(h).add(horizontal.length + v)
      groups.join(h, horizontal.length + v)
    }
  const lattices = groupBy(met, number => groups.of(number)).values()
  return [...lattices].map(members => latticeOf(members.map(number => all[number] as Ruling)))
}

/** For each horizontal ruling, by its number, the numbers of the vertical ones that it meets. */
function* meetings(
  horizontal: readonly Ruling[],
  vertical: readonly Ruling[],
): Generator<[h: number, across: number[]]> {
  const index = new PlaceIndex(vertical.keys(), number => rectOf(vertical[number] as Ruling))
  let crossings = 0
  for (const [number, h] of horizontal.entries()) {
    const near = index.meeting(widened(rectOf(h), reach * 2))
    const across = near.filter(v => meet(h, vertical[v] as Ruling))
    crossings += across.length
    refuseAbove('crossings of lines', crossings)
    yield [number, across]
  }
}

const meet = (h: Ruling, v: Ruling): boolean =>
  v.at >= h.from - reach && v.at <= h.to + reach && h.at >= v.from - reach && h.at <= v.to + reach

const latticeOf = (rulings: readonly Ruling[]): Lattice => ({
  horizontal: aligned(rulings.filter(({ axis }) => axis === 'horizontal')),
  vertical: aligned(rulings.filter(({ axis }) => axis === 'vertical')),
})

/** How far apart the pieces of one line of a table may be where another cell lies between them. */
const sameLine = 1.5

/** The rulings of one table, with those of one row or column line brought to one place. */
const aligned = (rulings: readonly Ruling[]): Ruling[] => bandsOf(rulings, sameLine).flat()
