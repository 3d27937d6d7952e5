import { readFile } from 'node:fs/promises'
import { limitsFrom } from '../../batch/ask.ts'
import type { Results } from '../../batch/journal/results.ts'
import { layouts } from '../../layouts/registry.ts'
import { fillSite, type Looks, siteNames } from '../../review/site/site.ts'
import { toldFailure } from '../../told.ts'
import { ownNames } from '../../writers/data-package/descriptor.ts'
import { finish } from '../../writers/data-package/package.ts'
import { OutputError, unwritable } from '../../writers/errors.ts'
import { NewFolder } from '../../writers/new-folder.ts'
import { swapIn } from '../../writers/placing/swap.ts'
import { fileLanguage } from '../language.ts'
import { refuseInputs } from '../output/output.ts'
import { reportOutputError } from '../output/write.ts'
import { UsageError } from '../reporting/stderr.ts'
import type { Work } from '../running/read-inputs.ts'
import { type Finds, lookAt, looking, type PictureTask } from './apart/look.ts'

/** What a run of `review` works with. */
export interface ReviewWork extends Work {
  readonly target: { readonly kind: 'folder'; readonly path: string }
  readonly flags: Work['flags'] & { readonly overwrite?: boolean }
}

/** Makes the folder of a review beside its place, and moves it there. Where it cannot be written, that is reported, and its exit code returned. */
export async function writeReview(work: ReviewWork, extracted: Results): Promise<number | undefined> {
  const { staging, target } = work
  try {
    if (extracted.layouts.size > 0) await makeReview(work, extracted)
    staging.remove()
    return undefined
  } catch (error) {
    if (error instanceof UsageError) staging.remove()
    else staging.clear()
    const known = unwritable(target.path, error)
    if (known instanceof OutputError) return reportOutputError(known, target)
    throw error
  }
}

async function makeReview({ staging, sources, flags, reading }: ReviewWork, extracted: Results): Promise<void> {
  const overwrite = flags.overwrite === true || staging.isOwn()
  const folder = new NewFolder(staging.newPath([...siteNames(extracted.each), ...ownNames]))
  const limits = limitsFrom(flags)
  await looking<PictureTask, void>(limits, async lane => {
    const byPath = new Map(sources.map(source => [source.path, source]))
    const look = async (path: string, pages: readonly number[]): Promise<Looks> => {
      const source = byPath.get(path)
      const task: PictureTask = { command: 'picture', pages, password: reading.password }
      const looked: Finds['picture'] | null = source ? (await lookAt(source, task, lane, limits)).found : null
      return looked ?? { pages: [], text: null }
    }
    const view = await readFile(new URL('./view.js', import.meta.url), 'utf8')
    await fillSite(folder, extracted.each, { language: fileLanguage(), forms: layouts, view, look })
  })
  const language = fileLanguage()
  const failures = extracted.failures.map(failure => toldFailure(failure, language))
  const made = await finish(folder, { failures, releaseFindings: [] })
  const onLeaving = (paths: readonly string[]) => refuseInputs(paths, sources)
  swapIn(staging.target as string, { staging: staging.open(), ...made }, { overwrite, onLeaving })
}
