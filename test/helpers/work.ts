/**
 * Seconds of processor time that a step takes: unlike time by the clock they hardly depend on what else the machine does. For limits
 * that only work out of all proportion (the square of a length) can reach.
 */
export function processorSeconds(step: () => unknown): number {
  const before = process.cpuUsage()
  step()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
