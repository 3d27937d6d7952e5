import type { ReleaseFinding } from '../../diagnostics/release.ts'
import { say, type Words } from '../../messages/words.ts'
import { isJsonLog, reportEvent, reportNote, shown } from './stderr.ts'
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
    ...tally.named.map(({ path, code }) => say('FAILED', { path, code })),
    ...(tally.failures > tally.named.length ? [say('MORE_FAILED', { more: tally.failures - tally.named.length })] : []),
    ...notesOf(tally),
    ...(release.size > 0 ? [say('ACROSS_RELEASE', { codes: listCodes(release) })] : []),
    ...(output !== null && tally.documents > 0 ? [say('WRITTEN', { path: output })] : []),
  ] as [Words, ...Words[]]
  reportEvent(summaryEvent(tally, release, output), shown(first))
  // The event holds all of it.
  if (!isJsonLog()) others.forEach(reportNote)
}

function countsOf({ inputs, failedInputs: failed, reused, documents, records }: Tally): Words {
  return say('COUNTS', { inputs, done: inputs - failed, failed, reused, documents, records })
}

function notesOf({ codes: { error, warning, info } }: Tally): Words[] {
  return [
    ...(error.size > 0 ? [say('ERRORS', { codes: listCodes(error) })] : []),
    ...(warning.size > 0 ? [say('WARNINGS', { codes: listCodes(warning) })] : []),
    ...(info.size > 0 ? [say('INFOS', { codes: listCodes(info) })] : []),
  ]
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
