import { basename } from 'node:path'
import { layouts } from '../../layouts/registry.ts'
import type { Source } from '../../pipeline.ts'
import type { Problem } from '../../walks/schema/problems.ts'
import { isOutput, validateText } from '../../walks/schema/validate.ts'
import { descriptorName, failuresName, isOurs, releaseFindingsName } from '../../writers/data-package/descriptor.ts'
import { exitOf } from '../exit-codes.ts'
import { outputEndings } from '../inputs/endings.ts'
import { inputsOf } from '../inputs/inputs.ts'
import { type LinkFlags, linksOf } from '../inputs/links.ts'
import { printOut } from '../output/stdout.ts'
import { reportInputError } from '../reporting/report.ts'
import { oneLine, reportNote, reportProblem } from '../reporting/stderr.ts'

/** Problems that are reported per file. */
const mostLines = 20

type Verdict = 'valid' | 'invalid' | 'unread' | 'passed over'

/**
 * Checks files that `extract` has written against the schema. What it writes beside them is skipped, and so is what a folder
 * holds besides. Returns the exit code.
 */
export async function validate(typed: readonly string[], flags: LinkFlags = {}): Promise<number> {
  const sources = await inputsOf(typed, { ...linksOf(flags), endings: outputEndings })
  const found: Verdict[] = []
  for (const source of sources) found.push(await validateOne(source, typed.includes(source.path)))
  const verdicts = found.filter(verdict => verdict !== 'passed over')
  if (verdicts.length === 0) reportNothing(typed)
  const failed = verdicts.filter(verdict => verdict === 'unread').length
  return exitOf({ written: verdicts.length - failed, failed, findings: verdicts.includes('invalid') })
}

function reportNothing(typed: readonly string[]): void {
  const message = 'there is no JSON or JSONL that extract has written'
  reportProblem({ where: typed.join(', '), code: 'NOT_FOUND', message, hint: 'name the files themselves' })
}

/** Files beside the data of a folder. */
const besides: readonly string[] = [failuresName, releaseFindingsName]

/** Whether a file is not to be checked: one of ours beside the data, or, where it was not typed by name, one that is not ours. */
function isBesides(path: string, text: string, isTyped: boolean): boolean {
  const name = basename(path)
  if (besides.includes(name) || (name === descriptorName && isOurs(text))) return true
  return !isTyped && !isOutput(text)
}

async function validateOne({ path, bytes }: Source, isTyped: boolean): Promise<Verdict> {
  try {
    const text = new TextDecoder().decode(await bytes())
    if (isBesides(path, text, isTyped)) return 'passed over'
    const { valid, problems } = validateText(text, layouts)
    if (valid) await printOut(`${oneLine(path)}: valid\n`)
    else reportInvalid(path, problems)
    return valid ? 'valid' : 'invalid'
  } catch (error) {
    reportInputError(error, path)
    return 'unread'
  }
}

function reportInvalid(path: string, problems: readonly Problem[]): void {
  for (const { pointer, message, line } of problems.slice(0, mostLines)) {
    const place = [line === undefined ? '' : `line ${line}`, pointer].filter(part => part !== '').join(', ')
    reportProblem({ where: path, code: 'INVALID', message, hint: place })
  }
  if (problems.length > mostLines) reportNote(`${path}: … and ${problems.length - mostLines} more`)
}
