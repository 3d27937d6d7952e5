import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Random choices that a seed repeats. */
export interface Random {
  /** An integer, both ends included. */
  readonly int: (from: number, to: number) => number
  readonly pick: <T>(items: readonly [T, ...T[]]) => T
}

export function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  const int = (from: number, to: number) => uniformInt(generator, from, to)
  return { int, pick: items => items[int(0, items.length - 1)] as (typeof items)[0] }
}
