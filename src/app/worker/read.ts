import type { Result } from '../../envelope.ts'
import { inputError } from '../../failures.ts'
import { layouts } from '../../layouts/registry.ts'
import { say } from '../../messages/words.ts'
import { extractOne } from '../../pipeline.ts'
import { geometryReader } from '../../readers/pdf/index.ts'
import type { Reader } from '../../readers/reader.ts'
import { textReader } from '../../readers/text-reader.ts'
import type { Given } from '../questions.ts'

/** In bytes. What reads a PDF holds it three times, and a page has 2 GB at most, on some computers less. */
const largest = 200 * 1024 * 1024

/** What is read of a file, its sentences still to be told. `onPage` hears how many pages are read. */
export const read = (given: Given, onPage: (pages: number) => void): Promise<Result> =>
  extractOne(
    { path: given.path, bytes: () => bytesOf(given) },
    {
      layouts,
      readers: [counted(geometryReader(), onPage), textReader],
      password: given.password,
      decisions: given.decisions,
      provenance: true,
      untold: true,
      onBug: error => console.error(error),
    },
  )

/** The bytes of a file. Throws an InputError for one that is larger than a page can hold, or that the browser cannot read. */
export async function bytesOf({ file }: Given): Promise<Uint8Array> {
  if (file.size > largest) throw inputError('INPUT_TOO_LARGE', { bytes: file.size, limit: largest })
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    throw inputError('UNREADABLE', { why: say('SYSTEM_ERROR', { code: (error as Error).name }) })
  }
}

/** A reader that tells how many pages it has read: it pauses behind each. */
function counted(reader: Reader, onPage: (pages: number) => void): Reader {
  return {
    ...reader,
    read: (bytes, options) => {
      let pages = 0
      const pause = async () => {
        onPage(++pages)
        await options.pause?.()
      }
      return reader.read(bytes, { ...options, pause })
    },
  }
}
