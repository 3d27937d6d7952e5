import type { ReleaseFinding } from '../../diagnostics/release.ts'
import { count } from './report.ts'
import { isJsonLog, reportEvent, reportNote } from './stderr.ts'
import { countCodes, listCodes, type Tally } from './tally.ts'

/** What is reported at the end of a run of several inputs. */
export interface Ending {
  readonly releaseFindings: readonly ReleaseFinding[]
  /** Where the data went; null where it went to standard output, or could not be written. */
  readonly output: string | null
}

/** Reports how many inputs of a run are done, which failed, and what was found, by code. */
export function reportSummary(tally: Tally, { releaseFindings, output }: Ending): void {
  const release = countCodes(releaseFindings)
  const [first, ...others] = [
    countsOf(tally),
    ...tally.named.map(({ path, code }) => `failed: ${path}: ${code}`),
    ...(tally.failures > tally.named.length ? [`failed: and ${tally.failures - tally.named.length} more`] : []),
    ...notesOf(tally),
    ...(release.size > 0 ? [`across the release: ${listCodes(release)}`] : []),
    ...(output !== null && tally.documents > 0 ? [`written: ${output}`] : []),
  ] as [string, ...string[]]
  reportEvent(summaryEvent(tally, release, output), first)
  // The event holds all of it.
  if (!isJsonLog()) others.forEach(reportNote)
}

function countsOf({ inputs, failedInputs, reused, documents, records }: Tally): string {
  const outcome = `${count(inputs, 'input')}: ${inputs - failedInputs} done, ${failedInputs} failed`
  const before = reused > 0 ? ` (${reused} read by the interrupted run)` : ''
  return `${outcome}${before}; ${count(documents, 'document')}, ${count(records, 'record')}`
}

function notesOf({ codes }: Tally): string[] {
  const lines = { errors: codes.error, warnings: codes.warning, notes: codes.info }
  return Object.entries(lines).flatMap(([name, found]) => (found.size > 0 ? [`${name}: ${listCodes(found)}`] : []))
}

const summaryEvent = (tally: Tally, release: ReadonlyMap<string, number>, output: string | null) => ({
  event: 'summary',
  inputs: tally.inputs,
  done: tally.inputs - tally.failedInputs,
  failed: tally.failedInputs,
  reused: tally.reused,
  documents: tally.documents,
  records: tally.records,
  diagnostics: Object.fromEntries(
    Object.entries(tally.codes).map(([severity, codes]) => [severity, Object.fromEntries(codes)]),
  ),
  releaseFindings: Object.fromEntries(release),
  output: tally.documents > 0 ? output : null,
})
