import type { Pages } from '../../envelope.ts'
import type { PdfReading } from '../../readers/registry.ts'
import { type Encoding, type Format, formatOf, type Headers } from '../../writers/writer.ts'
import type { LimitFlags } from '../commands/limits.ts'
import type { ListFlags } from '../inputs/files-from.ts'
import type { PasswordFlags } from '../inputs/password.ts'
import { usage } from '../reporting/stderr.ts'

/** The options of `extract` as commander gives them. */
export interface ExtractFlags extends PasswordFlags, ListFlags, LimitFlags {
  readonly format?: Format
  readonly output?: string
  readonly table?: string
  readonly layout?: string
  readonly reader?: PdfReading
  readonly pages?: readonly Pages[]
  readonly headers?: Headers
  readonly encoding?: Encoding
  readonly guard: boolean
  readonly provenance?: boolean
  readonly raw?: boolean
  readonly findings?: boolean
  readonly strict?: boolean
  readonly minCoverage?: number
  readonly overwrite?: boolean
  readonly quiet?: boolean
  readonly perFile?: boolean
  readonly force?: boolean
  readonly jobs?: number
  readonly jsonLog?: boolean
}

/** The format that is asked for: by -f, else by the ending of -o, else JSON. */
export function formatFor(flags: ExtractFlags): Format {
  const format = flags.format ?? formatOf(flags.output ?? '') ?? 'json'
  refuseHomeless(flags, format)
  refuseIdle(flags, format)
  return format
}

/** Options that need another one beside them. */
function refuseHomeless(flags: ExtractFlags, format: Format): void {
  if (flags.null && flags.filesFrom === undefined)
    throw usage('-0', 'it tells how a list is parted, and there is none', 'give the list with --files-from')
  if (flags.perFile && (format !== 'json' || flags.output === undefined || flags.output === '-'))
    throw usage('--per-file', 'it writes JSON files into a folder', 'give -f json and the folder with -o')
}

/** An option that would do nothing was meant to do something: it is refused rather than passed over. */
function refuseIdle(flags: ExtractFlags, format: Format): void {
  const { table, headers, encoding, guard, provenance, raw } = flags
  const ofCsv = { '--table': table, '--headers': headers, '--encoding': encoding, '--no-guard': !guard }
  const ofJson = { '--provenance': provenance, '--raw': raw }
  const [idle] = Object.entries(format === 'csv' ? ofJson : ofCsv).find(([, value]) => value) ?? []
  if (idle === undefined) return
  const other = format === 'csv' ? '-f json or -f jsonl' : '-f csv'
  throw usage(idle, `it has no effect on ${format} output`, `choose ${other}, or leave it out`)
}
