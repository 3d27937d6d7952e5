import type { DiagnosticArgs, ReasonCode, ReleaseArgs } from '../../arguments.ts'
import type { Explained } from '../../explanation.ts'

type Own = Exclude<ReasonCode, keyof DiagnosticArgs> | OfRun

/** Codes that a run as a whole has, on the screen alone. */
type OfRun =
  | 'COVERAGE_LOW'
  | 'VERDICT_LOW'
  | 'BASELINE_STALE'
  | 'USAGE'
  | 'OUTPUT_EXISTS'
  | 'OUTPUT_UNWRITABLE'
  | 'OUTPUT_BUSY'
  | 'OUTPUT_UNSAFE'

/** Findings across a release, the reason of a verdict, and what ends a run. */
export const others: { readonly [C in keyof ReleaseArgs | Own]: Explained } = {
  FILENAME_MISMATCH: {
    meaning: 'The name of a file says something else than its sheet.',
    example: '2024_10_20123.pdf holds the sheet of 20124.',
    todo: 'Check whether the file is the right one.',
  },
  YEAR_OUTLIER: {
    meaning: 'A sheet is of another year than nearly all of the release.',
    example: 'One sheet of 2023 among 600 of 2024.',
    todo: 'Check whether it belongs to this release.',
  },
  DOCUMENT_REPEATED: {
    meaning: 'A document stands in the release more than once.',
    example: 'A file and its corrected re-upload.',
    todo: 'Count it once.',
  },
  UNIT_COST_OUTLIER: {
    meaning: '人件費 for one 人工 differs from what the other sheets have.',
    example: '864 where the others have 8,640: a digit may be lost.',
    todo: 'Check both figures on the page.',
  },
  PLACE_UNCONFIRMED: {
    meaning: 'Values could be read, but not be confirmed to stand where their heading or label governs.',
    example: 'A text without cells.',
    todo: 'Check the values on the page, or give the PDF where the input is a text.',
  },
  COVERAGE_LOW: {
    meaning: 'Less of the text belongs to a field than --min-coverage asks for.',
    example: '0.93 where 0.98 is asked for.',
    todo: 'See what is told as TEXT_UNCLAIMED.',
  },
  VERDICT_LOW: {
    meaning: 'The verdict on a document is worse than --min-verdict asks for.',
    example: 'check where sound is asked for.',
    todo: 'See the errors and warnings of the document.',
  },
  BASELINE_STALE: {
    meaning: 'Accepted findings of --baseline are no longer there.',
    example: 'A file was corrected, or a record has moved.',
    todo: 'Look whether they were mended, then add --write-baseline.',
  },
  USAGE: {
    meaning: 'The command line asks for something that there is not.',
    example: '-f cvs.',
    todo: 'See the help of the command.',
  },
  OUTPUT_EXISTS: {
    meaning: 'Something is in the place of the output already.',
    example: '-o out/ where an older result lies.',
    todo: 'Choose another place, or give --overwrite.',
  },
  OUTPUT_UNWRITABLE: {
    meaning: 'The output cannot be written.',
    example: 'A disk without room.',
    todo: 'Make room or choose another place, then give the same command again.',
  },
  OUTPUT_BUSY: {
    meaning: 'Another run is writing there.',
    example: 'The same command in two windows.',
    todo: 'Wait until it is done, or end it.',
  },
  OUTPUT_UNSAFE: {
    meaning: 'Where the output is made, something lies that this tool did not make. Nothing was touched.',
    example: 'A link in the place of .out.sapporo-eval-unfinished/.',
    todo: 'Look at what it is and move it away, or choose another output.',
  },
}
