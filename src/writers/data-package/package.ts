import type { Failure } from '../../envelope.ts'
import { line } from '../json/jsonl.ts'
import type { NewFolder } from '../new-folder.ts'
import { syncTree } from '../sink.ts'
import type { Extracted } from '../writer.ts'
import { dataPackage, type PackageOptions } from './datapackage.ts'
import { descriptorName, failuresName, releaseFindingsName } from './descriptor.ts'

/** What goes into a folder beside the data. */
export interface Beside {
  readonly failures: readonly Failure[]
  readonly releaseFindings: readonly object[]
}

/**
 * Writes what goes beside the data, and last the descriptor that lists all files: a folder without it is unfinished. Returns the
 * names of all files, and the hash of the descriptor.
 */
export async function finish(
  folder: NewFolder,
  { failures, releaseFindings }: Beside,
  options: PackageOptions = {},
): Promise<{ names: string[]; sha256: string }> {
  await folder.add(failuresName, '読み取れなかった入力', failures.map(line))
  await folder.add(releaseFindingsName, '公開分全体の照合結果', releaseFindings.map(line))
  return describe(folder, options)
}

/** Writes the descriptor that lists all files of a folder. Returns the names of all files, and the hash of the descriptor. */
export async function describe(
  folder: NewFolder,
  options: PackageOptions = {},
): Promise<{ names: string[]; sha256: string }> {
  const names = [...folder.resources.map(resource => resource.path), descriptorName]
  const sink = folder.open(descriptorName)
  sink.add(`${JSON.stringify(dataPackage(folder.resources, options), null, 2)}\n`)
  const { sha256 } = sink.finish()
  await syncTree(folder.path)
  return { names, sha256 }
}

/** The paths of all inputs: those that were read, and those that failed. */
export const pathsOf = ({ inputs, failures }: Pick<Extracted, 'inputs' | 'failures'>): Set<string> =>
  new Set([...inputs, ...failures].map(each => each.path))
