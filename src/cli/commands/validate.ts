import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { layouts } from '../../layouts/registry.ts'
import type { Source } from '../../pipeline.ts'
import type { Problem } from '../../walks/schema/problems.ts'
import { isOutput, validateText } from '../../walks/schema/validate.ts'
import { checkPackage, type PackageProblem } from '../../writers/data-package/check-package.ts'
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
 * Checks files that `extract` has written against the schema, and folders against their own description. What stands beside the data by
 * itself is skipped, and so is what a folder holds besides. Returns the exit code.
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
const isBesides = (path: string, text: string, isTyped: boolean): boolean =>
  besides.includes(basename(path)) || (!isTyped && !isOutput(text))

async function validateOne({ path, bytes }: Source, isTyped: boolean): Promise<Verdict> {
  try {
    const text = new TextDecoder().decode(await bytes())
    if (basename(path) === descriptorName && isOurs(text)) return await judge(path, await packageProblems(path, text))
    if (isBesides(path, text, isTyped)) return 'passed over'
    return await judge(
      path,
      validateText(text, layouts).problems.map(problem => ({ ...problem, path })),
    )
  } catch (error) {
    reportInputError(error, path)
    return 'unread'
  }
}

/** Something wrong in a file: in the text of one, or with one of a folder. */
type Found = (Problem | Omit<PackageProblem, 'path'>) & { readonly path: string }

/** What is wrong with the files that a descriptor lists; their paths go from where the descriptor lies. */
async function packageProblems(path: string, text: string): Promise<Found[]> {
  const folder = dirname(path)
  const read = (name: string) => readFile(join(folder, name)).catch(() => undefined)
  const problems = await checkPackage(text, read)
  return problems.map(problem => ({ ...problem, path: join(folder, problem.path) }))
}

async function judge(path: string, problems: readonly Found[]): Promise<Verdict> {
  if (problems.length === 0) await printOut(`${oneLine(path)}: valid\n`)
  else reportInvalid(path, problems)
  return problems.length === 0 ? 'valid' : 'invalid'
}

function reportInvalid(path: string, problems: readonly Found[]): void {
  for (const problem of problems.slice(0, mostLines))
    reportProblem({ where: problem.path, code: 'INVALID', message: problem.message, hint: placeIn(problem) })
  if (problems.length > mostLines) reportNote(`${path}: … and ${problems.length - mostLines} more`)
}

function placeIn(problem: Found): string {
  if ('place' in problem) return problem.place
  const { line, pointer } = problem
  return [line === undefined ? '' : `line ${line}`, pointer].filter(part => part !== '').join(', ')
}
