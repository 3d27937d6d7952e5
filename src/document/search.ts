/** The first index at which a condition holds that also holds at all that follow. */
export function firstWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(items[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}
