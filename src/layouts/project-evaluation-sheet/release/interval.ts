/** Every value from one bound to the other, both included. */
export interface Interval {
  readonly from: number
  readonly to: number
}

export const meets = (one: Interval, other: Interval): boolean => one.from <= other.to && other.from <= one.to

/** What two intervals that meet have in common. */
export const overlap = (one: Interval, other: Interval): Interval => ({
  from: Math.max(one.from, other.from),
  to: Math.min(one.to, other.to),
})

/** The values that most of the intervals hold, the lowest such stretch; undefined where there are no intervals. */
export function mostCommonPart(intervals: readonly Interval[]): Interval | undefined {
  const starts = intervals.map(each => each.from).sort((a, b) => a - b)
  const ends = intervals.map(each => each.to).sort((a, b) => a - b)
  let best: { count: number; part: Interval } | undefined
  let closed = 0
  for (const [index, from] of starts.entries()) {
    while ((ends[closed] as number) < from) closed += 1
    const count = index + 1 - closed
    if (!best || count > best.count) best = { count, part: { from, to: ends[closed] as number } }
  }
  return best?.part
}

/** The interval to a tenth, as JSON can hold it: null where it has no upper end. */
export const shown = ({ from, to }: Interval): { from: number; to: number | null } => ({
  from: toTenth(from),
  to: Number.isFinite(to) ? toTenth(to) : null,
})

const toTenth = (value: number): number => Math.round(value * 10) / 10
