import type { How } from '../../batch/journal/ledger.ts'
import type { Results } from '../../batch/journal/results.ts'
import type { Reading } from '../../batch/processes/questions.ts'
import type { Language } from '../../messages/language.ts'
import type { Result, Source } from '../../pipeline.ts'
import { toldFinding, toldResult, toldRun } from '../../told.ts'
import type { Format } from '../../writers/format.ts'
import { type Staging, stagingFor } from '../../writers/placing/staging.ts'
import type { Baseline } from '../baseline/baseline.ts'
import { exitOf } from '../exit-codes.ts'
import { screenLanguage } from '../language.ts'
import { homeOf } from '../output/home.ts'
import { nameOf, type Target } from '../output/output.ts'
import { ReplacedCharacters } from '../output/replaced.ts'
import type { ExtractFlags } from '../output/settings.ts'
import { streamFor, write } from '../output/write.ts'
import { DecisionsLeft } from '../reporting/decisions-left.ts'
import { OutcomeCounts } from '../reporting/outcome.ts'
import { reportPageless } from '../reporting/report.ts'
import { Reporter } from '../reporting/reporter.ts'
import { reportEnd } from './ending.ts'
import type { Listener } from './read-inputs.ts'
import { Release } from './release.ts'

/** Everything about a run that its steps need. */
export interface Work {
  /** How many inputs it has. */
  readonly inputs: number
  readonly reading: Reading
  /** Paths as they were typed or listed. */
  readonly typed: readonly string[]
  /** Files that must not be replaced. */
  readonly sources: readonly Source[]
  readonly format: Format
  readonly target: Target
  readonly staging: Staging
  readonly flags: ExtractFlags
  /** Findings that were accepted before. */
  readonly baseline?: Baseline | undefined
  /** Of the sentences in files. */
  readonly language: Language
  /** Documents may go to standard output while others are still being read. */
  readonly isStreamed: boolean
  /** What becomes of the inputs; each is told as it is done. */
  readonly read: (listener: Listener) => Promise<Results>
}

/** Reads, reports what became of every input, and writes the data. Returns the exit code. */
export async function run(work: Work): Promise<number> {
  const { target, flags, language, baseline } = work
  const reporter = new Reporter(flags, work.inputs, homeOf(work))
  const counts = new OutcomeCounts(flags)
  const left = new DecisionsLeft(work.reading.decisions)
  const release = new Release(work.inputs)
  try {
    const streaming = work.isStreamed ? streamFor(work) : undefined
    const { onStart, onDone } = reporting(reporter, counts, work)
    const extracted = await work.read({
      onStart,
      onDone: async (result, how) => {
        await onDone(result, how)
        left.add(result)
        await release.add(result, how.index)
        const stream = await streaming
        stream?.add(toldResult(result, language))
        await stream?.drained()
      },
    })
    const areLeft = left.report()
    counts.findings ||= areLeft && flags.strict === true
    const findings = await release.findings()
    const releaseFindings = findings.map(each => toldFinding(each, language))
    const replaced = await replacedIn(flags)
    const trouble = await write({
      ...work,
      extracted: toldRun(extracted, language),
      releaseFindings,
      stream: await streaming,
      ...(replaced ? { replaced } : {}),
    })
    replaced?.report(nameOf(target), flags.quiet === true)
    counts.findings ||= flags.strict === true && replaced?.areLost === true
    const isPlaced = trouble === undefined && target.kind !== 'stdout'
    const shownFindings = findings.map(each => toldFinding(each, screenLanguage()))
    reporter.end({ releaseFindings: shownFindings, output: isPlaced ? target.path : null })
    baseline?.end(flags.quiet === true)
    return trouble ?? exitOf(counts)
  } finally {
    reporter.close()
  }
}

/** Tells people and counts what becomes of the inputs. */
export const reporting = (
  reporter: Reporter,
  counts: OutcomeCounts,
  { flags, baseline }: Pick<Work, 'flags' | 'baseline'>,
): Listener => ({
  onStart: path => reporter.start(path),
  onDone: async (result: Result, how: How) => {
    if (flags.pages && !flags.quiet && result.input?.pages === null) reportPageless(result.input.path)
    const { told, counted } = baseline?.split(result) ?? { told: result, counted: result }
    reporter.done(toldResult(told, screenLanguage()), how)
    counts.add(counted)
  },
})

/** Gathers what is exchanged in an encoding that lacks characters; undefined for one that has them all. */
async function replacedIn({ encoding }: ExtractFlags): Promise<ReplacedCharacters | undefined> {
  return encoding === 'cp932' ? new ReplacedCharacters() : undefined
}

/** Does the work whose output goes to a target, and reports what cuts it short. What an earlier run was putting in place is made whole first. */
export async function working(
  target: Target,
  flags: ExtractFlags,
  work: (staging: Staging) => Promise<number>,
): Promise<number> {
  try {
    const staging = stagingFor(target)
    try {
      return await work(staging)
    } finally {
      staging.close()
    }
  } catch (error) {
    return reportEnd(error, target, flags)
  }
}
