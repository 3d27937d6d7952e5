import { type ReleaseFinding, releaseFinding } from '../../../diagnostics/release.ts'
import { groupBy } from '../../../document/group-by.ts'
import type { SheetFacts } from './facts.ts'
import { stemOf } from './file-name.ts'

/** A 事業 evaluated more than once for the same 年度 in the same 会計. */
export function* repeated(sheets: readonly SheetFacts[]): Generator<ReleaseFinding> {
  for (const same of groupBy(sheets.filter(isNumbered), keyOf).values()) if (same.length > 1) yield findingOf(same)
}

const isNumbered = (sheet: SheetFacts): boolean =>
  sheet.fiscalYear !== null && sheet.accountCode !== null && sheet.projectCode !== null

const keyOf = ({ fiscalYear, accountCode, projectCode }: SheetFacts): string =>
  `事業コード ${projectCode} (会計コード ${accountCode}, 年度 ${fiscalYear})`

function findingOf(same: readonly SheetFacts[]): ReleaseFinding {
  const at = same.map(({ path, pages }) => ({ path, pages }))
  const [reuploads, identical] = [reuploadsAmong(same), identicalAmong(same)]
  const what = keyOf(same[0] as SheetFacts)
  const args = { what, at, reuploads, identical }
  return releaseFinding('DOCUMENT_REPEATED', args, {
    at,
    expected: { documents: 1 },
    actual: { documents: same.length, reuploads, identical },
  })
}

/** Files under several names whose bytes are the same. */
const identicalAmong = (same: readonly SheetFacts[]): string[][] =>
  [...groupBy(same, sheet => sheet.sha256).values()]
    .map(alike => [...new Set(alike.map(sheet => sheet.path))])
    .filter(paths => paths.length > 1)

/** Name_1 beside Name, and Name_2 beside Name_1. */
function reuploadsAmong(same: readonly SheetFacts[]): { path: string; of: string }[] {
  const uploads = [...new Set(same.map(sheet => sheet.path))].map(uploadOf)
  return uploads.flatMap(({ path, stem, no }) => {
    const earlier = uploads.filter(other => other.stem === stem && other.no < no).sort((a, b) => b.no - a.no)
    return earlier[0] ? [{ path, of: earlier[0].path }] : []
  })
}

function uploadOf(path: string): { path: string; stem: string; no: number } {
  const { stem = stemOf(path), no = '0' } = /^(?<stem>.+)_(?<no>\d{1,2})$/u.exec(stemOf(path))?.groups ?? {}
  return { path, stem, no: Number(no) }
}
