import { median } from '../../../document/prose/widths.ts'
import type { Char } from '../engine/engine.ts'

/** What is between two lines across, or between one and the end of the page, where no line closes it. */
export interface Band {
  readonly top: number
  readonly bottom: number
  readonly chars: readonly Char[]
  readonly open?: 'top' | 'bottom'
}

/** An empty horizontal stretch. */
export type Free = readonly [from: number, to: number]

/** In ems: the least room that parts two columns over all rows of a table. */
const leastRoom = 0.5

/** Between two edges: the stretches that some characters leave free. */
export function freeBeside(chars: readonly Char[], [left, right]: Free): Free[] {
  const free: Free[] = []
  let reached = left
  for (const { bbox } of [...chars].sort((a, b) => a.bbox[0] - b.bbox[0])) {
    if (bbox[0] > reached) free.push([reached, bbox[0]])
    reached = Math.max(reached, bbox[2])
  }
  if (right > reached) free.push([reached, right])
  const least = leastRoom * median(chars.map(char => char.em))
  return free.filter(([from, to]) => to - from >= least)
}

/** What two rows both leave free, so wide that it parts columns. */
export function freeInBoth(some: readonly Free[], more: readonly Free[], em: number): Free[] {
  const shared = some.flatMap(([a, b]) => more.map(([c, d]): Free => [Math.max(a, c), Math.min(b, d)]))
  return shared.filter(([from, to]) => to - from >= leastRoom * em)
}

/** The columns between the stretches that all rows leave free; those at the edges part nothing. */
export function columnsBetween(free: readonly Free[], [left, right]: Free): Free[] {
  const inner = free.filter(([from, to]) => from > left && to < right).map(([from, to]) => (from + to) / 2)
  const borders = [left, ...inner, right]
  return borders.slice(1).map((to, index): Free => [borders[index] as number, to])
}

export const isWithin =
  ([from, to]: Free) =>
  ({ bbox }: Char): boolean =>
    bbox[0] + bbox[2] >= from * 2 && bbox[0] + bbox[2] < to * 2
