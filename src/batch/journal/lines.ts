import { readSync } from 'node:fs'
import { crc32 } from 'node:zlib'

// One line of the journal: {"sum":"<8 hexadecimal digits>",<body>}. The sum is that of the body as bytes, so that a line
// cut off or damaged by a power cut or a full disk is recognised.
const head = '{"sum":"'
const bodyAt = head.length + 8 + 2

/** The line for a body of JSON members, such as `"a":1,"b":2`, with its line feed. */
export const lineOf = (body: string): Buffer => Buffer.from(`${head}${sumOf(Buffer.from(body))}",${body}}\n`)

/** The body of a line as it was written, or undefined where the line is not whole. `line` comes without its line feed. */
export function lineContent(line: Buffer): string | undefined {
  const body = line.subarray(bodyAt, -1)
  const isFramed = line.length > bodyAt && line.toString('latin1', 0, head.length) === head && line.at(-1) === 0x7d
  return isFramed && line.toString('latin1', head.length, bodyAt - 2) === sumOf(body) ? body.toString() : undefined
}

const sumOf = (bytes: Buffer): string => crc32(bytes).toString(16).padStart(8, '0')

export interface Line {
  readonly offset: number
  /** Without the line feed. */
  readonly bytes: Buffer
}

const chunkSize = 1024 * 1024

/** The lines of an open file that end in a line feed, each held only while it is looked at; so many bytes are read at a time. */
export function* linesOf(file: number, size = chunkSize): Generator<Line> {
  const parts: Buffer[] = []
  let offset = 0
  for (let at = 0; ; ) {
    const chunk = Buffer.allocUnsafe(size)
    const read = readSync(file, chunk, 0, size, at)
    if (read === 0) return
    let from = 0
    for (let end = chunk.indexOf(10); end !== -1 && end < read; end = chunk.indexOf(10, from)) {
      yield { offset, bytes: Buffer.concat([...parts.splice(0), chunk.subarray(from, end)]) }
      from = end + 1
      offset = at + from
    }
    parts.push(chunk.subarray(from, read))
    at += read
  }
}
