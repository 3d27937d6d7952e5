import type { Diagnostic } from '../../diagnostics/codes.ts'
import { digestOf } from './reading.ts'

/** In characters. */
const longest = 100

/**
 * How a decision names a diagnostic that it settles: by its code, and that of a check by what was compared as well, as other operands ask
 * another question.
 */
export function askOf({ code, expected, related }: Pick<Diagnostic, 'code' | 'expected' | 'related'>): string {
  const operands = related.filter(({ pointer }) => pointer !== null).map(({ value }) => value)
  if (operands.length === 0) return code
  const compared = JSON.stringify([...operands, expected])
  return `${code} ${compared.length > longest ? digestOf(compared) : compared}`
}

/** Whether what is asked compares the value with others. */
export const isCheck = (ask: string): boolean => ask.includes(' ')
