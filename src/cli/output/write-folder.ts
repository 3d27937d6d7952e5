import { ownNames } from '../../writers/data-package/descriptor.ts'
import { finish, pathsOf } from '../../writers/data-package/package.ts'
import { fileNames } from '../../writers/file-names.ts'
import type { Output } from '../../writers/format.ts'
import { NewFolder } from '../../writers/new-folder.ts'
import { swapIn } from '../../writers/placing/swap.ts'
import type { Job } from './job.ts'
import { refuseInputs } from './output.ts'

/** Makes the folder beside its place, and moves it there. */
export async function writeFolder(job: Job, asked: Output): Promise<void> {
  const { staging, extracted, releaseFindings = [], typed, flags } = job
  const writer = await job.format.open()
  const names = flags.perFile ? fileNames(pathsOf(extracted), typed, ownNames) : undefined
  const output = { ...asked, fileNames: names }
  const overwrite = flags.overwrite === true || staging.isOwn()
  const folder = new NewFolder(staging.newPath([...writer.names(output), ...ownNames]))
  await writer.fill(folder, output)
  const made = await finish(
    folder,
    { failures: extracted.failures, releaseFindings },
    { ...output.tables, about: output.about },
  )
  const onLeaving = (paths: readonly string[]) => refuseInputs(paths, job.sources)
  swapIn(staging.target as string, { staging: staging.open(), ...made }, { overwrite, onLeaving })
}
