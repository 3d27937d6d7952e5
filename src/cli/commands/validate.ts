import { limitsFrom } from '../../batch/ask.ts'
import { say } from '../../messages/words.ts'
import { exitOf } from '../exit-codes.ts'
import { outputEndings } from '../inputs/endings.ts'
import type { ExcludeFlags } from '../inputs/exclude.ts'
import { inputsOf } from '../inputs/inputs.ts'
import type { LimitFlags } from '../inputs/limits.ts'
import { type LinkFlags, linksOf } from '../inputs/links.ts'
import { printOut } from '../output/stdout.ts'
import { oneLine, reportNote, reportProblem, shown } from '../reporting/stderr.ts'
import { type Checked, lookAt, looking, type ValidateTask } from './apart/look.ts'

export type ValidateFlags = LimitFlags & LinkFlags & ExcludeFlags

type Verdict = 'valid' | 'invalid' | 'unread' | 'passed over'

/**
 * Checks files that `extract` has written against the schema, and folders against their own description. What is beside the data by
 * itself is skipped, and so is what a folder holds besides. Returns the exit code.
 */
export async function validate(typed: readonly string[], flags: ValidateFlags = {}): Promise<number> {
  const verdicts = (await verdictsOn(typed, flags)).filter(verdict => verdict !== 'passed over')
  if (verdicts.length === 0) reportNothing(typed)
  const failed = verdicts.filter(verdict => verdict === 'unread').length
  return exitOf({ written: verdicts.length - failed, failed, findings: verdicts.includes('invalid') })
}

async function verdictsOn(typed: readonly string[], flags: ValidateFlags): Promise<Verdict[]> {
  const sources = await inputsOf(typed, { ...linksOf(flags), endings: outputEndings })
  const limits = limitsFrom(flags)
  return looking<ValidateTask, Verdict[]>(limits, async lane => {
    const verdicts: Verdict[] = []
    for (const source of sources) {
      const task: ValidateTask = { command: 'validate', isTyped: typed.includes(source.path) }
      const { found } = await lookAt(source, task, lane, limits)
      verdicts.push(found ? await toldOf(source.path, found) : 'unread')
    }
    return verdicts
  })
}

function reportNothing(typed: readonly string[]): void {
  const message = say('NO_OUTPUT_TO_CHECK')
  reportProblem({ where: typed.join(', '), code: 'NOT_FOUND', message, hint: say('NAME_FILES') })
}

async function toldOf(path: string, { isPassedOver, faults, more }: Checked): Promise<Verdict> {
  if (isPassedOver) return 'passed over'
  if (faults.length === 0) await printOut(`${shown(say('VALID', { path: oneLine(path) }))}\n`)
  for (const { path: where, message, place = '' } of faults)
    reportProblem({ where, code: 'INVALID', message, at: place })
  if (more > 0) reportNote(say('MORE_PROBLEMS', { path, more }))
  return faults.length === 0 ? 'valid' : 'invalid'
}
