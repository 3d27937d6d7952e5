import { extractionOf, type Result } from '../../envelope.ts'
import { layouts } from '../../layouts/registry.ts'
import { toldResult } from '../../told.ts'
import { csvPieces } from '../../writers/csv/csv.ts'
import { tablesFor } from '../../writers/csv/select.ts'
import { jsonPieces } from '../../writers/json/json.ts'
import type { Extracted, TableOptions } from '../../writers/writer.ts'
import { xlsxWriter } from '../../writers/xlsx/xlsx.ts'
import { zipPieces } from '../../writers/xlsx/zip.ts'
import type { Questions, SavedAs } from '../questions.ts'

/** As a Japanese Excel opens them right. */
const tables: TableOptions = { headers: 'ja', encoding: 'utf-8-bom' }

const writers: { readonly [A in SavedAs]: (extracted: Extracted) => Iterable<string | Uint8Array> } = {
  json: extracted => jsonPieces(extracted),
  xlsx: extracted =>
    xlsxWriter.pieces({ extracted, layouts, tables: { headers: 'ja' }, about: {}, isForPeople: false }),
  csv: extracted =>
    zipPieces(
      tablesFor(extracted.layouts, layouts).map(plan => ({
        name: `${plan.name}.csv`,
        pieces: csvPieces(plan, extracted.documents, tables),
      })),
    ),
}

/** What was read of all files as one file, CSV as an archive with a file a table. */
export const saved = ({ results, as, language }: Questions['save']['question']): Blob =>
  new Blob([...writers[as](extractedOf(results.map(result => toldResult(result, language))))])

const extractedOf = (results: readonly Result[]): Extracted => ({
  ...extractionOf(results),
  layouts: new Set(results.flatMap(({ documents }) => documents.map(({ layout }) => layout))),
  each: results,
})
