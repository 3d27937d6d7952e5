import { say, type Words } from '../../messages/words.ts'
import type { Result } from '../../pipeline.ts'
import { GitHubReport } from './github.ts'
import type { LeastGrade } from './grades.ts'
import { isScreen, Progress } from './progress.ts'
import { reportResult } from './report.ts'
import { isGitHub, keepAtFoot, reportNote, reportProblem } from './stderr.ts'
import { type Ending, reportSummary } from './summary.ts'
import { Tally } from './tally.ts'

/** Up to this many inputs, each gets its own line, whatever became of it. */
const fewInputs = 20
/** Findings across a release that are reported; all of them are in release-findings.jsonl. */
const mostFindings = 20

/** The options that say what is reported. */
interface ReportFlags {
  readonly quiet?: boolean
  readonly jsonLog?: boolean
  readonly minCoverage?: number
  readonly minVerdict?: LeastGrade
}

/** Reports a run to people and machines, while it lasts and at its end. */
export class Reporter {
  readonly #flags: ReportFlags
  readonly #total: number
  readonly #home: Words
  readonly #tally = new Tally()
  readonly #github: GitHubReport | undefined
  readonly #progress: Progress | undefined

  constructor(flags: ReportFlags, total: number, home: Words) {
    this.#home = home
    this.#flags = flags
    this.#total = total
    this.#github = isGitHub() ? new GitHubReport() : undefined
    this.#progress =
      total > 1 && !flags.quiet && !flags.jsonLog && isScreen(process.stderr) ? progressOf(total) : undefined
    keepAtFoot(this.#progress)
  }

  /** An input is being read. */
  start(path: string): void {
    this.#progress?.start(path)
  }

  /** An input is done; called in the order of the inputs. */
  done(result: Result, { reused }: { readonly reused: boolean }): void {
    const { quiet = false, minCoverage, minVerdict } = this.#flags
    reportResult(result, { quiet, minCoverage, minVerdict, isOneOfMany: this.#total > fewInputs, home: this.#home })
    this.#tally.add(result, reused)
    this.#github?.add(result)
    this.#progress?.done(reused)
  }

  /** All is done and written. */
  end(ending: Ending): void {
    this.close()
    if (!this.#flags.quiet) reportFindings(ending)
    if (!this.#flags.quiet && this.#total > 1) reportSummary(this.#tally, ending)
    this.#github?.end(this.#tally, ending.releaseFindings)
  }

  /** Nothing more comes, whether all is done or not: the terminal is left as it was. */
  close(): void {
    keepAtFoot()
  }
}

const progressOf = (total: number): Progress => new Progress(process.stderr, total)

function reportFindings({ releaseFindings }: Ending): void {
  for (const { code, message, paths, pages, expected, actual } of releaseFindings.slice(0, mostFindings)) {
    const more = { paths, pages, expected, actual }
    reportProblem({ where: paths[0] ?? say('THE_RELEASE'), code, message, level: 'warning', more })
  }
  if (releaseFindings.length > mostFindings)
    reportNote(say('MORE_ACROSS', { more: releaseFindings.length - mostFindings }))
}
