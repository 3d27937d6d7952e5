import { type ReleaseFinding, releaseFinding } from '../../../diagnostics/release.ts'
import { groupBy } from '../../../document/group-by.ts'
import type { SheetFacts } from './facts.ts'
import { stemOf } from './file-name.ts'

/** 西暦4桁+会計コード2桁+事業コード5桁, and _1 for a re-upload: 20251012345.pdf, 20251012345_1.pdf */
const pattern = /^(?<year>20\d{2})(?<account>\d{2})(?<project>\d{5})(?:_\d+)?$/u

interface Codes {
  readonly fiscalYear: number | null
  readonly accountCode: string | null
  readonly projectCode: string | null
}

/** The year in the name is that of publication: the sheets of 令和6年度 are named 2025. */
function codesInName(path: string): Codes | undefined {
  const parts = pattern.exec(stemOf(path))?.groups
  if (!parts) return undefined
  const { year, account = null, project = null } = parts
  return { fiscalYear: Number(year) - 1, accountCode: account, projectCode: project }
}

const codesOnSheet = ({ fiscalYear, accountCode, projectCode }: SheetFacts): Codes => ({
  fiscalYear,
  accountCode: accountCode?.padStart(2, '0') ?? null,
  projectCode: projectCode?.padStart(5, '0') ?? null,
})

const labels = [
  ['fiscalYear', '年度'],
  ['accountCode', '会計コード'],
  ['projectCode', '事業コード'],
] as const

interface Difference {
  readonly what: string
  readonly named: string
  readonly printed: string
}

/** Where name and sheet differ; what the sheet does not show is not compared. */
const differencesOf = (named: Codes, printed: Codes): Difference[] =>
  labels
    .filter(([key]) => printed[key] !== null && printed[key] !== named[key])
    .map(([key, what]) => ({ what, named: namedWords(named, key), printed: String(printed[key]) }))

/** The year as the name has it has the 年度 that it means beside it. */
const namedWords = ({ fiscalYear, ...codes }: Codes, key: keyof Codes): string =>
  key === 'fiscalYear' ? `${fiscalYear} (${Number(fiscalYear) + 1} - 1)` : String(codes[key])

/** Sheets of the 2025 edition in a file whose name speaks of another sheet; a name of another pattern says nothing. */
export function* misnamed(sheets: readonly SheetFacts[]): Generator<ReleaseFinding> {
  const ofEdition = sheets.filter(sheet => sheet.edition === '2025')
  for (const [path, inFile] of groupBy(ofEdition, sheet => sheet.path)) {
    const named = codesInName(path)
    if (named) yield* mismatch(named, inFile)
  }
}

/** A name speaks of one sheet: where the file holds several, of the one that is most like it. */
function* mismatch(named: Codes, inFile: readonly SheetFacts[]): Generator<ReleaseFinding> {
  const compared = inFile.map(sheet => ({ sheet, differences: differencesOf(named, codesOnSheet(sheet)) }))
  const [closest] = compared.sort((a, b) => a.differences.length - b.differences.length)
  if (!closest || closest.differences.length === 0) return
  const { sheet, differences } = closest
  yield releaseFinding(
    'FILENAME_MISMATCH',
    { differences },
    { at: [sheet], expected: named, actual: codesOnSheet(sheet) },
  )
}
