import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { layouts } from '../../../layouts/registry.ts'
import type { Source } from '../../../pipeline.ts'
import type { Problem } from '../../../walks/schema/problems.ts'
import { isOutput, validateText } from '../../../walks/schema/validate.ts'
import { checkPackage } from '../../../writers/data-package/check-package.ts'
import { descriptorName, failuresName, isOurs, releaseFindingsName } from '../../../writers/data-package/descriptor.ts'
import type { Checked, Fault, Finds, Looked, ValidateTask } from './look.ts'

/** Faults that are told of a file. */
const mostFaults = 20

/** Whether an input is output as the schema says; only the first of its faults. Throws why it cannot be read. */
export async function validateOne(source: Source, task: ValidateTask): Promise<Looked<Finds['validate']>> {
  const text = new TextDecoder().decode(await source.bytes())
  return { found: await foundIn(source.path, text, task), failures: [], bugs: [], misuse: [] }
}

async function foundIn(path: string, text: string, { isTyped }: ValidateTask): Promise<Checked> {
  if (basename(path) === descriptorName && isOurs(text)) return checked(await packageFaults(path, text))
  if (isBesides(path, text, isTyped)) return { isPassedOver: true, faults: [], more: 0 }
  return checked(validateText(text, layouts).problems.map(problem => faultOf(path, problem)))
}

function checked(faults: readonly Fault[]): Checked {
  const told = faults.slice(0, mostFaults)
  return { isPassedOver: false, faults: told, more: faults.length - told.length }
}

/** Files beside the data of a folder. */
const besides: readonly string[] = [failuresName, releaseFindingsName]

/** Whether a file is not to be checked: one of ours beside the data, or, where it was not typed by name, one that is not ours. */
const isBesides = (path: string, text: string, isTyped: boolean): boolean =>
  besides.includes(basename(path)) || (!isTyped && !isOutput(text))

/** What is wrong with the files that a descriptor lists; their paths go from where the descriptor lies. */
async function packageFaults(path: string, text: string): Promise<Fault[]> {
  const folder = dirname(path)
  const read = (name: string) => readFile(join(folder, name)).catch(() => undefined)
  const problems = await checkPackage(text, read)
  return problems.map(problem => ({ ...problem, path: join(folder, problem.path) }))
}

const faultOf = (path: string, { line, pointer, message }: Problem): Fault => ({
  path,
  message,
  place: [line === undefined ? '' : `line ${line}`, pointer].filter(part => part !== '').join(', '),
})
