import { type Encoding, type Format, formatOfEnding, type Headings, type PageSpan } from './args.ts'
import type { PasswordFlags } from './password.ts'
import { usage } from './stderr.ts'

/** The options of `extract` as commander gives them. */
export interface ExtractFlags extends PasswordFlags {
  readonly format?: Format
  readonly output?: string
  readonly table?: string
  readonly layout?: string
  readonly pages?: readonly PageSpan[]
  readonly headers?: Headings
  readonly encoding?: Encoding
  readonly guard: boolean
  readonly provenance?: boolean
  readonly raw?: boolean
  readonly strict?: boolean
  readonly minCoverage?: number
  readonly overwrite?: boolean
  readonly quiet?: boolean
}

/** The format that is asked for: by -f, else by the ending of -o, else JSON. */
export function formatOf(flags: ExtractFlags): Format {
  const format = flags.format ?? formatOfEnding(flags.output ?? '') ?? 'json'
  refuseIdle(flags, format)
  return format
}

/** An option that would do nothing was meant to do something: it is refused rather than passed over. */
function refuseIdle(flags: ExtractFlags, format: Format): void {
  const ofCsv = {
    '--table': flags.table,
    '--headers': flags.headers,
    '--encoding': flags.encoding,
    '--no-guard': !flags.guard,
  }
  const ofJson = { '--provenance': flags.provenance, '--raw': flags.raw }
  const [idle] = Object.entries(format === 'csv' ? ofJson : ofCsv).find(([, value]) => value) ?? []
  if (idle === undefined) return
  throw usage(
    idle,
    `it has no effect on ${format} output`,
    `choose ${format === 'csv' ? '-f json or jsonl' : '-f csv'}, or leave it out`,
  )
}
