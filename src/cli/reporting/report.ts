import type { Diagnostic, Severity } from '../../diagnostics/codes.ts'
import type { Place } from '../../document/model.ts'
import type { Doc, Failure, Input, Pages } from '../../envelope.ts'
import { unknownLayout } from '../../failure-messages.ts'
import { asFailure } from '../../failures.ts'
import type { Result } from '../../pipeline.ts'
import type { LeastGrade } from './grades.ts'
import { reportStack } from './guards.ts'
import { isJsonLog, reportEvent, reportNote, reportProblem } from './stderr.ts'
import { isBelow, reportBelow, verdictWords } from './verdicts.ts'

/** Diagnostics that are reported for one document, and for one of many; all of them are in the output. */
const mostLines = 20
const mostLinesOfMany = 3

export interface ReportOptions {
  readonly quiet: boolean
  readonly minCoverage: number | undefined
  readonly minVerdict?: LeastGrade | undefined
  /** One of so many inputs that a line for each would bury what matters: those without anything of note get none. */
  readonly isOneOfMany?: boolean
}

/** Reports what became of one input: failures always; warnings, skipped pages and summaries unless quiet. */
export function reportResult(result: Result, options: ReportOptions): void {
  for (const failure of result.failures) reportFailure(failure)
  if (result.input && result.documents.length > 0 && !options.quiet) reportSkipped(result.input)
  for (const doc of result.documents) {
    if (!options.quiet) reportDocument(doc, options)
    reportDiagnostics(doc, options)
    if (isThin(doc, options.minCoverage)) reportThin(doc, options.minCoverage)
    if (options.minVerdict && isBelow(doc, options.minVerdict)) reportBelow(doc, options.minVerdict)
  }
}

function reportDocument(doc: Doc, { isOneOfMany }: ReportOptions): void {
  const isNotable = doc.diagnostics.some(({ severity }) => severity !== 'info') || doc.coverage.ratio < 1
  reportEvent(documentEvent(doc), isOneOfMany && !isNotable ? undefined : `${doc.source.path}: ${summaryOf(doc)}`)
}

const documentEvent = ({ source, layout, edition, records, coverage, verdict, diagnostics }: Doc) => ({
  event: 'document',
  path: source.path,
  pages: source.pages,
  layout,
  edition,
  records: records.length,
  coverage: coverage.ratio,
  verdict: verdict.grade,
  diagnostics: Object.fromEntries(countBy(diagnostics, each => each.severity)),
})

/** Reports why an input, or part of it, could not be read, and returns that as its failure; a bug with its stack. */
export function reportInputError(error: unknown, path: string): Failure {
  const failure = asFailure(error, path)
  reportFailure(failure)
  if (failure.code === 'INTERNAL') reportStack(error)
  return failure
}

export function reportFailure({ path, pages, code, message, hint }: Failure): void {
  const text = pages ? `${onPages(pages)}: ${message}` : message
  reportProblem({ where: path, code, message: text, hint, more: { hint, ...(pages ? { pages } : {}) } })
}

/** A text without page breaks is read whole, whatever pages were requested: that must not go unnoticed. */
export function reportPageless(path: string): void {
  const message = 'the text has no pages; all of it was read'
  reportProblem({ where: path, code: 'PAGES_IGNORED', message, level: 'warning' })
}

/** Pages that belong to no document: a cover is no loss, a sheet would be one, so they are always named. */
function reportSkipped({ path, skipped }: Input): void {
  for (const each of skipped) reportNote(`${path}: ${onPages(each.pages)}: skipped, ${unknownLayout(each)}`)
}

function reportDiagnostics(doc: Doc, { quiet, isOneOfMany }: ReportOptions): void {
  const path = doc.source.path
  const severities: readonly Severity[] = quiet ? ['error'] : ['error', 'warning']
  const most = isOneOfMany && !isJsonLog() ? mostLinesOfMany : mostLines
  const wanted = severities.flatMap(severity => doc.diagnostics.filter(each => each.severity === severity))
  for (const each of wanted.slice(0, most)) {
    const { code, message, severity: level, pointer, place } = each
    reportProblem({ where: path, code, message, hint: whereabouts(each), level, more: { pointer, place } })
  }
  if (wanted.length > most) reportNote(`${path}: … and ${wanted.length - most} more, see "diagnostics" in the output`)
}

export const onPages = ({ from, to }: Pages): string => (from === to ? `page ${from}` : `pages ${from}-${to}`)

const whereabouts = ({ pointer, place }: Diagnostic): string =>
  [pointer, place && placeOf(place)].filter(part => part !== null && part !== '').join(', ')

/** A place for people: `page 3, line 12`. */
export const placeOf = ({ page, line }: Place): string =>
  [page === null ? '' : `page ${page}`, line === null ? '' : `line ${line}`].filter(part => part !== '').join(', ')

/** `finding-table on pages 1-3: 11 records, coverage 0.9987, check (96 of 120 values confirmed); 1 error, 2 warnings (SUM_MISMATCH 1, LABEL_UNKNOWN 2)` */
export function summaryOf(doc: Doc): string {
  const { layout, edition, source, records, coverage, diagnostics } = doc
  const name = `${layout}${edition === null ? '' : `, edition ${edition}`}${source.pages ? ` on ${onPages(source.pages)}` : ''}`
  const content = `${count(records.length, 'record')}, coverage ${share(coverage.ratio)}, ${verdictWords(doc)}`
  return `${name}: ${content}; ${notesOf(diagnostics)}`
}

function notesOf(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return 'nothing to note'
  const kinds = [...countBy(diagnostics, each => each.severity)].map(([severity, n]) =>
    severity === 'info' ? `${n} info` : count(n, severity),
  )
  const codes = [...countBy(diagnostics, each => each.code)].map(([code, n]) => `${code} ${n}`)
  return `${kinds.join(', ')} (${codes.join(', ')})`
}

const weight: { readonly [S in Severity]: number } = { error: 0, warning: 1, info: 2 }

function countBy(diagnostics: readonly Diagnostic[], key: (each: Diagnostic) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const each of diagnostics.toSorted((a, b) => weight[a.severity] - weight[b.severity]))
    counts.set(key(each), (counts.get(key(each)) ?? 0) + 1)
  return counts
}

/** `1 record`, `2 records`. */
export const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`

/** Rounded down: what is not whole must not look whole. */
const share = (ratio: number): string => String(Math.floor(ratio * 1e4) / 1e4)

export const isThin = (doc: Doc, minCoverage: number | undefined): boolean =>
  minCoverage !== undefined && doc.coverage.ratio < minCoverage

function reportThin({ source, coverage }: Doc, minCoverage: number | undefined): void {
  reportProblem({
    where: source.path,
    code: 'COVERAGE_LOW',
    message: `coverage is ${share(coverage.ratio)}, less than ${minCoverage}: ${coverage.unclaimed} of ${coverage.characters} characters belong to no field`,
    hint: 'see "coverage.unclaimedTexts" in the output',
  })
}
