import type { Result } from '../../pipeline.ts'
import type { Outcome } from '../exit-codes.ts'
import { isThin } from './report.ts'

interface Wanted {
  readonly strict?: boolean
  readonly minCoverage?: number
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
    const { strict, minCoverage } = this.#wanted
    const isDoubtful = documents.some(doc => doc.diagnostics.some(each => each.severity !== 'info'))
    this.written += documents.length
    this.failed += failures.length
    this.findings ||= (strict === true && isDoubtful) || documents.some(doc => isThin(doc, minCoverage))
  }
}
