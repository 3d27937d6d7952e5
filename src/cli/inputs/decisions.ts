import { asFailure } from '../../failures.ts'
import { say } from '../../messages/words.ts'
import { toldFailure } from '../../told.ts'
import type { Decision } from '../../walks/decisions/decision.ts'
import { screenLanguage } from '../language.ts'
import { UsageError, usage } from '../reporting/stderr.ts'
import type { LimitFlags } from './limits.ts'
import { textAt } from './text-at.ts'

export interface DecisionFlags extends Pick<LimitFlags, 'timeout'> {
  /** Files of decisions, in the order in which they were made. */
  readonly decisions?: readonly string[]
}

/** The decisions of all files; undefined where none is given. Throws a UsageError for a file that cannot be read, or holds something else. */
export async function decisionsIn({ decisions: paths, timeout }: DecisionFlags): Promise<Decision[] | undefined> {
  if (paths === undefined) return undefined
  const { parsedDecisions } = await import('../../walks/decisions/parse.ts')
  const all: Decision[] = []
  for (const path of paths) {
    const found = parsedDecisions(await textOf(path, timeout))
    if (typeof found === 'number') throw usage(path, say('NO_DECISION', { line: found }), say('SAVED_BY_REVIEW'))
    all.push(...found)
  }
  return all
}

/** The part of a reading that they are; nothing where none is given. */
export async function decisionsOf(flags: DecisionFlags): Promise<{ readonly decisions?: readonly Decision[] }> {
  const decisions = await decisionsIn(flags)
  return decisions === undefined ? {} : { decisions }
}

async function textOf(path: string, timeout: number | undefined): Promise<string> {
  try {
    return await textAt(path, timeout)
  } catch (error) {
    const { code, message, hint } = toldFailure(asFailure(error, path), screenLanguage())
    throw new UsageError({ where: '--decisions', code, message, hint })
  }
}
