import { basename } from 'node:path'
import { layouts } from '../../../layouts/registry.ts'
import type { Source } from '../../../pipeline.ts'
import { isOutput, validateText } from '../../../walks/schema/validate.ts'
import { descriptorName, failuresName, isOurs, releaseFindingsName } from '../../../writers/data-package/descriptor.ts'
import type { Finds, Looked, ValidateTask } from './look.ts'

/** Problems that are told of a file. */
const mostProblems = 20

/** Whether an input is output as the schema says; only the first of its problems. Throws why it cannot be read. */
export async function validateOne(source: Source, task: ValidateTask): Promise<Looked<Finds['validate']>> {
  const text = new TextDecoder().decode(await source.bytes())
  return { found: foundIn(source.path, text, task), failures: [], bugs: [], misuse: [] }
}

function foundIn(path: string, text: string, { isTyped }: ValidateTask): Finds['validate'] {
  if (isBesides(path, text, isTyped)) return { isPassedOver: true, problems: [], more: 0 }
  const { problems } = validateText(text, layouts)
  const told = problems.slice(0, mostProblems)
  return { isPassedOver: false, problems: told, more: problems.length - told.length }
}

/** Files beside the data of a folder. */
const besides: readonly string[] = [failuresName, releaseFindingsName]

/** Whether a file is not to be checked: one of ours beside the data, or, where it was not typed by name, one that is not ours. */
function isBesides(path: string, text: string, isTyped: boolean): boolean {
  const name = basename(path)
  if (besides.includes(name) || (name === descriptorName && isOurs(text))) return true
  return !isTyped && !isOutput(text)
}
