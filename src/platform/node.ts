import { type Buffer, constants } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import { inflateRawSync, inflateSync } from 'node:zlib'

export { Buffer, isUtf8 } from 'node:buffer'

/** In UTF-16 units. */
export const longestString = constants.MAX_STRING_LENGTH

/** SHA-256 in hexadecimal digits. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What comes out of packed data. */
export interface Inflated {
  readonly bytes: Buffer
  /** So many bytes of the data were needed. */
  readonly read: number
}

/** How data are packed (`zlib`: with a head and a checksum; `raw`: without), and the most bytes that may come out of them. */
export interface Packing {
  readonly as: 'zlib' | 'raw'
  readonly most: number
}

/**
 * Unpacks Flate data as zlib does. Throws an error with the `code` `Z_BUF_ERROR` where they end early, `ERR_BUFFER_TOO_LARGE` where more
 * comes out, and others where they are damaged.
 */
export function inflate(data: Uint8Array, { as, most }: Packing): Inflated {
  const options = { maxOutputLength: most, chunkSize: chunkFor(data.length), info: true }
  return countedOf(as === 'zlib' ? inflateSync(data, options) : inflateRawSync(data, options))
}

/** In bytes: zlib takes so much memory at each call, which for the small streams of a page costs more than the unpacking. */
const chunkFor = (packed: number): number => Math.min(Math.max(packed * 4, 1024), 65_536)

/** What zlib gives where it is asked to tell how much it has read; its types do not know of it. */
function countedOf(found: unknown): Inflated {
  const { buffer, engine } = found as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } }
  return { bytes: buffer, read: engine.bytesWritten }
}

/** A file of a package, such as `@embedpdf/pdfium/pdfium.wasm`; megabytes in one go, whose memory nothing else shares. */
export const fileOfPackage = (name: string): ArrayBuffer =>
  readFileSync(createRequire(import.meta.url).resolve(name)).buffer as ArrayBuffer

/** Lets what has arrived meanwhile be handled. */
export const turn = (): Promise<void> => setImmediate()

/** A clock of the time that this process has worked since, in milliseconds: that in which it was stopped does not count. */
export function workClock(): () => number {
  const start = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
}
