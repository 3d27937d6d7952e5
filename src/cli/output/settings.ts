import type { Shard } from '../../batch/parts/shard.ts'
import type { Pages } from '../../envelope.ts'
import { say } from '../../messages/words.ts'
import type { PdfReading } from '../../readers/registry.ts'
import type { Format, FormatOption } from '../../writers/format.ts'
import { formatOf, formats } from '../../writers/formats.ts'
import type { Target } from '../../writers/placing/staging.ts'
import type { Encoding, Headers } from '../../writers/writer.ts'
import { type CacheFlags, refuseIdleLimit } from '../inputs/cache.ts'
import type { DecisionFlags } from '../inputs/decisions.ts'
import type { ExcludeFlags } from '../inputs/exclude.ts'
import type { ListFlags } from '../inputs/files-from.ts'
import type { LimitFlags } from '../inputs/limits.ts'
import type { LinkFlags } from '../inputs/links.ts'
import type { PasswordFlags } from '../inputs/password.ts'
import type { LeastGrade } from '../reporting/grades.ts'
import { usage } from '../reporting/stderr.ts'

/** The options of `extract` as commander gives them. */
export interface ExtractFlags
  extends PasswordFlags,
    ListFlags,
    LimitFlags,
    LinkFlags,
    ExcludeFlags,
    CacheFlags,
    DecisionFlags {
  /** The id of a format. */
  readonly format?: string
  readonly output?: string
  readonly table?: string
  readonly layout?: string
  readonly reader?: PdfReading
  readonly pages?: readonly Pages[]
  readonly headers?: Headers
  readonly encoding?: Encoding
  readonly guard: boolean
  readonly for?: 'excel'
  readonly strictEncoding?: boolean
  readonly provenance?: boolean
  readonly raw?: boolean
  readonly findings?: boolean
  readonly strict?: boolean
  readonly minCoverage?: number
  readonly minVerdict?: LeastGrade
  readonly failOn?: readonly string[]
  readonly baseline?: string
  readonly writeBaseline?: boolean
  readonly sourceTitle?: string
  readonly sourceUrl?: string
  readonly licence?: string
  readonly overwrite?: boolean
  readonly quiet?: boolean
  readonly perFile?: boolean
  readonly force?: boolean
  readonly jobs?: number
  readonly shard?: Shard
  readonly jsonLog?: boolean
}

/** The requested format: by -f, else by the ending of -o, else the first. Throws a UsageError for options that do not go with it. */
export function formatFor(flags: ExtractFlags, known: readonly [Format, ...Format[]] = formats): Format {
  const format = chosenFormat(flags, known)
  refuseHomeless(flags)
  refuseIdle(flags, format, known)
  return format
}

/** The format alone, whatever else is requested. */
export const chosenFormat = (flags: Partial<ExtractFlags>, known: readonly [Format, ...Format[]] = formats): Format =>
  known.find(({ id }) => id === flags.format) ?? formatOf(flags.output ?? '', known) ?? defaultFor(flags, known)

const defaultFor = (flags: Partial<ExtractFlags>, known: readonly [Format, ...Format[]]): Format =>
  (flags.for === 'excel' ? known.find(({ id }) => id === 'xlsx') : undefined) ?? known[0]

/** Options that need another one beside them. */
function refuseHomeless(flags: ExtractFlags): void {
  const { null: isNull, filesFrom, perFile, shard, output } = flags
  refuseIdleLimit(flags)
  if (isNull && filesFrom === undefined) throw usage('-0', say('NULL_WITHOUT_LIST'), say('GIVE_LIST'))
  if (perFile && (output === undefined || output === '-'))
    throw usage('--per-file', say('PER_FILE_WITHOUT_FOLDER'), say('GIVE_FOLDER'))
  if (shard && (output === undefined || output === '-'))
    throw usage('--shard', say('SHARD_WITHOUT_FOLDER'), say('GIVE_FOLDER'))
}

/** What is said of the documents has its place in the description of a folder, and in a workbook. */
export function refuseUntold(
  { sourceTitle, sourceUrl, licence }: ExtractFlags,
  { kind }: Target,
  { takes }: Format,
): void {
  if (kind === 'folder' || takes === 'tables') return
  const told = { '--source-title': sourceTitle, '--source-url': sourceUrl, '--licence': licence }
  const [option] = Object.entries(told).find(([, value]) => value !== undefined) ?? []
  if (option !== undefined) throw usage(option, say('NOT_IN_PACKAGE'), say('FOLDER_OR_LEAVE_OUT'))
}

/** Whether each option that only some formats take is given. */
const given = (flags: ExtractFlags): { readonly [option in FormatOption]: boolean } => ({
  '--table': flags.table !== undefined,
  '--headers': flags.headers !== undefined,
  '--encoding': flags.encoding !== undefined,
  '--no-guard': !flags.guard,
  '--for': flags.for !== undefined,
  '--strict-encoding': flags.strictEncoding === true,
  '--provenance': flags.provenance === true,
  '--raw': flags.raw === true,
  '--per-file': flags.perFile === true,
})

/** An option without effect was meant to have one: it is refused rather than ignored. */
function refuseIdle(flags: ExtractFlags, format: Format, known: readonly Format[]): void {
  const options = Object.entries(given(flags)) as [FormatOption, boolean][]
  const [idle] = options.find(([option, isGiven]) => isGiven && !format.options.includes(option)) ?? []
  if (idle === undefined) return
  const others = known.filter(({ options }) => options.includes(idle)).map(({ id }) => `-f ${id}`)
  throw usage(idle, say('NO_EFFECT', { format: format.id }), say('CHOOSE_FORMAT', { formats: others }))
}
