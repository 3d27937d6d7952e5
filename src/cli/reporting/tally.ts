import type { Severity } from '../../diagnostics/codes.ts'
import type { Failure } from '../../envelope.ts'
import type { Result } from '../../pipeline.ts'

/** Failures that are named in a summary; all of them are in failures.jsonl. */
const mostNamed = 20

/** The figures of a run, counted result by result: it holds names of failures up to a limit, and no document. */
export class Tally {
  inputs = 0
  failedInputs = 0
  reused = 0
  documents = 0
  records = 0
  failures = 0
  readonly named: Failure[] = []
  /** Diagnostics by severity, then by code. */
  readonly codes: { readonly [S in Severity]: Map<string, number> } = {
    error: new Map(),
    warning: new Map(),
    info: new Map(),
  }

  add({ documents, failures }: Result, isReused: boolean): void {
    this.inputs += 1
    if (isReused) this.reused += 1
    if (failures.length > 0) this.failedInputs += 1
    this.failures += failures.length
    this.named.push(...failures.slice(0, mostNamed - this.named.length))
    this.documents += documents.length
    for (const { records, diagnostics } of documents) {
      this.records += records.length
      for (const { severity, code } of diagnostics) count(this.codes[severity], code)
    }
  }
}

function count(codes: Map<string, number>, code: string): void {
  codes.set(code, (codes.get(code) ?? 0) + 1)
}

/** How often each code of some findings occurs. */
export function countCodes(findings: readonly { readonly code: string }[]): Map<string, number> {
  const codes = new Map<string, number>()
  for (const { code } of findings) count(codes, code)
  return codes
}

/** `SUM_MISMATCH 3, ERA_MISMATCH 1`, the most frequent first. */
export const listCodes = (codes: ReadonlyMap<string, number>): string =>
  [...codes]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([code, n]) => `${code} ${n}`)
    .join(', ')
