import { mostBytesOfStream } from '../../../limits.ts'

/** More comes out of some data than can be had. */
class TooLarge extends Error {}

export const isTooLarge = (error: unknown): boolean =>
  error instanceof TooLarge || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'

/** Data that grow part by part. */
class Output {
  #bytes = new Uint8Array(4096)
  #length = 0

  add(part: Uint8Array): void {
    const from = this.#room(part.length)
    this.#bytes.set(part, from)
  }

  repeat(byte: number, times: number): void {
    const from = this.#room(times)
    this.#bytes.fill(byte, from, from + times)
  }

  get whole(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  /** Makes room for so many bytes; gives where they go. */
  #room(bytes: number): number {
    const from = this.#length
    this.#length += bytes
    if (this.#length > mostBytesOfStream) throw new TooLarge()
    if (this.#length <= this.#bytes.length) return from
    const larger = new Uint8Array(this.#length * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
    return from
  }
}

/** Data packed as runs of one byte and stretches as they are. */
export function fromRuns(data: Uint8Array): Uint8Array {
  const output = new Output()
  for (let at = 0; at < data.length && data[at] !== 128; ) {
    const length = data[at] as number
    if (length < 128) output.add(data.subarray(at + 1, at + length + 2))
    else output.repeat(data[at + 1] ?? 0, 257 - length)
    at += length < 128 ? length + 2 : 2
  }
  return output.whole
}

const clear = 256
const end = 257
const longestCode = 12

/** Data packed by LZW. `early`: codes grow longer by one code before they must, which is the usual. */
export function fromLzw(data: Uint8Array, early: number): Uint8Array {
  const output = new Output()
  let table: Uint8Array[] = []
  let before: Uint8Array | undefined
  for (let bit = 0, bits = 9; bit + bits <= data.length * 8; ) {
    const code = bitsAt(data, bit, bits)
    bit += bits
    if (code === end) break
    if (code === clear) {
      ;[table, before, bits] = [[], undefined, 9]
      continue
    }
    const part: Uint8Array = partOf(code, table, before)
    output.add(part)
    if (before && table.length < 4096 - end - 1) table.push(joined(before, part[0] as number))
    before = part
    bits = Math.min(longestCode, Math.max(9, (table.length + end + early + 1).toString(2).length))
  }
  return output.whole
}

function partOf(code: number, table: readonly Uint8Array[], before: Uint8Array | undefined): Uint8Array {
  if (code < clear) return Uint8Array.of(code)
  const known = table[code - end - 1]
  if (known) return known
  if (!before || code - end - 1 !== table.length) throw new Error('no such code')
  return joined(before, before[0] as number)
}

function joined(part: Uint8Array, last: number): Uint8Array {
  const whole = new Uint8Array(part.length + 1)
  whole.set(part)
  whole[part.length] = last
  return whole
}

/** The number in some bits, the first being the highest. */
function bitsAt(data: Uint8Array, bit: number, bits: number): number {
  const at = bit >> 3
  const three = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0)
  return (three >> (24 - (bit & 7) - bits)) & ((1 << bits) - 1)
}
