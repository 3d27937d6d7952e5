import { isDebug, reportStack } from '../reporting/guards.ts'
import { reportNote } from '../reporting/stderr.ts'

/** The options that limit what one input may take. */
export interface LimitFlags {
  /** Seconds. */
  readonly timeout?: number
  /** Megabytes. */
  readonly memoryLimit?: number
}

/** Reports, with --debug, bugs in the processes and what they print. */
export const debugging = () => (isDebug() ? { onBug: reportStack, onNoise: reportNoise } : {})

function reportNoise(text: string): void {
  for (const line of text.split('\n')) if (line.trim() !== '') reportNote(`  ${line.trimEnd()}`)
}
