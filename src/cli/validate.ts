import { asFailure } from '../failures.ts'
import { layouts } from '../layouts/registry.ts'
import type { Source } from '../pipeline.ts'
import type { Problem } from '../walks/problems.ts'
import { validateText } from '../walks/validate.ts'
import { outputEndings } from './endings.ts'
import { exitOf } from './exit-codes.ts'
import { tellStack } from './guards.ts'
import { inputsOf } from './inputs.ts'
import { tellFailure } from './report.ts'
import { oneLine, tell, tellProblem } from './stderr.ts'
import { printOut } from './stdout.ts'

/** Problems that are told of one file. */
const mostLines = 20

type Verdict = 'valid' | 'invalid' | 'unread'

/** Checks files that `extract` has written against the schema. Gives the exit code. */
export async function validate(typed: readonly string[]): Promise<number> {
  const sources = await inputsOf(typed, { endings: outputEndings })
  const verdicts: Verdict[] = []
  for (const source of sources) verdicts.push(await validateOne(source))
  const failed = verdicts.filter(verdict => verdict === 'unread').length
  return exitOf({ written: verdicts.length - failed, failed, findings: verdicts.includes('invalid') })
}

async function validateOne({ path, bytes }: Source): Promise<Verdict> {
  try {
    const { valid, problems } = validateText(new TextDecoder().decode(await bytes()), layouts)
    if (valid) await printOut(`${oneLine(path)}: valid\n`)
    else tellInvalid(path, problems)
    return valid ? 'valid' : 'invalid'
  } catch (error) {
    const failure = asFailure(error, path)
    tellFailure(failure)
    if (failure.code === 'INTERNAL') tellStack(error)
    return 'unread'
  }
}

function tellInvalid(path: string, problems: readonly Problem[]): void {
  for (const { pointer, message, line } of problems.slice(0, mostLines)) {
    const place = [line === undefined ? '' : `line ${line}`, pointer].filter(part => part !== '').join(', ')
    tellProblem({ where: path, code: 'INVALID', message, hint: place })
  }
  if (problems.length > mostLines) tell(`${path}: … and ${problems.length - mostLines} more`)
}
