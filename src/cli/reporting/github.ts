import { appendFileSync } from 'node:fs'
import type { ReleaseFinding } from '../../diagnostics/release.ts'
import type { Pages } from '../../envelope.ts'
import { say } from '../../messages/words.ts'
import type { Result } from '../../pipeline.ts'
import { onPages } from './places.ts'
import { isJsonLog, oneLine, shown, writeLine } from './stderr.ts'
import { countCodes, type Tally } from './tally.ts'

/** GitHub Actions shows no more annotations of a level for each step. */
const mostOfLevel = 10
/** Findings across a release come before those in its files, and leave room for them. */
const mostOfRelease = 5
/** A step summary may have 1 MiB; a larger one is not shown at all. */
const longestSummary = 1_000_000

interface Annotation {
  readonly file: string
  readonly code: string
  readonly message: string
  /** Of a text without pages, where the platform shows the file. */
  readonly line?: number | undefined
}

/** The worst of a run, as annotations and as a table in the summary of the step. Only where GitHub Actions runs the tool. */
export class GitHubReport {
  readonly #failures: Annotation[] = []
  readonly #errors: Annotation[] = []
  readonly #warnings: Annotation[] = []

  add({ documents, failures }: Result): void {
    for (const { path, pages, code, message, hint } of failures)
      keep(this.#failures, { file: path, code, message: annotated(pages, message, hint) })
    for (const { source, diagnostics } of documents)
      for (const { severity, code, message, place } of diagnostics) {
        const line = place?.page === null ? (place.line ?? undefined) : undefined
        const annotation = { file: source.path, code, message, line }
        if (severity === 'error') keep(this.#errors, annotation)
        if (severity === 'warning') keep(this.#warnings, annotation)
      }
  }

  end(tally: Tally, releaseFindings: readonly ReleaseFinding[]): void {
    if (!isJsonLog()) this.#annotate(releaseFindings.slice(0, mostOfRelease).map(annotationOf))
    appendSummary(summaryTable(tally, releaseFindings))
  }

  /** On standard error: the platform reads both streams, and standard output may hold data. */
  #annotate(ofRelease: readonly Annotation[]): void {
    const errors = [...this.#failures, ...this.#errors].slice(0, mostOfLevel)
    const warnings = [...ofRelease, ...this.#warnings].slice(0, mostOfLevel)
    for (const each of errors) writeLine(command('error', each))
    for (const each of warnings) writeLine(command('warning', each))
  }
}

/** What became of an input, or of pages of it, with what to do. */
function annotated(pages: Pages | null, message: string, hint: string): string {
  const text = shown(say('WITH_HINT', { message, hint }))
  return pages ? shown(say('ON_PAGES', { pages: onPages(pages), text })) : text
}

/** One of each kind per file is kept: a file with many findings must not hide the others. */
function keep(list: Annotation[], annotation: Annotation): void {
  const isKnown = list.some(({ file, code }) => file === annotation.file && code === annotation.code)
  if (list.length < mostOfLevel && !isKnown) list.push(annotation)
}

const annotationOf = ({ code, message, paths }: ReleaseFinding): Annotation => ({ file: paths[0] ?? '', code, message })

/** `::error file=a.pdf,title=SCANNED::all pages are images`, with what would end it early escaped as the platform demands. */
const command = (level: 'error' | 'warning', { file, code, message, line }: Annotation): string =>
  `::${level} file=${escapedProperty(file)}${line === undefined ? '' : `,line=${line}`},title=${escapedProperty(code)}::${escaped(message)}`

const escaped = (text: string): string => oneLine(text).replaceAll('%', '%25')

const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

function summaryTable(tally: Tally, releaseFindings: readonly ReleaseFinding[]): string {
  const { inputs, failedInputs, documents, records, codes } = tally
  const found = [
    ...[...codes.error].map(([code, n]) => [say('ROW_ERROR', { code }), n] as const),
    ...[...codes.warning].map(([code, n]) => [say('ROW_WARNING', { code }), n] as const),
    ...[...codes.info].map(([code, n]) => [say('ROW_INFO', { code }), n] as const),
    ...[...countCodes(releaseFindings)].map(([code, n]) => [say('ROW_RELEASE', { code }), n] as const),
  ]
  const rows = [
    [say('ROW_INPUTS'), inputs] as const,
    [say('ROW_FAILED'), failedInputs] as const,
    [say('ROW_DOCUMENTS'), documents] as const,
    [say('ROW_RECORDS'), records] as const,
    ...found,
  ].map(([name, n]) => [shown(name), n] as const)
  const failed = tally.named.map(({ path, code }) => [cellText(path), code])
  return [
    '### sapporo-eval',
    table(['', shown(say('HEAD_NUMBER'))], rows),
    ...(failed.length > 0 ? [table([shown(say('HEAD_FAILED')), shown(say('HEAD_WHY'))], failed)] : []),
    '',
  ].join('\n\n')
}

const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

/** A name as the text of a cell, whatever Markdown, HTML, formula, address or person it looks like. */
const cellText = (text: string): string =>
  oneLine(text).replace(/[\\`*_{}[\]<>()#+!|&~$@"'-]|:(?=\/\/)|(?<=www)\./gi, ch => `&#${ch.charCodeAt(0)};`)

/** The summary is an extra: where it cannot be written, the run is none the worse. */
function appendSummary(text: string): void {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (!file || text.length > longestSummary) return
  try {
    appendFileSync(file, text)
  } catch {}
}
