import type { Doc, Extraction } from '../envelope.ts'
import { recordNoOf } from '../walks/record-no.ts'
import type { TextWriter } from './writer.ts'

/** The extraction as lines of JSON: for each document one line with all of it but its records, then one line a record. */
export const jsonl: TextWriter = {
  format: 'jsonl',
  *write({ schemaVersion, documents }) {
    for (const document of documents) yield* linesOf(document, schemaVersion)
  },
}

/** The lines of one document. */
export function* linesOf(document: Doc, schemaVersion: Extraction['schemaVersion'] = 1): Iterable<string> {
  const { records: _, ...rest } = document
  yield line({ document: rest })
  for (const index of document.records.keys()) yield line(recordLine(schemaVersion, document, index))
}

/** Anything as one line of JSON. */
export const line = (value: unknown): string => `${JSON.stringify(value)}\n`

/** A record with all that makes it understood without its document, and with what is said of it. */
function recordLine(schemaVersion: Extraction['schemaVersion'], document: Doc, index: number) {
  const { source, layout, edition } = document
  const recordNo = index + 1
  return {
    schemaVersion,
    source,
    layout,
    edition,
    recordNo,
    pages: document.recordPages[index] ?? null,
    record: document.records[index],
    diagnostics: document.diagnostics.filter(diagnostic => recordNoOf(diagnostic.pointer) === recordNo),
  }
}
