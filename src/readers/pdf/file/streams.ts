import { Buffer } from '../../../platform/index.ts'
import { tooLargeStream } from '../limits.ts'
import { inflated as inflatedWhole } from '../structure/objects/packed/inflate.ts'
import { isTooLarge } from '../structure/objects/packed/output.ts'

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
  const objectBefore = objectsIn(file)
  let [at, before] = [file.indexOf('stream'), -1]
  while (at >= 0) {
    const from = objectBefore(at)
    // No object has two.
    const head = from < before ? undefined : headBefore(file, at, from)
    if (head) before = at
    const start = dataStart(file, at)
    const end = head ? dataEnd(file, start, head.dictionary) : at
    if (head) yield { ...head, data: file.subarray(start, end) }
    at = file.indexOf('stream', Math.max(end, at + 6) + (head ? 'endstream'.length : 0))
  }
}

/** Where the last object before a place begins, for places that go up; -1 where there is none. */
function objectsIn(file: Buffer): (at: number) => number {
  let [last, next] = [-1, file.indexOf(' obj')]
  return at => {
    for (; next >= 0 && next <= at; next = file.indexOf(' obj', next + 1)) last = next
    return last
  }
}

/** The number and the dictionary of the object whose stream begins here, or undefined where these letters are no keyword. */
function headBefore(file: Buffer, at: number, from: number): { object: number; dictionary: string } | undefined {
  const before = file
    .subarray(Math.max(0, at - 8), at)
    .toString('latin1')
    .trimEnd()
  if (!before.endsWith('>>')) return undefined
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

/** The data of a Flate stream, or undefined where they are damaged: zlib's checksum tells. Throws INPUT_TOO_LARGE for a bomb. */
export function inflated(stream: Stream): Buffer | undefined {
  const { data, dictionary } = stream
  if (isLineEnd(data) && isMeantEmpty(dictionary)) return Buffer.alloc(0)
  try {
    return furtherInflated(unpacked(data), dictionary)
  } catch (error) {
    if (!isTooLarge(error)) throw error
    if (isKeptPacked(dictionary)) return Buffer.alloc(0)
    throw tooLargeStream()
  }
}

function unpacked(data: Uint8Array): Buffer | undefined {
  try {
    return inflatedWhole(data).bytes
  } catch (error) {
    if (isTooLarge(error)) throw error
    return undefined
  }
}

/** Looks how much comes out of data that are packed several times; gives them as they were. */
function furtherInflated(data: Buffer | undefined, dictionary: string): Buffer | undefined {
  const filters = /\/Filter\s*\[([^\]]*)\]/.exec(dictionary)?.[1]?.split('/').slice(2) ?? []
  let inner = data
  for (const filter of filters) inner = inner && /^(?:FlateDecode|Fl)\s*$/.test(filter) ? unpacked(inner) : undefined
  return data
}

/** Pictures and files that are only carried along: nothing of them is read, so that they may be as large as they like. */
export const isKeptPacked = (dictionary: string): boolean =>
  /\/(?:Subtype\s*\/Image|Type\s*\/EmbeddedFile)\b/.test(dictionary)

/** << /Length 0 /Filter /FlateDecode >>: a page without content, as some producers write it. */
const isMeantEmpty = (dictionary: string): boolean => /\/Length\s+(?:0(?!\s+\d+\s+R)|\d+\s+\d+\s+R)/.test(dictionary)

/** Nothing but the line end before the next keyword. */
const isLineEnd = (data: Uint8Array): boolean => data.length <= 2 && data.every(byte => byte === 0x0a || byte === 0x0d)
