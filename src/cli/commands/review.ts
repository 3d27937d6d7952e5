import type { Results } from '../../batch/journal/results.ts'
import type { Reading } from '../../batch/processes/questions.ts'
import type { Pages } from '../../envelope.ts'
import { say } from '../../messages/words.ts'
import type { Source } from '../../pipeline.ts'
import type { PdfReading } from '../../readers/registry.ts'
import { toldResult } from '../../told.ts'
import { stagingFor } from '../../writers/placing/staging.ts'
import { exitOf } from '../exit-codes.ts'
import { type DecisionFlags, decisionsOf } from '../inputs/decisions.ts'
import { assertNamed, type ListFlags, listed } from '../inputs/files-from.ts'
import { inputsOf } from '../inputs/inputs.ts'
import type { LimitFlags } from '../inputs/limits.ts'
import type { LinkFlags } from '../inputs/links.ts'
import { type PasswordFlags, passwordOf } from '../inputs/password.ts'
import { wantedFor } from '../inputs/wanted.ts'
import { screenLanguage } from '../language.ts'
import { nameOf, protect } from '../output/output.ts'
import { DecisionsLeft } from '../reporting/decisions-left.ts'
import { OutcomeCounts } from '../reporting/outcome.ts'
import { Reporter } from '../reporting/reporter.ts'
import { usage } from '../reporting/stderr.ts'
import { reportEnd } from '../running/ending.ts'
import { readInputs } from '../running/read-inputs.ts'
import type { ReviewWork } from './write-review.ts'

/** The options of `review` as commander gives them. */
export interface ReviewFlags extends PasswordFlags, ListFlags, LimitFlags, LinkFlags, DecisionFlags {
  readonly output?: string
  readonly overwrite?: boolean
  readonly layout?: string
  readonly reader?: PdfReading
  readonly pages?: readonly Pages[]
  readonly findings?: boolean
  readonly jobs?: number
  readonly force?: boolean
  readonly jsonLog?: boolean
}

/** Reads every input and writes the pages on which what is doubtful can be settled. Returns the exit code. */
export async function review(typed: readonly string[], flags: ReviewFlags): Promise<number> {
  assertNamed(typed, flags, 'review')
  const target = { kind: 'folder' as const, path: folderIn(flags) }
  const reading = await readingOf(flags)
  const list = await listed(flags)
  try {
    const staging = stagingFor(target)
    try {
      const sources = (await inputsOf(typed, wantedFor(flags), list)).map(kept)
      await protect(target, flags.overwrite === true, sources, staging)
      return await run({ sources, reading, target, staging, flags })
    } finally {
      staging.close()
    }
  } catch (error) {
    return reportEnd(error, target, flags)
  }
}

async function run(work: ReviewWork & { readonly flags: ReviewFlags }): Promise<number> {
  const { sources, target, flags } = work
  const reporter = new Reporter(flags, sources.length, say('ALL_IN_FILE', { file: nameOf(target) }))
  const counts = new OutcomeCounts({})
  const left = new DecisionsLeft(work.reading.decisions)
  try {
    const extracted: Results = await readInputs(work, {
      onStart: path => reporter.start(path),
      onDone: async (result, how) => {
        reporter.done(toldResult(result, screenLanguage()), how)
        counts.add(result)
        left.add(result)
      },
    })
    left.report()
    const { writeReview } = await import('./write-review.ts')
    const trouble = await writeReview(work, extracted)
    reporter.end({ releaseFindings: [], output: trouble === undefined ? target.path : null })
    return trouble ?? exitOf(counts)
  } finally {
    reporter.close()
  }
}

function folderIn({ output }: ReviewFlags): string {
  if (output === undefined || output === '' || output === '-')
    throw usage('-o', say('REVIEW_WITHOUT_FOLDER'), say('GIVE_FOLDER'))
  return output
}

async function readingOf(flags: ReviewFlags): Promise<Reading> {
  if (flags.layout !== undefined) (await import('../output/of-tables.ts')).layoutsFor(flags.layout, '--layout')
  return {
    layout: flags.layout,
    reader: flags.reader,
    pages: flags.pages,
    provenance: true,
    raw: false,
    findings: flags.findings === true,
    password: await passwordOf(flags),
    ...(await decisionsOf(flags)),
  }
}

/** A source that is read twice, as values and as pictures: what comes from a pipe is kept. */
function kept(source: Source): Source {
  if ('file' in source) return source
  let bytes: Promise<Uint8Array> | undefined
  return {
    path: source.path,
    bytes: signal => {
      bytes ??= source.bytes(signal)
      return bytes
    },
  }
}
