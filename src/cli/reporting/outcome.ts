import type { Result } from '../../pipeline.ts'
import type { Outcome } from '../exit-codes.ts'
import type { LeastGrade } from './grades.ts'
import { isThin } from './report.ts'
import { isBelow } from './verdicts.ts'

interface Wanted {
  readonly strict?: boolean
  readonly minCoverage?: number
  readonly minVerdict?: LeastGrade
}

/** What became of a run as far as its exit code goes, counted result by result. */
export class OutcomeCounts implements Outcome {
  written = 0
  failed = 0
  findings = false
  readonly #wanted: Wanted

  constructor(wanted: Wanted) {
    this.#wanted = wanted
  }

  add({ documents, failures }: Result): void {
    const { strict, minCoverage, minVerdict } = this.#wanted
    const isDoubtful = documents.some(doc => doc.diagnostics.some(each => each.severity !== 'info'))
    this.written += documents.length
    this.failed += failures.length
    this.findings ||= strict === true && isDoubtful
    this.findings ||= documents.some(doc => isThin(doc, minCoverage) || isBelow(doc, minVerdict))
  }
}
