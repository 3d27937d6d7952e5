import type { Doc, Grade } from '../../envelope.ts'
import type { LeastGrade } from './grades.ts'
import { reportProblem } from './stderr.ts'

const rank: { readonly [G in Grade]: number } = { doubtful: 0, check: 1, sound: 2 }

/** Whether a document is worse than it has to be; none is where nothing is asked for. */
export const isBelow = ({ verdict }: Doc, least: LeastGrade | undefined): boolean =>
  least !== undefined && rank[verdict.grade] < rank[least]

/** `sound`, or `check (96 of 120 values confirmed)` */
export const verdictWords = ({ verdict: { grade, confirmed, leaves } }: Doc): string =>
  grade === 'sound' ? grade : `${grade} (${confirmed} of ${leaves} values confirmed)`

/** Tells that a document is worse than it has to be, with the gravest reason. */
export function reportBelow({ source, verdict }: Doc, least: LeastGrade): void {
  const [reason] = verdict.reasons
  reportProblem({
    where: source.path,
    code: 'VERDICT_LOW',
    message: `the verdict is ${verdict.grade}, not ${least}${reason ? `: ${reason.code}: ${reason.message}` : ''}`,
    hint: 'see "verdict.reasons" in the output',
  })
}
