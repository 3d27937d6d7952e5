/** Numbers that look random and are the same on every run (mulberry32). */
export interface Random {
  int(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T
  shuffle<T>(items: readonly T[]): T[]
}

export function randomOf(seed: number): Random {
  let state = seed * 2654435761
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const shuffle = <T>(items: readonly T[]): T[] => {
    const left = [...items]
    return items.map(() => left.splice(int(0, left.length - 1), 1)[0] as T)
  }
  return { int, chance: share => next() < share, pick: items => items[int(0, items.length - 1)] as never, shuffle }
}
