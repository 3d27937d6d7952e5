import type { Source } from '../../pipeline.ts'
import type { Format, Output } from '../../writers/format.ts'
import type { Staging, Target } from '../../writers/placing/staging.ts'
import type { About, Extracted } from '../../writers/writer.ts'
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
}

/** What the writer of the format needs of a job. The layouts are loaded only where it writes tables. */
export async function outputOf({ extracted, format, target, flags }: Job): Promise<Output> {
  const { layout, table, encoding = 'utf-8', guard } = flags
  const headers = flags.headers ?? (format.takes === 'tables' ? 'ja' : 'en')
  const layouts = format.takes === 'documents' ? [] : (await import('./offered.ts')).layoutsFor(layout, '--layout')
  const about = aboutOf(flags)
  const isForPeople = target.kind === 'stdout' && isTerminal()
  return { extracted, layouts, table, tables: { headers, encoding, guard }, about, isForPeople }
}

function aboutOf({ sourceTitle, sourceUrl, licence }: ExtractFlags): About {
  return {
    ...(sourceTitle ? { sourceTitle } : {}),
    ...(sourceUrl ? { sourceUrl } : {}),
    ...(licence ? { licence } : {}),
  }
}
