import { createHash } from 'node:crypto'
import { build } from '../../build.ts'
import type { Source } from '../../pipeline.ts'
import { version } from '../../version.ts'
import type { Reading } from '../processes/questions.ts'
import { isFile, openFile } from '../sources.ts'
import type { Kept, Place } from './journal.ts'

/** What read the results of a run: another version or build of the tool, or another Unicode, may read a document otherwise. */
export const ourTool = () => ({ schemaVersion: 1, version, build: build(), unicode: process.versions.unicode })

/** What kept results depend on besides the content of the inputs, as JSON; never the password. */
export function dependsOn({ password: _, ...reading }: Reading): string {
  return JSON.stringify({ ...ourTool(), reading: sorted(reading) })
}

const sorted = (reading: object): object =>
  Object.fromEntries(Object.entries(reading).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** Where the journal has the result of an input whose content is still the same, or undefined. */
export async function reusable(source: Source, kept: ReadonlyMap<string, Kept>): Promise<Place | undefined> {
  const found = kept.get(source.path)
  if (!found || !isFile(source)) return undefined
  return (await sha256Of(source.path)) === found.sha256 ? found.place : undefined
}

/** The hash of the content as it is now; undefined where it cannot be read, which reading it will report. */
export async function sha256Of(path: string): Promise<string | undefined> {
  try {
    const handle = await openFile(path)
    const hash = createHash('sha256')
    for await (const chunk of handle.createReadStream()) hash.update(chunk)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}
