import type { Reading } from '../../batch/processes/questions.ts'
import type { Source } from '../../pipeline.ts'
import { toldFinding, toldResult, toldRun } from '../../told.ts'
import type { Format } from '../../writers/format.ts'
import { type Staging, stagingFor } from '../../writers/placing/staging.ts'
import { exitOf } from '../exit-codes.ts'
import { decisionsOf } from '../inputs/decisions.ts'
import { assertNamed, listed } from '../inputs/files-from.ts'
import { inputsOf } from '../inputs/inputs.ts'
import { passwordOf } from '../inputs/password.ts'
import { wantedFor } from '../inputs/wanted.ts'
import { fileLanguage, screenLanguage } from '../language.ts'
import { nameOf, protect, type Target, targetOf } from '../output/output.ts'
import { ReplacedCharacters } from '../output/replaced.ts'
import { type ExtractFlags, formatFor, refuseUntold } from '../output/settings.ts'
import { streamFor, write } from '../output/write.ts'
import { DecisionsLeft } from '../reporting/decisions-left.ts'
import { OutcomeCounts } from '../reporting/outcome.ts'
import { reportPageless } from '../reporting/report.ts'
import { Reporter } from '../reporting/reporter.ts'
import { reportEnd } from './ending.ts'
import { readInputs } from './read-inputs.ts'
import { Release } from './release.ts'

export type { ExtractFlags } from '../output/settings.ts'

/** Reads every input, reports what became of it, and writes the data. Returns the exit code. */
export async function extract(typed: readonly string[], flags: ExtractFlags): Promise<number> {
  assertNamed(typed, flags)
  const format = formatFor(flags)
  const reading = await readingOf(flags, format)
  const target = await targetOf(flags, format)
  refuseUntold(flags, target, format)
  const list = await listed(flags)
  try {
    // What an earlier run was putting in place is made whole before the folders are listed.
    const staging = stagingFor(target)
    try {
      const sources = await inputsOf(typed, wantedFor(flags), list)
      await protect(target, flags.overwrite === true, sources, staging)
      return await run({ typed: [...typed, ...list], sources, reading, format, target, staging, flags })
    } finally {
      staging.close()
    }
  } catch (error) {
    return reportEnd(error, target, flags)
  }
}

/** Everything about a run that its steps need. */
interface Work {
  /** Paths as they were typed or listed. */
  readonly typed: readonly string[]
  readonly sources: readonly Source[]
  readonly reading: Reading
  readonly format: Format
  readonly target: Target
  readonly staging: Staging
  readonly flags: ExtractFlags
}

async function run(work: Work): Promise<number> {
  const { sources, target, flags } = work
  const reporter = new Reporter(flags, sources.length)
  const counts = new OutcomeCounts(flags)
  const left = new DecisionsLeft(work.reading.decisions)
  const release = new Release(sources.length)
  try {
    const streaming = streamFor(work)
    const extracted = await readInputs(work, {
      onStart: path => reporter.start(path),
      onDone: async (result, how) => {
        if (flags.pages && !flags.quiet && result.input?.pages === null) reportPageless(result.input.path)
        reporter.done(toldResult(result, screenLanguage()), how)
        counts.add(result)
        left.add(result)
        await release.add(result, how.index)
        const stream = await streaming
        stream?.add(toldResult(result, fileLanguage()))
        await stream?.drained()
      },
    })
    const areLeft = left.report()
    counts.findings ||= areLeft && flags.strict === true
    const findings = await release.findings()
    const releaseFindings = findings.map(each => toldFinding(each, fileLanguage()))
    const replaced = await replacedIn(flags)
    const trouble = await write({
      ...work,
      extracted: toldRun(extracted, fileLanguage()),
      releaseFindings,
      stream: await streaming,
      ...(replaced ? { replaced } : {}),
    })
    replaced?.report(nameOf(target), flags.quiet === true)
    counts.findings ||= flags.strict === true && replaced?.areLost === true
    const isPlaced = trouble === undefined && target.kind !== 'stdout'
    const shownFindings = findings.map(each => toldFinding(each, screenLanguage()))
    reporter.end({ releaseFindings: shownFindings, output: isPlaced ? target.path : null })
    return trouble ?? exitOf(counts)
  } finally {
    reporter.close()
  }
}

/** Gathers what is exchanged in an encoding that lacks characters; undefined for one that has them all. */
async function replacedIn({ encoding }: ExtractFlags): Promise<ReplacedCharacters | undefined> {
  return encoding === 'cp932' ? new ReplacedCharacters() : undefined
}

async function readingOf(flags: ExtractFlags, format: Format): Promise<Reading> {
  await assertOffered(flags)
  return {
    layout: flags.layout,
    reader: flags.reader,
    pages: flags.pages,
    // The tables look up there which page a row is on.
    provenance: flags.provenance === true || (format.takes !== 'documents' && 'rows'),
    raw: flags.raw === true,
    findings: flags.findings === true,
    password: await passwordOf(flags),
    ...(await decisionsOf(flags)),
  }
}

/** Typed names are checked before anything is read; the layouts are loaded only where a name has to be looked up. */
async function assertOffered({ layout, table }: ExtractFlags): Promise<void> {
  if (layout === undefined && table === undefined) return
  const { layoutsFor, tableNamed } = await import('../output/offered.ts')
  const layouts = layoutsFor(layout, '--layout')
  if (table !== undefined) tableNamed(table, layouts)
}
