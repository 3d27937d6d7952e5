import { inputError } from '../../../failures.ts'
import { mostBytesOfStream } from '../limits.ts'
import { isKeptPacked, type Stream } from './streams.ts'

/** So much may come out of any file, and so many times its size out of a large one: text and fonts shrink to a tenth at the best. */
const mostBytes = 256 * 1024 * 1024
const mostTimes = 100

/** So much of pictures is unpacked to look whether they are whole; nothing is read in them, so that the rest need not be. */
const mostOfPictures = 1024 * 1024 * 1024

/** Adds up what the streams of a file unpack to: many small bombs are one. */
export class Unpacked {
  readonly #limit: number
  #bytes = 0
  #pictures = 0

  constructor(fileSize: number) {
    this.#limit = Math.max(mostBytes, fileSize * mostTimes)
  }

  /** Whether a stream is a picture that need not be looked at, after so many. */
  isPictureTooMany({ dictionary }: Stream): boolean {
    return this.#pictures > mostOfPictures && isKeptPacked(dictionary)
  }

  /** Throws INPUT_TOO_LARGE where it becomes too much. */
  add({ dictionary, data }: Stream, unpacked: Uint8Array | undefined): void {
    if (!unpacked) return
    // What is larger than a stream may be comes back empty.
    if (isKeptPacked(dictionary)) this.#pictures += unpacked.length || Math.min(data.length * 1000, mostBytesOfStream)
    else this.#bytes += unpacked.length
    if (this.#bytes > this.#limit)
      throw inputError('INPUT_TOO_LARGE', { bytes: this.#bytes, limit: this.#limit, unit: 'bytes in all streams' })
  }
}
