import { Zip, ZipDeflate } from 'fflate'
import { Buffer } from '../../platform/index.ts'

/** A file of an archive: its name, and its text or bytes in pieces. */
export interface Entry {
  readonly name: string
  readonly pieces: Iterable<string> | Iterable<Uint8Array>
}

/** The time that every file bears: the first that an archive can hold, in local time, as that is what it holds. */
const noTime = new Date(1980, 0, 1)

/** Text that is compressed at once: many small pieces would take long. */
const gathered = 64 * 1024

/** The bytes of a zip archive, as they come: the same files give the same bytes on any day and in any time zone. */
export function* zipPieces(entries: Iterable<Entry>): Iterable<Uint8Array> {
  let waiting: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    waiting.push(bytes)
  })
  function* taken(): Iterable<Uint8Array> {
    yield* waiting
    waiting = []
  }
  for (const { name, pieces } of entries) {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = noTime
    zip.add(file)
    let text = ''
    for (const piece of pieces) {
      const isText = typeof piece === 'string'
      if (isText) text += piece
      if (isText && text.length < gathered) continue
      file.push(isText ? Buffer.from(text, 'utf8') : piece)
      text = ''
      yield* taken()
    }
    file.push(Buffer.from(text, 'utf8'), true)
    yield* taken()
  }
  zip.end()
  yield* taken()
}
