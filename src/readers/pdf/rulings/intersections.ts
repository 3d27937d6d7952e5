import type { Point } from '../engine/engine.ts'
import { bandsOf } from './merged.ts'
import type { Ruling } from './ruling.ts'
import type { Rulings } from './rulings.ts'

/** Rulings that hang together by crossing or touching, and the points where they do. */
export interface Lattice {
  readonly horizontal: readonly Ruling[]
  readonly vertical: readonly Ruling[]
  readonly points: readonly Point[]
}

/** How far a line may end before the one it meets. */
export const reach = 3

/** The connected groups of a page's rulings; a line that meets no other frames nothing. */
export function latticesOf({ horizontal, vertical }: Rulings): Lattice[] {
  const parent = new Map<Ruling, Ruling>()
  const meetings: { h: Ruling; v: Ruling }[] = []
  for (const h of horizontal)
    for (const v of vertical)
      if (meet(h, v)) {
        meetings.push({ h, v })
        parent.set(rootOf(parent, h), rootOf(parent, v))
      }
  const groups = new Map<Ruling, { h: Ruling; v: Ruling }[]>()
  for (const meeting of meetings) {
    const root = rootOf(parent, meeting.h)
    const group = groups.get(root)
    if (group) group.push(meeting)
    else groups.set(root, [meeting])
  }
  return [...groups.values()].map(latticeOf)
}

const meet = (h: Ruling, v: Ruling): boolean =>
  v.at >= h.from - reach && v.at <= h.to + reach && h.at >= v.from - reach && h.at <= v.to + reach

function rootOf(parent: Map<Ruling, Ruling>, ruling: Ruling): Ruling {
  let root = ruling
  for (let next = parent.get(root); next && next !== root; next = parent.get(root)) root = next
  return root
}

function latticeOf(meetings: readonly { h: Ruling; v: Ruling }[]): Lattice {
  const horizontal = aligned(meetings.map(meeting => meeting.h))
  const vertical = aligned(meetings.map(meeting => meeting.v))
  const placeOf = (places: ReadonlyMap<Ruling, Ruling>, ruling: Ruling) => (places.get(ruling) as Ruling).at
  return {
    horizontal: [...horizontal.values()],
    vertical: [...vertical.values()],
    points: meetings.map(({ h, v }) => [placeOf(vertical, v), placeOf(horizontal, h)]),
  }
}

/** How far apart the pieces of one line of a table may stand where another cell lies between them. */
const sameLine = 1.5

/** The rulings of one table, with those of one row or column line brought to one place. */
function aligned(rulings: readonly Ruling[]): Map<Ruling, Ruling> {
  const distinct = [...new Set(rulings)].sort((a, b) => a.at - b.at)
  return new Map(
    bandsOf(distinct, sameLine)
      .flat()
      .map((ruling, index) => [distinct[index] as Ruling, ruling]),
  )
}
