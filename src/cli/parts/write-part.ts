import { entryOf } from '../../batch/journal/entries.ts'
import { lineOf } from '../../batch/journal/lines.ts'
import { type Manifest, resultsName } from '../../batch/parts/manifest.ts'
import type { Result, Source } from '../../pipeline.ts'
import { descriptorName } from '../../writers/data-package/descriptor.ts'
import { describe } from '../../writers/data-package/package.ts'
import { NewFolder } from '../../writers/new-folder.ts'
import type { Staging } from '../../writers/placing/staging.ts'
import { swapIn } from '../../writers/placing/swap.ts'
import { refuseInputs } from '../output/output.ts'
import type { Member } from './members.ts'

/** A part to be written: what became of the inputs that it holds. */
export interface NewPart {
  readonly members: readonly Member[]
  /** In the order of the members. */
  readonly results: Iterable<Result>
  readonly manifest: Manifest
  readonly staging: Staging
  readonly overwrite: boolean
  /** Files that must not be replaced. */
  readonly sources: readonly Source[]
}

/** Makes the folder of a part beside its place, and moves it there. */
export async function writePart({ members, results, manifest, staging, overwrite, sources }: NewPart): Promise<void> {
  const isMayReplace = overwrite || staging.isOwn()
  const folder = new NewFolder(staging.newPath([resultsName, descriptorName]))
  await folder.add(resultsName, '一部の入力の結果', linesOf(members, results))
  const made = await describe(folder, { part: manifest })
  const onLeaving = (paths: readonly string[]) => refuseInputs(paths, sources)
  swapIn(staging.target as string, { staging: staging.open(), ...made }, { overwrite: isMayReplace, onLeaving })
}

function* linesOf(members: readonly Member[], results: Iterable<Result>): Generator<Buffer> {
  const waiting = members.values()
  for (const result of results) {
    const { source, index } = waiting.next().value as Member
    const about = { path: source.path, sha256: result.input?.sha256 ?? null, index }
    yield lineOf(entryOf(about, JSON.stringify(result)))
  }
}
