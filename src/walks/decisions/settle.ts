import type { Diagnostic } from '../../diagnostics/codes.ts'
import { spoken } from '../../messages/speak.ts'
import { say } from '../../messages/words.ts'
import { askOf, isCheck } from './asking.ts'
import type { Decision } from './decision.ts'

/** A diagnostic as it stands after the decisions that were applied: one that they settle asks for nothing any more, and says so. */
export function settled(diagnostic: Diagnostic, applied: readonly Decision[]): Diagnostic {
  const by = applied.findLast(decision => settles(decision, diagnostic))
  if (!by || diagnostic.severity === 'info' || diagnostic.code === 'DECISION_STALE') return diagnostic
  const { decision, by: person } = by
  return {
    ...diagnostic,
    severity: 'info',
    message: spoken(say('SETTLED', { message: diagnostic.message, decision }), 'en'),
    settled: { decision, was: diagnostic.severity, ...(person === undefined ? {} : { by: person }) },
  }
}

function settles({ pointer, read, asked, decision }: Decision, diagnostic: Diagnostic): boolean {
  const ask = askOf(diagnostic)
  if (pointer !== diagnostic.pointer || !asked.includes(ask)) return false
  if (pointer === null) return JSON.stringify(read) === JSON.stringify(diagnostic.actual)
  // A new value is compared anew: where it does not fit either, that is another question.
  return decision !== 'corrected' || !isCheck(ask)
}
