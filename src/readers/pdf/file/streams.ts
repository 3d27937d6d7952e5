import { inflateRawSync, inflateSync } from 'node:zlib'

/** An object of the file that carries a stream. */
export interface Stream {
  readonly object: number
  readonly dictionary: string
  readonly data: Uint8Array
}

/** How far before its stream a dictionary may begin. */
const longestDictionary = 65_536

/** Every stream of a file, found by its keywords, so also where the file's own list of objects is lost. */
export function* streamsOf(bytes: Uint8Array): Generator<Stream> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let at = file.indexOf('stream')
  while (at >= 0) {
    const head = headBefore(file, at)
    const start = dataStart(file, at)
    const end = head ? dataEnd(file, start, head.dictionary) : at
    if (head) yield { ...head, data: file.subarray(start, end) }
    at = file.indexOf('stream', Math.max(end, at + 6) + (head ? 'endstream'.length : 0))
  }
}

/** The number and the dictionary of the object whose stream begins here, or undefined where these letters are no keyword. */
function headBefore(file: Buffer, at: number): { object: number; dictionary: string } | undefined {
  const before = file
    .subarray(Math.max(0, at - 8), at)
    .toString('latin1')
    .trimEnd()
  if (!before.endsWith('>>')) return undefined
  const from = file.lastIndexOf(' obj', at)
  if (from < 0 || at - from > longestDictionary) return undefined
  const number = /(\d+)\s+\d+$/.exec(
    file
      .subarray(Math.max(0, from - 24), from)
      .toString('latin1')
      .trimEnd(),
  )
  return number ? { object: Number(number[1]), dictionary: file.subarray(from + 4, at).toString('latin1') } : undefined
}

function dataStart(file: Buffer, at: number): number {
  const start = at + 'stream'.length
  if (file[start] === 0x0d) return start + (file[start + 1] === 0x0a ? 2 : 1)
  return file[start] === 0x0a ? start + 1 : start
}

/** Where the dictionary's length is right it is believed, else the next keyword ends the data; without one, the file. */
function dataEnd(file: Buffer, start: number, dictionary: string): number {
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)
  if (length) {
    const end = start + Number(length[1])
    if (/^\s*endstream/.test(file.subarray(end, end + 12).toString('latin1'))) return end
  }
  const end = file.indexOf('endstream', start)
  return end < 0 ? file.length : end
}

export const isFlate = ({ dictionary }: Stream): boolean =>
  /\/Filter\s*(?:\[\s*)?\/(?:FlateDecode|Fl)\b/.test(dictionary)

/** The data of a Flate stream, or undefined where they are damaged: zlib's checksum tells. */
export function inflated({ data, dictionary }: Stream): Buffer | undefined {
  if (isLineEnd(data) && isMeantEmpty(dictionary)) return Buffer.alloc(0)
  try {
    return inflateSync(data, { chunkSize: 65_536 })
  } catch (error) {
    return isCutShort(error) ? inflatedRaw(data) : undefined
  }
}

/** << /Length 0 /Filter /FlateDecode >>: a page without content, as some producers write it. */
const isMeantEmpty = (dictionary: string): boolean => /\/Length\s+(?:0(?!\s+\d+\s+R)|\d+\s+\d+\s+R)/.test(dictionary)

/** Nothing but the line end before the next keyword. */
const isLineEnd = (data: Uint8Array): boolean => data.length <= 2 && data.every(byte => byte === 0x0a || byte === 0x0d)

const isCutShort = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'

/** Some producers leave the checksum out; the data themselves are whole where they come to their end. */
function inflatedRaw(data: Uint8Array): Buffer | undefined {
  try {
    return inflateRawSync(data.subarray(2))
  } catch {
    return undefined
  }
}
