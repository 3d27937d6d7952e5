import type { Failure } from '../envelope.ts'
import { asFailure } from '../failures.ts'
import type { AnyLayout } from '../layouts/layout.ts'
import { layouts } from '../layouts/registry.ts'
import type { Source } from '../pipeline.ts'
import { type Reader, type ReadOptions, readWith } from '../readers/reader.ts'
import { type PdfReading, readersFor } from '../readers/registry.ts'
import { version } from '../version.ts'
import { linesOfRun } from './detect-lines.ts'
import { documentEndings } from './endings.ts'
import { exitOf } from './exit-codes.ts'
import { tellStack } from './guards.ts'
import { inputsOf } from './inputs.ts'
import { type PasswordFlags, passwordOf } from './password.ts'
import { type Recognised, recogniseAll } from './recognition.ts'
import { tellFailure } from './report.ts'
import { isTerminal, printOut } from './stdout.ts'

export interface DetectFlags extends PasswordFlags {
  readonly explain?: boolean
  readonly reader?: PdfReading
  readonly format?: 'json'
}

interface Detected {
  readonly path: string
  readonly runs: readonly Recognised[]
  readonly failure?: Failure
}

interface Options extends ReadOptions {
  readonly layouts: readonly AnyLayout[]
  readonly readers: readonly Reader[]
}

/** Tells which layout owns which pages of every input. Gives the exit code. */
export async function detect(typed: readonly string[], flags: DetectFlags): Promise<number> {
  const sources = await inputsOf(typed, { endings: documentEndings })
  const options = { layouts, readers: readersFor(flags.reader), password: await passwordOf(flags) }
  const all: Detected[] = []
  for (const source of sources) {
    const detected = await detectOne(source, options)
    all.push(detected)
    if (flags.format !== 'json') await printLines(detected, flags.explain === true)
  }
  if (flags.format === 'json') await printOut(`${jsonOf(all)}\n`)
  const written = all.filter(isRecognised).length
  return exitOf({ written, failed: all.length - written, findings: false })
}

async function detectOne(source: Source, options: Options): Promise<Detected> {
  try {
    const document = await readWith(options.readers, await source.bytes(), options)
    return { path: source.path, runs: recogniseAll(document, options.layouts) }
  } catch (error) {
    const failure = asFailure(error, source.path)
    tellFailure(failure)
    if (failure.code === 'INTERNAL') tellStack(error)
    return { path: source.path, runs: [], failure }
  }
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
  const inputs = all.filter(each => !each.failure)
  const failures = all.flatMap(each => each.failure ?? [])
  return JSON.stringify({ generator, inputs, failures }, null, isTerminal() ? 2 : 0)
}
