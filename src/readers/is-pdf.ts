import { Buffer } from '../platform/index.ts'
import { signatureOf } from './signatures.ts'

/** Other bytes may be before the mark of a PDF; readers look for it in as many as this. */
const markWithin = 1024

const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

/** Whether the line that says that a file is a PDF is near its beginning. */
export const hasPdfMark = (bytes: Uint8Array): boolean => viewOf(bytes).subarray(0, markWithin).includes('%PDF-')

/** Whether some bytes are a PDF: by its mark or, where that is lost, by what every PDF is made of. An archive of PDFs is none. */
export const isPdf = (bytes: Uint8Array): boolean =>
  signatureOf(bytes) === undefined && (hasPdfMark(bytes) || isMadeLikePdf(viewOf(bytes)))

function isMadeLikePdf(file: Buffer): boolean {
  const head = file.indexOf(' obj')
  if (head < 0 || !/\d \d+$/.test(file.toString('latin1', Math.max(0, head - 12), head))) return false
  return file.includes('endobj') && (file.includes('startxref') || file.includes('trailer') || file.includes('/XRef'))
}
