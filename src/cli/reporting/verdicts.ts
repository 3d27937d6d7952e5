import type { Doc, Grade } from '../../envelope.ts'
import { say, type Words } from '../../messages/words.ts'
import type { LeastGrade } from './grades.ts'
import { reportProblem } from './stderr.ts'

const rank: { readonly [G in Grade]: number } = { doubtful: 0, check: 1, sound: 2 }

/** Whether a document is worse than it has to be; none is where nothing is asked for. */
export const isBelow = ({ verdict }: Doc, least: LeastGrade | undefined): boolean =>
  least !== undefined && rank[verdict.grade] < rank[least]

/** `sound`, or `check (96 of 120 values confirmed)` */
export function verdictWords({ verdict: { grade, confirmed, leaves } }: Doc): Words {
  if (grade === 'sound') return say('SOUND')
  return grade === 'check' ? say('CHECK', { confirmed, leaves }) : say('DOUBTFUL', { confirmed, leaves })
}

/** Tells that a document is worse than it has to be, with the gravest reason. */
export function reportBelow({ source, verdict }: Doc, least: LeastGrade): void {
  const [reason] = verdict.reasons
  const { grade } = verdict
  const message = reason
    ? say('VERDICT_LOW_SINCE', { grade, least, code: reason.code, reason: reason.message })
    : say('VERDICT_LOW', { grade, least })
  reportProblem({
    where: source.path,
    code: 'VERDICT_LOW',
    message,
    hint: say('SEE_REASONS'),
  })
}
