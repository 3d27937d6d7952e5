import { mergedResults, PartError } from '../../batch/parts/merged.ts'
import { fileSource } from '../../batch/sources.ts'
import type { Doc, Result } from '../../envelope.ts'
import type { Language } from '../../messages/language.ts'
import { say } from '../../messages/words.ts'
import { typedLanguage } from '../language.ts'
import { protect, targetOf } from '../output/output.ts'
import { type ExtractFlags, formatFor, refuseUntold } from '../output/settings.ts'
import { flagsFor } from '../parts/asked.ts'
import { type Found, partsIn } from '../parts/found.ts'
import { UsageError } from '../reporting/stderr.ts'
import type { Listener } from '../running/read-inputs.ts'
import { run, working } from '../running/run.ts'

/** Writes of the parts of a run what the whole run would have written. Returns the exit code. */
export async function merge(folders: readonly string[], given: ExtractFlags): Promise<number> {
  const found = partsIn(folders)
  const { inputs, asked, typed, reading } = found.manifest.run
  const flags = flagsFor(given, found.manifest)
  const format = formatFor(flags)
  const target = await targetOf(flags, format)
  refuseUntold(flags, target, format)
  const sources = found.parts.map(({ file }) => fileSource(file))
  return working(target, flags, async staging => {
    await protect(target, flags.overwrite === true, sources, staging)
    // Another run that works on the same output is met before an hour's reading.
    if (target.kind !== 'stdout') staging.open()
    return run({
      inputs: inputs.count,
      typed,
      reading,
      sources,
      format,
      target,
      staging,
      flags,
      language: typedLanguage() ?? (asked.lang as Language | undefined) ?? 'en',
      // Only after the last entry is it sure that the parts are whole.
      isStreamed: false,
      read: listener => readParts(found, listener, format.takes === 'documents'),
    })
  })
}

async function readParts({ parts, manifest }: Found, { onDone }: Listener, isOfDocuments: boolean) {
  const { inputs, asked } = manifest.run
  const isBare = isOfDocuments && asked.provenance !== true
  try {
    return await mergedResults({ parts, inputs, change: isBare ? withoutProvenance : result => result }, onDone)
  } catch (error) {
    if (!(error instanceof PartError)) throw error
    const { where, said: message } = error
    throw new UsageError({ where: where ?? 'merge', code: 'PART_DAMAGED', message, hint: say('WRITE_PART_AGAIN') })
  }
}

/** Places are in every part, as tables may be made of it; documents have them only where they were asked for. */
const withoutProvenance = (result: Result): Result => ({
  ...result,
  documents: result.documents.map(({ provenance: _, ...doc }): Doc => doc),
})
