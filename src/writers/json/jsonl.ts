import { jsonText } from '../../diagnostics/json-text.ts'
import type { Doc, Extraction } from '../../envelope.ts'
import { recordNoOf } from '../../walks/record-no.ts'
import type { FormatWriter } from '../format.ts'
import type { Documents } from '../writer.ts'

const extractionName = 'extraction.jsonl'

export const jsonlWriter: FormatWriter = {
  pieces: ({ extracted }) => jsonlPieces(extracted),
  names: () => [extractionName],
  fill: (folder, { extracted }) => folder.add(extractionName, '抽出結果', jsonlPieces(extracted)),
  document: document => [...linesOf(document)].join(''),
}

/** The extraction as lines of JSON: for each document one line with everything but its records, then one line per record. */
export function* jsonlPieces({ schemaVersion, documents }: Documents): Iterable<string> {
  for (const document of documents) yield* linesOf(document, schemaVersion)
}

/** The lines of one document. */
export function* linesOf(document: Doc, schemaVersion: Extraction['schemaVersion'] = 1): Iterable<string> {
  const { records: _, ...rest } = document
  yield line({ document: rest })
  for (const index of document.records.keys()) yield line(recordLine(schemaVersion, document, index))
}

/** A value as one line of JSON. */
export const line = (value: unknown): string => `${jsonText(value)}\n`

/** A record with what it takes to understand it without its document, and with its diagnostics. */
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
