import type { Pages } from '../envelope.ts'
import type { PdfReading } from '../readers/registry.ts'
import { type Encoding, type Format, formatOf, type Headers } from '../writers/writer.ts'
import type { PasswordFlags } from './password.ts'
import { usage } from './stderr.ts'

/** The options of `extract` as commander gives them. */
export interface ExtractFlags extends PasswordFlags {
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
}

/** The format that is asked for: by -f, else by the ending of -o, else JSON. */
export function formatFor(flags: ExtractFlags): Format {
  const format = flags.format ?? formatOf(flags.output ?? '') ?? 'json'
  refuseIdle(flags, format)
  return format
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
