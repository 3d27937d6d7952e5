import { runOf } from '../../batch/parts/manifest.ts'
import type { Shard } from '../../batch/parts/shard.ts'
import type { Source } from '../../pipeline.ts'
import { OutputError, unwritable } from '../../writers/errors.ts'
import type { Format } from '../../writers/format.ts'
import { exitOf } from '../exit-codes.ts'
import { homeOf } from '../output/home.ts'
import { nameOf, type Target } from '../output/output.ts'
import type { ExtractFlags } from '../output/settings.ts'
import { askedOf } from '../parts/asked.ts'
import { listOf, membersOf, typedAbove } from '../parts/members.ts'
import { writePart } from '../parts/write-part.ts'
import { OutcomeCounts } from '../reporting/outcome.ts'
import { Reporter } from '../reporting/reporter.ts'
import { readInBatch, type Work } from './read-inputs.ts'
import { reporting } from './run.ts'

interface ShareWork extends Work {
  readonly format: Format
  readonly flags: ExtractFlags
  readonly typed: readonly string[]
  /** All inputs. */
  readonly sources: readonly Source[]
  readonly target: Target
}

/**
 * Reads a share of the inputs and writes what became of them, for `merge` to make the output of. Returns the exit code: a part is written
 * also where its share has no document, or no input.
 */
export async function extractShare(work: ShareWork, shard: Shard): Promise<number> {
  const { sources, staging, flags, reading, typed, target } = work
  const members = membersOf(sources, shard)
  const reporter = new Reporter(flags, members.length, homeOf(work))
  const counts = new OutcomeCounts(flags)
  try {
    const own = { ...work, sources: members.map(({ source }) => source) }
    const results = await readInBatch(own, reporting(reporter, counts, { flags }))
    const run = runOf({ reading, asked: askedOf(flags), inputs: listOf(sources), typed: typedAbove(typed, sources) })
    const manifest = { shard, results: members.length, run }
    const overwrite = flags.overwrite === true
    await writePart({ members, results: results.each, manifest, staging, overwrite, sources })
    staging.remove()
    reporter.end({ releaseFindings: [], output: nameOf(target) })
    return exitOf({ ...counts, written: 1 })
  } catch (error) {
    const known = unwritable(nameOf(target), error)
    if (known instanceof OutputError) staging.clear()
    throw known
  } finally {
    reporter.close()
  }
}
