import type { Result } from '../../pipeline.ts'
import type { Outcome } from '../exit-codes.ts'
import type { LeastGrade } from './grades.ts'
import { isThin } from './report.ts'
import { isBelow } from './verdicts.ts'

interface Wanted {
  readonly strict?: boolean
  readonly minCoverage?: number
  readonly minVerdict?: LeastGrade
  /** Codes of diagnostics and failures. */
  readonly failOn?: readonly string[]
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
    const { strict, minCoverage, minVerdict, failOn = [] } = this.#wanted
    const codes = [...failures, ...documents.flatMap(doc => doc.diagnostics)].map(({ code }) => code)
    const isDoubtful = documents.some(doc => doc.diagnostics.some(each => each.severity !== 'info'))
    this.written += documents.length
    this.failed += failures.length
    this.findings ||= strict === true && isDoubtful
    this.findings ||= codes.some(code => failOn.includes(code))
    this.findings ||= documents.some(doc => isThin(doc, minCoverage) || isBelow(doc, minVerdict))
  }
}
