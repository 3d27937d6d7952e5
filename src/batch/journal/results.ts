import { type Doc, type Extraction, extractionOf, type Input, type Result } from '../../envelope.ts'

/** All that became of a run, in input order: an Extraction whose documents are read back one at a time. */
export interface Results extends Omit<Extraction, 'documents' | 'inputs'> {
  readonly inputs: Iterable<Input>
  /** Can be iterated as often as needed; a document is held only while it is looked at. */
  readonly documents: Iterable<Doc>
  /** The layouts that have documents. */
  readonly layouts: ReadonlySet<string>
  /** Input by input: for one output file per input. */
  readonly each: Iterable<Result>
}

/** The results that are at hand in memory, as the run of a single input leaves them. */
export function resultsOf(results: readonly Result[]): Results {
  const extraction = extractionOf(results)
  return { ...extraction, layouts: new Set(extraction.documents.map(doc => doc.layout)), each: results }
}
