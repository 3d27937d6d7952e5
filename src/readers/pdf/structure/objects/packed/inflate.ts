import { inflateRawSync, inflateSync } from 'node:zlib'
import { mostBytesOfStream } from '../../../limits.ts'

interface Inflated {
  readonly bytes: Buffer
  /** So many bytes of the data were needed. */
  readonly read: number
}

const options = { maxOutputLength: mostBytesOfStream, chunkSize: 65_536, info: true } as const
const headLength = 2

/**
 * Unpacks Flate data; some producers leave the checksum out, and the data are whole where they come to their end. Throws where they do not,
 * or do not agree with their checksum, or come to more than a stream may have.
 */
export function inflated(data: Uint8Array): Inflated {
  try {
    return countedOf(inflateSync(data, options))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'Z_BUF_ERROR') throw error
    const { bytes, read } = countedOf(inflateRawSync(data.subarray(headLength), options))
    return { bytes, read: read + headLength }
  }
}

/** What zlib gives where it is asked to tell how much it has read; its types do not know of it. */
function countedOf(found: unknown): Inflated {
  const { buffer, engine } = found as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } }
  return { bytes: buffer, read: engine.bytesWritten }
}
