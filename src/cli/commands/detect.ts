import { jsonText } from '../../diagnostics/json-text.ts'
import type { Failure } from '../../envelope.ts'
import type { AnyLayout } from '../../layouts/kit/layout.ts'
import { layouts } from '../../layouts/registry.ts'
import type { Source } from '../../pipeline.ts'
import { type Reader, type ReadOptions, readWith } from '../../readers/reader.ts'
import { type PdfReading, readersFor } from '../../readers/registry.ts'
import { version } from '../../version.ts'
import { exitOf } from '../exit-codes.ts'
import { documentEndings } from '../inputs/endings.ts'
import { inputsOf } from '../inputs/inputs.ts'
import { type LinkFlags, linksOf } from '../inputs/links.ts'
import { type PasswordFlags, passwordOf } from '../inputs/password.ts'
import { isTerminal, printOut } from '../output/stdout.ts'
import { linesOfRun } from '../reporting/detect-lines.ts'
import { heedInterrupt } from '../reporting/guards.ts'
import { type Recognised, recogniseAll } from '../reporting/recognition.ts'
import { tellInputError } from '../reporting/report.ts'

export interface DetectFlags extends PasswordFlags, LinkFlags {
  readonly explain?: boolean
  readonly reader?: PdfReading
  readonly format?: 'json'
}

interface Detected {
  readonly path: string
  readonly runs: readonly Recognised[]
  readonly failures: readonly Failure[]
}

interface Options extends ReadOptions {
  readonly layouts: readonly AnyLayout[]
  readonly readers: readonly Reader[]
}

/** Tells which layout owns which pages of every input. Gives the exit code. */
export async function detect(typed: readonly string[], flags: DetectFlags): Promise<number> {
  const sources = await inputsOf(typed, { ...linksOf(flags), endings: documentEndings, withoutOutputs: true })
  const options = { layouts, readers: readersFor(flags.reader), password: await passwordOf(flags) }
  const all: Detected[] = []
  for (const source of sources) {
    const detected = await detectOne(source, options)
    all.push(detected)
    if (flags.format !== 'json') await printLines(detected, flags.explain === true)
  }
  if (flags.format === 'json') await printOut(`${jsonOf(all)}\n`)
  const written = all.filter(isRecognised)
  const failed = all.length - written.length + written.filter(each => each.failures.length > 0).length
  return exitOf({ written: written.length, failed, findings: false })
}

async function detectOne(source: Source, options: Options): Promise<Detected> {
  try {
    const document = await readWith(options.readers, await source.bytes(), { ...options, pause: heedInterrupt })
    const failures = (document.unread ?? []).map(error => tellInputError(error, source.path))
    return { path: source.path, runs: recogniseAll(document, options.layouts), failures }
  } catch (error) {
    return { path: source.path, runs: [], failures: [tellInputError(error, source.path)] }
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
  const inputs = all.filter(each => each.runs.length > 0).map(({ path, runs }) => ({ path, runs }))
  const failures = all.flatMap(each => each.failures)
  return jsonText({ generator, inputs, failures }, isTerminal() ? 2 : 0)
}
