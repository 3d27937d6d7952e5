import { type Random, randomFrom } from '../fuzz/random.ts'

export type { Random }

/** Random choices of a document; each document of a run has its own, so one can be made again alone. */
export const randomOf = (seed: number, number: number): Random => randomFrom(seed * 1_000_003 + number)

/** True in so many of a hundred cases. */
export const chance = (random: Random, percent: number): boolean => random.int(1, 100) <= percent

export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const left = [...items]
  const result: T[] = []
  while (left.length > 0) result.push(...left.splice(random.int(0, left.length - 1), 1))
  return result
}

/** So many different items, or all where there are fewer, in their own order. */
export function some<T>(random: Random, items: readonly T[], number: number): T[] {
  const chosen = new Set(shuffled(random, [...items.keys()]).slice(0, number))
  return items.filter((_, index) => chosen.has(index))
}

/** A list of so many, each made in turn. */
export const times = <T>(number: number, make: (index: number) => T): T[] =>
  Array.from({ length: number }, (_, i) => make(i))
