import { availableParallelism } from 'node:os'

/**
 * Inputs that make another process worth its start: until it is warm it takes as much processor time as some forty sheets do
 * in a warm one.
 */
const inputsEach = 10

/** More than these wait for the disk and for the process that gathers their results. */
const mostByDefault = 8

/**
 * How many processes read so many inputs: as many as requested, and otherwise as many as there are processors and as are worth
 * their start; never more than there are inputs.
 */
export function lanesFor(inputs: number, jobs?: number, processors = availableParallelism()): number {
  const worthwhile = Math.max(1, Math.floor(inputs / inputsEach))
  return Math.min(inputs, jobs ?? Math.min(worthwhile, processors, mostByDefault))
}
