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

/** Groups of nearly the same place, none wider than `width`, each put where its long lines stand. */
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
  return last ? [...rulings, last] : rulings
}

/** Dots and dashes stand apart by no more than about their own length. */
function continues(last: Ruling, piece: Ruling): boolean {
  const gap = piece.from - last.to
  if (gap <= join) return true
  const length = piece.to - piece.from
  return length <= dash && gap <= Math.min(dash, Math.max(join, length * 2))
}

const isDashed = (last: Ruling, piece: Ruling): boolean =>
  last.dashed || piece.dashed || (piece.from - last.to > 0.5 && piece.to - piece.from <= dash)

/** Lines that lie along one another or meet end to end, directly or through others. */
function touching(lines: readonly Ruling[]): Ruling[][] {
  const sorted = [...lines].sort((a, b) => a.at - b.at)
  const group = sorted.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (group[root] !== root) root = group[root] as number
    return root
  }
  for (let index = 0; index < sorted.length; index += 1)
    for (let next = index + 1; next < sorted.length; next += 1) {
      const [a, b] = [sorted[index], sorted[next]] as [Ruling, Ruling]
      if (b.at - a.at > snap) break
      if (b.from - a.to <= join && a.from - b.to <= join) group[rootOf(next)] = rootOf(index)
    }
  return collected(sorted, rootOf)
}

function collected(lines: readonly Ruling[], rootOf: (index: number) => number): Ruling[][] {
  const groups = new Map<number, Ruling[]>()
  lines.forEach((line, index) => {
    const root = rootOf(index)
    const group = groups.get(root)
    if (group) group.push(line)
    else groups.set(root, [line])
  })
  return [...groups.values()]
}
