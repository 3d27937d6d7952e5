import type { Reading } from '../../batch/processes/questions.ts'
import type { Format } from '../../writers/format.ts'
import type { Baseline } from '../baseline/baseline.ts'
import { decisionsOf } from '../inputs/decisions.ts'
import { assertNamed, listed } from '../inputs/files-from.ts'
import { inputsOf } from '../inputs/inputs.ts'
import { passwordOf } from '../inputs/password.ts'
import { wantedFor } from '../inputs/wanted.ts'
import { fileLanguage } from '../language.ts'
import { protect, targetOf } from '../output/output.ts'
import { type ExtractFlags, formatFor, refuseUntold } from '../output/settings.ts'
import { readInputs } from '../running/read-inputs.ts'
import { run, working } from '../running/run.ts'

export type { ExtractFlags } from '../output/settings.ts'

/** Reads every input, or a share of them, reports what became of it, and writes the data. Returns the exit code. */
export async function extract(typed: readonly string[], flags: ExtractFlags): Promise<number> {
  assertNamed(typed, flags)
  const format = formatFor(flags)
  const baseline = await baselineOf(flags)
  const reading = await readingOf(flags, format)
  const target = await targetOf(flags, format)
  refuseUntold(flags, target, format)
  const list = await listed(flags)
  return working(target, flags, async staging => {
    const sources = await inputsOf(typed, wantedFor(flags), list)
    await protect(target, flags.overwrite === true, sources, staging)
    const work = { typed: [...typed, ...list], sources, reading, format, target, staging, flags, baseline }
    if (flags.shard) return (await import('../running/share.ts')).extractShare(work, flags.shard)
    return run({
      ...work,
      inputs: sources.length,
      language: fileLanguage(),
      isStreamed: true,
      read: listener => readInputs(work, listener),
    })
  })
}

/** Loaded on demand. */
const baselineOf = async (flags: ExtractFlags): Promise<Baseline | undefined> =>
  flags.baseline === undefined && !flags.writeBaseline
    ? undefined
    : (await import('../baseline/baseline.ts')).baselineFor(flags)

async function readingOf(flags: ExtractFlags, format: Format): Promise<Reading> {
  await assertOffered(flags)
  return {
    layout: flags.layout,
    reader: flags.reader,
    pages: flags.pages,
    // The tables look up there which page a row is on; where characters may be exchanged, as in the tables of a part, the place of each is told.
    provenance: flags.provenance === true || flags.shard !== undefined || placesFor(flags, format),
    raw: flags.raw === true,
    findings: flags.findings === true,
    password: await passwordOf(flags),
    ...(await decisionsOf(flags)),
  }
}

/** Typed names are checked before anything is read; the layouts are loaded only where a name has to be looked up. */
async function assertOffered({ layout, table }: ExtractFlags): Promise<void> {
  if (layout === undefined && table === undefined) return
  const { layoutsFor, tableNamed } = await import('../output/of-tables.ts')
  const layouts = layoutsFor(layout, '--layout')
  if (table !== undefined) tableNamed(table, layouts)
}

const placesFor = ({ encoding }: ExtractFlags, { takes }: Format): Reading['provenance'] =>
  takes !== 'documents' && (encoding === 'cp932' || 'rows')
