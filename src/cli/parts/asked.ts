import type { Manifest } from '../../batch/parts/manifest.ts'
import { formatOf } from '../../writers/formats.ts'
import { typedLanguage } from '../language.ts'
import type { ExtractFlags } from '../output/settings.ts'

/** The options that say in what form the data is written. */
const ofForm = ['format', 'table', 'headers', 'encoding', 'guard', 'for', 'strictEncoding', 'perFile'] as const
/** The others that the output, or the exit code, depends on besides what is read. */
const ofOutcome = [
  'strict',
  'minCoverage',
  'minVerdict',
  'failOn',
  'sourceTitle',
  'sourceUrl',
  'licence',
] as const satisfies readonly (keyof ExtractFlags)[]

type Asked = Pick<ExtractFlags, (typeof ofForm)[number] | (typeof ofOutcome)[number]>

/** What the whole run was asked for, as a part keeps it: `merge` does what the run would have done. */
export function askedOf(flags: ExtractFlags): Manifest['run']['asked'] {
  const kept = [...ofForm, ...ofOutcome].flatMap(key => (flags[key] === undefined ? [] : [[key, flags[key]] as const]))
  const lang = typedLanguage()
  const places = flags.provenance ? { provenance: true } : {}
  return { ...Object.fromEntries(kept), ...(lang ? { lang } : {}), ...places }
}

/**
 * The options of a merge: those of the run, unless others are given. Another format than that of the run takes none of the options with it that
 * say how its own format is written.
 */
export function flagsFor(given: ExtractFlags, { run: { asked, reading } }: Manifest): ExtractFlags {
  const { guard, ...others } = given
  const format = given.format ?? formatOf(given.output ?? '')?.id
  const isOther = format !== undefined && format !== asked.format
  const kept = Object.fromEntries(
    Object.entries(asked).filter(([key]) => key !== 'provenance' && !(isOther && isOfForm(key))),
  ) as Partial<Asked>
  return {
    ...kept,
    ...(isOther ? { format } : {}),
    ...others,
    ...(reading.layout === undefined ? {} : { layout: reading.layout }),
    guard: guard && kept.guard !== false,
  }
}

const isOfForm = (key: string): boolean => ofForm.some(each => each === key)
