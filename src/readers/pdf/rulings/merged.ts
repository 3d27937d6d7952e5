import { groupBy } from '../../../document/group-by.ts'
import { Groups } from '../groups.ts'
import type { Ruling } from './ruling.ts'

/** Lines that lie along each other this near are one, as the two of a double line are. */
export const snap = 2.5
/** Pieces this near were drawn as one line: dots, dashes, the edges of one cell after the other. */
const collinear = 0.3
/** Pieces of one line may lie this far apart; dots and dashes further, up to `dash`. */
const join = 3
const dash = 8
/** What is shorter is no ruling but a mark, an underline's dot, a corner. */
export const shortest = 6

/**
 * Pieces of one direction as rulings: those end to end become one; then those that lie along one another. What does not touch stays
 * where it is, so that tables side by side keep their own edges.
 */
export function merged(pieces: readonly Ruling[]): Ruling[] {
  const lines = bandsOf(pieces, collinear).flatMap(joined)
  return touching(lines)
    .flatMap(group => bandsOf(group, snap))
    .flatMap(joined)
    .filter(ruling => ruling.to - ruling.from >= shortest)
}

/** Groups of nearly the same place, none wider than `width`, each moved to where its long lines are. */
export function bandsOf(pieces: readonly Ruling[], width: number): Ruling[][] {
  const groups: Ruling[][] = []
  for (const piece of [...pieces].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1)
    if (group && piece.at - (group[0] as Ruling).at <= width) group.push(piece)
    else groups.push([piece])
  }
  return groups.map(group => {
    const at = meanPlace(group)
    return group.map(({ axis, from, to, dashed }) => ({ axis, at, from, to, dashed }))
  })
}

/** Dots weigh next to nothing. */
function meanPlace(group: readonly Ruling[]): number {
  let [whole, sum] = [0, 0]
  for (const { at, from, to } of group) {
    const weight = (to - from) ** 2
    whole += weight
    sum += at * weight
  }
  return whole === 0 ? (group[0] as Ruling).at : sum / whole
}

function joined(group: readonly Ruling[]): Ruling[] {
  const rulings: Ruling[] = []
  let last: Ruling | undefined
  for (const piece of [...group].sort((a, b) => a.from - b.from)) {
    if (last && continues(last, piece)) {
      const { axis, at, from, to } = last
      last = { axis, at, from, to: Math.max(to, piece.to), dashed: isDashed(last, piece) }
    } else {
      if (last) rulings.push(last)
      last = piece
    }
  }
  if (last) rulings.push(last)
  return rulings
}

/** Dots and dashes are apart by no more than about their own length. */
function continues(last: Ruling, piece: Ruling): boolean {
  const gap = piece.from - last.to
  if (gap <= join) return true
  const length = piece.to - piece.from
  return length <= dash && gap <= Math.min(dash, Math.max(join, length * 2))
}

const isDashed = (last: Ruling, piece: Ruling): boolean =>
  last.dashed || piece.dashed || (piece.from - last.to > 0.5 && piece.to - piece.from <= dash)

/**
 * Lines that lie along one another or meet end to end, directly or through others. Those of one place are kept apart from one another, so
 * that of two places near each other they are gone through side by side.
 */
function touching(lines: readonly Ruling[]): Ruling[][] {
  const sorted = [...lines].sort((a, b) => a.at - b.at)
  const groups = new Groups(sorted.length)
  const bands = [...groupBy(sorted.keys(), index => (sorted[index] as Ruling).at)]
  for (const [at, [place, band]] of bands.entries())
    for (let next = at; next < bands.length; next += 1) {
      const [other, beside] = bands[next] as (typeof bands)[number]
      if (other - place > snap) break
      for (const [a, b] of meetingPairs(sorted, band, beside)) groups.join(a, b)
    }
  return [...groupBy(sorted.keys(), index => groups.of(index)).values()].map(group =>
    group.map(index => sorted[index] as Ruling),
  )
}

/** Of two lists of lines, each from one end to the other, the pairs that meet; each line by its number. */
function* meetingPairs(
  lines: readonly Ruling[],
  first: readonly number[],
  second: readonly number[],
): Generator<[number, number]> {
  let start = 0
  for (const a of first) {
    const { from, to } = lines[a] as Ruling
    while (start < second.length && from - (lines[second[start] as number] as Ruling).to > join) start += 1
    for (let at = start; at < second.length; at += 1) {
      const b = second[at] as number
      if ((lines[b] as Ruling).from - to > join) break
      yield [a, b]
    }
  }
}
