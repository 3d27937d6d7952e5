import { defaultLimits } from '../../batch/ask.ts'
import { bytesAt } from '../../batch/sources.ts'
import { Allowance } from '../../deadline.ts'

/**
 * The text that a path leads to, also from a pipe, or from standard input for `-`. Throws the system's error, and TIMEOUT where it does
 * not come in time.
 */
export async function textAt(path: string, timeout: number = defaultLimits.timeout): Promise<string> {
  const bytes = await new Allowance(timeout).spend(signal => bytesAt(path, signal))
  return Buffer.from(bytes).toString('utf8')
}
