import { isDebug, tellStack } from '../reporting/guards.ts'
import { tell } from '../reporting/stderr.ts'

/** The options that limit what one input may take. */
export interface LimitFlags {
  /** Seconds. */
  readonly timeout?: number
  /** Megabytes. */
  readonly memoryLimit?: number
}

/** Reports, with --debug, bugs in the processes and what they print. */
export const debugging = () => (isDebug() ? { onBug: tellStack, onNoise: tellNoise } : {})

function tellNoise(text: string): void {
  for (const line of text.split('\n')) if (line.trim() !== '') tell(`  ${line.trimEnd()}`)
}
