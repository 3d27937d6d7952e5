import { limitsFrom } from '../../batch/ask.ts'
import { jsonText } from '../../diagnostics/json-text.ts'
import type { Failure } from '../../envelope.ts'
import type { Recognised } from '../../layouts/recognition.ts'
import { spoken } from '../../messages/speak.ts'
import type { Source } from '../../pipeline.ts'
import type { PdfReading } from '../../readers/registry.ts'
import { toldFailure } from '../../told.ts'
import { version } from '../../version.ts'
import { exitOf } from '../exit-codes.ts'
import { documentEndings } from '../inputs/endings.ts'
import type { ExcludeFlags } from '../inputs/exclude.ts'
import { inputsOf } from '../inputs/inputs.ts'
import type { LimitFlags } from '../inputs/limits.ts'
import { type LinkFlags, linksOf } from '../inputs/links.ts'
import { type PasswordFlags, passwordOf } from '../inputs/password.ts'
import { fileLanguage } from '../language.ts'
import { isTerminal, printOut } from '../output/stdout.ts'
import { linesOfRun } from '../reporting/detected/lines.ts'
import { type DetectTask, lookAt, looking } from './apart/look.ts'

export interface DetectFlags extends PasswordFlags, LimitFlags, LinkFlags, ExcludeFlags {
  readonly explain?: boolean
  readonly reader?: PdfReading
  readonly format?: 'json'
}

interface Detected {
  readonly path: string
  readonly runs: readonly Recognised[]
  readonly failures: readonly Failure[]
}

/** Reports which layout owns which pages of every input. Returns the exit code. */
export async function detect(typed: readonly string[], flags: DetectFlags): Promise<number> {
  const sources = await inputsOf(typed, { ...linksOf(flags), endings: documentEndings, withoutOutputs: true })
  const task: DetectTask = { command: 'detect', reader: flags.reader, password: await passwordOf(flags) }
  const all = await detectAll(sources, task, flags)
  if (flags.format === 'json') await printOut(`${jsonOf(all)}\n`)
  const written = all.filter(isRecognised)
  const failed = all.length - written.length + written.filter(each => each.failures.length > 0).length
  return exitOf({ written: written.length, failed, findings: false })
}

/** What was found in every input; lines are printed as it comes. */
async function detectAll(sources: readonly Source[], task: DetectTask, flags: DetectFlags): Promise<Detected[]> {
  const limits = limitsFrom(flags)
  const all: Detected[] = []
  return looking<DetectTask, Detected[]>(limits, async lane => {
    for (const source of sources) {
      const { found, failures } = await lookAt(source, task, lane, limits)
      const detected = { path: source.path, runs: found ?? [], failures }
      all.push(detected)
      if (flags.format !== 'json') await printLines(detected, flags.explain === true)
    }
    return all
  })
}

const printLines = ({ path, runs }: Detected, explain: boolean): Promise<void> =>
  printOut(
    runs
      .flatMap(run => linesOfRun(path, run, explain))
      .map(line => `${line}\n`)
      .join(''),
  )

const isRecognised = ({ runs }: Detected): boolean => runs.some(run => run.layout !== null)

function jsonOf(all: readonly Detected[]): string {
  const generator = { name: 'sapporo-eval', version }
  const language = fileLanguage()
  const inputs = all
    .filter(each => each.runs.length > 0)
    .map(({ path, runs }) => ({ path, runs: spoken(runs, language) }))
  const failures = all.flatMap(each => each.failures.map(failure => toldFailure(failure, language)))
  return jsonText({ generator, inputs, failures }, isTerminal() ? 2 : 0)
}
