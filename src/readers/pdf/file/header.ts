import { Buffer } from '../../../platform/index.ts'
import { hasPdfMark } from '../../is-pdf.ts'

const mark = Buffer.from('%PDF-1.7\n')
/** So many of the first letters that are right show that the line is there and damaged. */
const fewestRight = 5

/** The bytes with the line that every PDF begins with, where that is lost; the same bytes where it is there. */
export function withMark(bytes: Uint8Array): Uint8Array {
  if (hasPdfMark(bytes)) return bytes
  const right = mark.subarray(0, 8).filter((byte, at) => bytes[at] === byte).length
  // In its place, so that everything else stays where the file says that it is.
  return Buffer.concat(right < fewestRight ? [mark, bytes] : [mark.subarray(0, 8), bytes.subarray(8)])
}
