import type { Failure } from '../../envelope.ts'
import type { Source } from '../../pipeline.ts'
import { readWith } from '../../readers/reader.ts'
import { readers } from '../../readers/registry.ts'
import { OutputError } from '../../writers/errors.ts'
import { writeFile } from '../../writers/files.ts'
import { formatOf } from '../../writers/formats.ts'
import { exit } from '../exit-codes.ts'
import { documentEndings } from '../inputs/endings.ts'
import { inputsOf } from '../inputs/inputs.ts'
import { passwordOf } from '../inputs/password.ts'
import { protect, type Target } from '../output/output.ts'
import { printOut } from '../output/stdout.ts'
import { tellOutputError } from '../output/write.ts'
import { heedInterrupt } from '../reporting/guards.ts'
import { tellFailure, tellInputError } from '../reporting/report.ts'
import { usage } from '../reporting/stderr.ts'
import { drawPage } from './inspect-page.ts'
import { listTables } from './inspect-tables.ts'
import type { Inspected, InspectFlags, Shown } from './inspected.ts'

/** Shows what was found on a page as a picture, or every table as data. Gives the exit code. */
export async function inspect(typed: string, flags: InspectFlags): Promise<number> {
  refuseIdle(flags)
  const target = targetOf(flags)
  const source = await oneInput(typed)
  await protect(target, flags.overwrite === true, [source])
  const input = await readInput(source, await passwordOf(flags), flags.tables)
  if ('code' in input) return exit.nothingWritten
  const shown = flags.tables ? listTables(input, flags) : await drawPage(input, flags.page ?? 1)
  for (const failure of shown.failures) tellFailure(failure)
  if (shown.data.length === 0) return exit.nothingWritten
  return (await write(shown.data, target, flags)) ?? (shown.failures.length > 0 ? exit.someFailed : exit.done)
}

/** An option that would do nothing was meant to do something. */
function refuseIdle({ tables, format, pages, output }: InspectFlags): void {
  if (tables) return
  const hint = 'give --tables for the tables as data, or leave it out'
  if (format !== undefined) throw usage('-f', 'a page is drawn as SVG', hint)
  if (pages !== undefined) throw usage('--pages', 'one page is drawn at a time', 'give --page, or --tables')
  if (formatOf(output ?? '') !== undefined) throw usage('-o', `"${output}" is no name for a drawing (SVG)`, hint)
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

async function readInput(
  source: Source,
  password: string | undefined,
  everyTable = false,
): Promise<Inspected | Failure> {
  try {
    const bytes = await source.bytes()
    return {
      path: source.path,
      bytes,
      document: await readWith(readers, bytes, { password, everyTable, pause: heedInterrupt }),
      password,
    }
  } catch (error) {
    return tellInputError(error, source.path)
  }
}

async function write(data: Shown['data'], target: Target, flags: InspectFlags): Promise<number | undefined> {
  try {
    if (target.kind === 'stdout') await printOut(data)
    else writeFile(target.path, Buffer.from(data), { overwrite: flags.overwrite === true })
    return undefined
  } catch (error) {
    if (error instanceof OutputError) return tellOutputError(error, target)
    throw error
  }
}
