import { type Inflated, inflate } from '../../../../../platform/index.ts'
import { mostBytesOfStream as most } from '../../../limits.ts'

const headLength = 2

/**
 * Unpacks Flate data; some producers leave the checksum out, and the data are whole where they come to their end. Throws where they do not,
 * or do not agree with their checksum, or come to more than a stream may have.
 */
export function inflated(data: Uint8Array): Inflated {
  try {
    return inflate(data, { as: 'zlib', most })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'Z_BUF_ERROR') throw error
    const { bytes, read } = inflate(data.subarray(headLength), { as: 'raw', most })
    return { bytes, read: read + headLength }
  }
}
