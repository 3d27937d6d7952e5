import { mostBytesOfStream } from '../../../limits.ts'

/** More comes out of some data than can be had. */
class TooLarge extends Error {}

export const isTooLarge = (error: unknown): boolean =>
  error instanceof TooLarge || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'

/** Data that grow part by part; throws where they become more than a stream may have. */
export class Output {
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

/** In bytes: what a producer may leave behind packed data. More of it is the rest of other data, which were there before. */
const mostBehind = 4

/** Throws where more follows the end of packed data than a producer leaves there. */
export function refuseRest(bytes: number): void {
  if (bytes > mostBehind) throw new Error('more follows than the data')
}
