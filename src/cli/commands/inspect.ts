import { limitsFrom } from '../../batch/ask.ts'
import type { Source } from '../../pipeline.ts'
import { OutputError } from '../../writers/errors.ts'
import { writeFile } from '../../writers/files.ts'
import { endingOf } from '../../writers/formats.ts'
import { exit } from '../exit-codes.ts'
import { documentEndings } from '../inputs/endings.ts'
import { inputsOf } from '../inputs/inputs.ts'
import { passwordOf } from '../inputs/password.ts'
import { protect, type Target } from '../output/output.ts'
import { isTerminal, printOut } from '../output/stdout.ts'
import { reportOutputError } from '../output/write.ts'
import { reportPageless } from '../reporting/report.ts'
import { reportNote, usage } from '../reporting/stderr.ts'
import { type Looked, lookAt, looking } from './apart/look.ts'
import type { InspectFlags, InspectTask, Shown } from './inspected.ts'

/** Shows what was found on a page as a picture, or every table as data. Returns the exit code. */
export async function inspect(typed: string, flags: InspectFlags): Promise<number> {
  refuseIdle(flags)
  const target = targetOf(flags)
  const source = await oneInput(typed)
  await protect(target, flags.overwrite === true, [source])
  const { found, failures } = await look(source, target, flags)
  if (found?.isPageless) reportPageless(source.path)
  found?.remarks?.forEach(reportNote)
  if (!found || found.data.length === 0) return exit.nothingWritten
  return (await write(found.data, target, flags)) ?? (failures.length > 0 ? exit.someFailed : exit.done)
}

async function look(source: Source, target: Target, flags: InspectFlags): Promise<Looked<Shown>> {
  const isForPeople = target.kind === 'stdout' && isTerminal()
  const task: InspectTask = { command: 'inspect', flags, password: await passwordOf(flags), isForPeople }
  const limits = limitsFrom(flags)
  return looking<InspectTask, Looked<Shown>>(limits, lane => lookAt(source, task, lane, limits))
}

/** An option without effect was meant to have one. */
function refuseIdle({ tables, format, pages, output }: InspectFlags): void {
  const ending = endingOf(output ?? '')
  refuseEnding(ending, !tables ? ['.svg'] : format === undefined ? ['.json', '.csv'] : [`.${format}`])
  if (tables) return
  const hint = 'give --tables for the tables as data, or leave it out'
  if (format !== undefined) throw usage('-f', 'a page is drawn as SVG', hint)
  if (pages !== undefined) throw usage('--pages', 'one page is drawn at a time', 'give --page, or --tables')
}

/** The name of a file says what it holds. */
function refuseEnding(ending: string | undefined, known: readonly string[]): void {
  if (ending === undefined || known.includes(ending)) return
  throw usage('-o', `what is written is not of the kind "${ending}"`, `end the name in ${known.join(' or ')}`)
}

async function oneInput(typed: string): Promise<Source> {
  const sources = await inputsOf([typed], { endings: documentEndings })
  const [only, second] = sources
  if (only && !second) return only
  throw usage(typed, `${sources.length} files match, and one is looked at at a time`, 'name the file itself')
}

function targetOf({ output }: InspectFlags): Target {
  if (output === undefined || output === '-') return { kind: 'stdout' }
  if (output === '') throw usage('-o', 'the path is empty', 'name a file, or leave -o out')
  if (/[/\\]$/.test(output)) throw usage('-o', `"${output}" names a folder`, 'give the path of a file')
  return { kind: 'file', path: output }
}

async function write(data: Shown['data'], target: Target, flags: InspectFlags): Promise<number | undefined> {
  try {
    if (target.kind === 'stdout') await printOut(data)
    else writeFile(target.path, Buffer.from(data), { overwrite: flags.overwrite === true })
    return undefined
  } catch (error) {
    if (error instanceof OutputError) return reportOutputError(error, target)
    throw error
  }
}
