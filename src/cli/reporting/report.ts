import type { Diagnostic, Severity } from '../../diagnostics/codes.ts'
import type { Doc, Failure, Input } from '../../envelope.ts'
import { asFailure } from '../../failures.ts'
import { catalogueOf } from '../../messages/catalogue.ts'
import type { AnyLanguage } from '../../messages/language.ts'
import { say, type Words } from '../../messages/words.ts'
import type { Result } from '../../pipeline.ts'
import { toldFailure } from '../../told.ts'
import { screenLanguage } from '../language.ts'
import { groupsOf, reportGroups } from './findings.ts'
import type { LeastGrade } from './grades.ts'
import { reportStack } from './guards.ts'
import { onPages } from './places.ts'
import { isJsonLog, reportEvent, reportNote, reportProblem, shown } from './stderr.ts'
import { isBelow, reportBelow, verdictWords } from './verdicts.ts'

export interface ReportOptions {
  readonly quiet: boolean
  readonly minCoverage: number | undefined
  readonly minVerdict?: LeastGrade | undefined
  /** One of so many inputs that a line for each would bury what matters: those without anything of note get none. */
  readonly isOneOfMany?: boolean
  /** Where all diagnostics are. */
  readonly home: Words
}

/** Reports what became of one input: failures always; errors, warnings, skipped pages and summaries unless quiet, when a document with errors has one line. */
export function reportResult(result: Result, options: ReportOptions): void {
  for (const failure of result.failures) reportFailure(failure)
  if (result.input && result.documents.length > 0 && !options.quiet) reportSkipped(result.input)
  const { quiet, isOneOfMany = false, home } = options
  const groups = groupsOf(result.documents)
  for (const doc of result.documents) {
    if (!quiet || (hasError(doc) && !isJsonLog())) reportDocument(doc, options)
    if (!quiet || isJsonLog()) reportGroups(doc, groups.get(doc) ?? [], { errorsOnly: quiet, isOneOfMany, home })
    if (isThin(doc, options.minCoverage)) reportThin(doc, options.minCoverage)
    if (options.minVerdict && isBelow(doc, options.minVerdict)) reportBelow(doc, options.minVerdict)
  }
}

const hasError = ({ diagnostics }: Doc): boolean => diagnostics.some(({ severity }) => severity === 'error')

function reportDocument(doc: Doc, { isOneOfMany }: ReportOptions): void {
  const isNotable = doc.diagnostics.some(({ severity }) => severity !== 'info') || doc.coverage.ratio < 1
  reportEvent(
    documentEvent(doc),
    isOneOfMany && !isNotable ? undefined : shown(say('DOCUMENT', { path: doc.source.path, summary: summaryOf(doc) })),
  )
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
  const failure = toldFailure(asFailure(error, path), screenLanguage())
  reportFailure(failure)
  if (failure.code === 'INTERNAL') reportStack(error)
  return failure
}

export function reportFailure({ path, pages, code, message, hint }: Failure): void {
  const text = pages ? say('ON_PAGES', { pages: onPages(pages), text: message }) : message
  reportProblem({ where: path, code, message: text, hint, more: { hint, ...(pages ? { pages } : {}) } })
}

/** A text without page breaks is read whole, whatever pages were requested: that must not go unnoticed. */
export function reportPageless(path: string): void {
  reportProblem({ where: path, code: 'PAGES_IGNORED', message: say('PAGELESS'), level: 'warning' })
}

/** Pages that belong to no document: a cover is no loss, a sheet would be one, so they are always named. */
function reportSkipped({ path, skipped }: Input): void {
  for (const each of skipped)
    reportNote(say('PAGES_SKIPPED', { path, pages: onPages(each.pages), why: unknownLayout(each) }))
}

/** Why no layout claims some pages, in the language of the screen. */
export const unknownLayout = (
  found: { readonly closest: string | null; readonly missing: readonly string[] },
  language: AnyLanguage = screenLanguage(),
): string => catalogueOf(language).unknownLayout(found)

/** `finding-table on pages 1-3: 11 records, coverage 0.9987, check (96 of 120 values confirmed); 1 error, 2 warnings (SUM_MISMATCH 1, LABEL_UNKNOWN 2)` */
export function summaryOf(doc: Doc): Words {
  const { layout: name, edition, source, records, coverage, diagnostics } = doc
  return say('SUMMARY', {
    name,
    edition,
    pages: source.pages && onPages(source.pages),
    records: records.length,
    coverage: share(coverage.ratio),
    verdict: verdictWords(doc),
    notes: notesOf(diagnostics),
  })
}

function notesOf(diagnostics: readonly Diagnostic[]): Words {
  if (diagnostics.length === 0) return say('NOTHING_TO_NOTE')
  const kinds = countBy(diagnostics, each => each.severity)
  const codes = [...countBy(diagnostics, each => each.code)].map(([code, n]) => `${code} ${n}`)
  const [errors, warnings, infos] = (['error', 'warning', 'info'] as const).map(kind => kinds.get(kind) ?? 0)
  return say('NOTES', { errors: errors as number, warnings: warnings as number, infos: infos as number, codes })
}

const weight: { readonly [S in Severity]: number } = { error: 0, warning: 1, info: 2 }

function countBy(diagnostics: readonly Diagnostic[], key: (each: Diagnostic) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const each of diagnostics.toSorted((a, b) => weight[a.severity] - weight[b.severity]))
    counts.set(key(each), (counts.get(key(each)) ?? 0) + 1)
  return counts
}

/** Rounded down: what is not whole must not look whole. */
const share = (ratio: number): string => String(Math.floor(ratio * 1e4) / 1e4)

export const isThin = (doc: Doc, minCoverage: number | undefined): boolean =>
  minCoverage !== undefined && doc.coverage.ratio < minCoverage

function reportThin({ source, coverage }: Doc, minCoverage = 0): void {
  const { unclaimed, characters } = coverage
  reportProblem({
    where: source.path,
    code: 'COVERAGE_LOW',
    message: say('COVERAGE_LOW', { coverage: share(coverage.ratio), least: minCoverage, unclaimed, characters }),
    hint: say('SEE_UNCLAIMED'),
  })
}
