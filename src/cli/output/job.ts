import type { Source } from '../../pipeline.ts'
import type { Format, Output } from '../../writers/format.ts'
import type { Staging, Target } from '../../writers/placing/staging.ts'
import type { About, Extracted, TableOptions } from '../../writers/writer.ts'
import { fileLanguage } from '../language.ts'
import type { ReplacedCharacters } from './replaced.ts'
import type { ExtractFlags } from './settings.ts'
import { type DocumentStream, isTerminal } from './stdout.ts'

/** What is to be written, and how. */
export interface Job {
  readonly extracted: Extracted
  readonly format: Format
  readonly target: Target
  /** Where the output is made before it takes its place. */
  readonly staging: Staging
  readonly sources: readonly Source[]
  /** The inputs as typed or listed: files of a folder are named by their path below it. */
  readonly typed: readonly string[]
  readonly releaseFindings?: readonly object[]
  /** Where the documents have gone already, as they came. */
  readonly stream?: DocumentStream | undefined
  readonly flags: ExtractFlags
  /** Where what is exchanged for the encoding is gathered. */
  readonly replaced?: ReplacedCharacters
}

/** What the writer of the format needs of a job. The layouts are loaded only where it writes tables. */
export async function outputOf({ extracted, format, target, flags, replaced }: Job): Promise<Output> {
  const { layout, table } = flags
  const layouts = format.takes === 'documents' ? [] : (await import('./of-tables.ts')).layoutsFor(layout, '--layout')
  const about = aboutOf(flags)
  const isForPeople = target.kind === 'stdout' && isTerminal()
  return { extracted, layouts, table, tables: tableOptions(flags, format, replaced), about, isForPeople }
}

/** What opens right in a Japanese Excel: Japanese heads, and UTF-8 with the mark by which Excel knows it; a workbook is made for it. */
function tableOptions(flags: ExtractFlags, format: Format, replaced: ReplacedCharacters | undefined): TableOptions {
  const isForExcel = flags.for === 'excel'
  return {
    headers: flags.headers ?? (isForExcel || format.takes === 'tables' ? 'ja' : 'en'),
    encoding: flags.encoding ?? (isForExcel ? 'utf-8-bom' : 'utf-8'),
    guard: flags.guard,
    strictEncoding: flags.strictEncoding === true,
    language: fileLanguage(),
    ...(replaced ? { onReplaced: each => replaced.add(each) } : {}),
  }
}

function aboutOf({ sourceTitle, sourceUrl, licence }: ExtractFlags): About {
  return {
    ...(sourceTitle ? { sourceTitle } : {}),
    ...(sourceUrl ? { sourceUrl } : {}),
    ...(licence ? { licence } : {}),
  }
}
