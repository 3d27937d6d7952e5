import { say, type Words } from '../messages/words.ts'
import { Buffer } from '../platform/index.ts'

/** A kind of file that is neither a PDF nor a text. */
export interface Signature {
  readonly name: Words
  /** What to do with such a file. */
  readonly hint?: Words
}

interface Known extends Signature {
  readonly starts: Buffer
}

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex')

const unpack = say('UNPACK')
const saveAsPdf = say('SAVE_AS_PDF')
const picture = say('FIND_OR_OCR')

const zip = say('ZIP')

/** By their first bytes. */
const signatures: readonly Known[] = [
  { name: say('PNG'), hint: picture, starts: hex('89504e47') },
  { name: say('JPEG'), hint: picture, starts: hex('ffd8ff') },
  { name: say('GIF'), hint: picture, starts: Buffer.from('GIF8') },
  { name: say('TIFF'), hint: picture, starts: hex('49492a00') },
  { name: say('TIFF'), hint: picture, starts: hex('4d4d002a') },
  { name: zip, hint: unpack, starts: hex('504b0304') },
  { name: say('ZIP_EMPTY'), hint: unpack, starts: hex('504b0506') },
  { name: say('ZIP_PART'), hint: unpack, starts: hex('504b0708') },
  { name: say('SEVEN_ZIP'), hint: unpack, starts: hex('377abcaf271c') },
  { name: say('RAR'), hint: unpack, starts: Buffer.from('Rar!\x1a\x07', 'latin1') },
  { name: say('GZIP'), hint: unpack, starts: hex('1f8b') },
  { name: say('BZIP2'), hint: unpack, starts: Buffer.from('BZh91AY', 'latin1') },
  { name: say('XZ'), hint: unpack, starts: hex('fd377a585a00') },
  { name: say('OLD_OFFICE'), hint: saveAsPdf, starts: hex('d0cf11e0') },
  { name: say('RTF'), hint: saveAsPdf, starts: Buffer.from('{\\rtf') },
  { name: say('POSTSCRIPT'), hint: saveAsPdf, starts: Buffer.from('%!PS') },
  { name: say('UTF_32'), starts: hex('fffe0000') },
  { name: say('UTF_32'), starts: hex('0000feff') },
]

/** What the programs that save into ZIP archives put there, stored or named without compression. */
const documentsInZip: readonly { readonly name: Words; readonly part: string }[] = [
  { name: say('XLSX'), part: 'xl/' },
  { name: say('DOCX'), part: 'word/' },
  { name: say('PPTX'), part: 'ppt/' },
  { name: say('ODF'), part: 'application/vnd.oasis.opendocument' },
]

/** What kind of file the first bytes say that it is; undefined where they say nothing. A PDF inside a container does not make it one. */
export function signatureOf(bytes: Uint8Array): Signature | undefined {
  const known = signatures.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte))
  if (known?.name !== zip) return known
  const inside = documentsInZip.find(({ part }) => hasPart(bytes, part))
  return inside ? { name: inside.name, hint: saveAsPdf } : known
}

/** Whether an archive has a part whose name begins so: names are in it as they are, behind the head of their part. */
function hasPart(bytes: Uint8Array, part: string): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = file.indexOf(part); at >= 0; at = file.indexOf(part, at + 1))
    if (
      nameHeads.some(({ starts, before }) => at >= before && file.subarray(at - before, at - before + 4).equals(starts))
    )
      return true
  return part.startsWith('application/') && file.subarray(0, 128).includes(part)
}

/** The heads before a name: of a part, and of its line in the list at the end. */
const nameHeads = [
  { starts: hex('504b0304'), before: 30 },
  { starts: hex('504b0102'), before: 46 },
]
