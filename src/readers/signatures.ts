import { Buffer } from 'node:buffer'

/** A kind of file that is neither a PDF nor a text. */
export interface Signature {
  /** Completes "not a text file: …". */
  readonly name: string
  /** What to do with such a file. */
  readonly hint?: string
}

interface Known extends Signature {
  readonly starts: Buffer
}

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex')

const unpack = 'unpack it and give the PDFs or texts that are in it'
const saveAsPdf = 'save it as PDF in the program that made it, and give that PDF'
const picture = 'look for the PDF that was made from the original file, or run OCR and give its text'

/** By their first bytes. */
const signatures: readonly Known[] = [
  { name: 'a PNG image', hint: picture, starts: hex('89504e47') },
  { name: 'a JPEG image', hint: picture, starts: hex('ffd8ff') },
  { name: 'a GIF image', hint: picture, starts: Buffer.from('GIF8') },
  { name: 'a TIFF image', hint: picture, starts: hex('49492a00') },
  { name: 'a TIFF image', hint: picture, starts: hex('4d4d002a') },
  { name: 'a ZIP archive', hint: unpack, starts: hex('504b0304') },
  { name: 'an empty ZIP archive', hint: unpack, starts: hex('504b0506') },
  { name: 'a part of a ZIP archive', hint: unpack, starts: hex('504b0708') },
  { name: 'a 7z archive', hint: unpack, starts: hex('377abcaf271c') },
  { name: 'a RAR archive', hint: unpack, starts: Buffer.from('Rar!\x1a\x07', 'latin1') },
  { name: 'gzip data', hint: unpack, starts: hex('1f8b') },
  { name: 'bzip2 data', hint: unpack, starts: Buffer.from('BZh91AY', 'latin1') },
  { name: 'xz data', hint: unpack, starts: hex('fd377a585a00') },
  { name: 'an old Office or Ichitaro file (xls, doc, ppt, jtd)', hint: saveAsPdf, starts: hex('d0cf11e0') },
  { name: 'an RTF document', hint: saveAsPdf, starts: Buffer.from('{\\rtf') },
  { name: 'a PostScript file', hint: saveAsPdf, starts: Buffer.from('%!PS') },
  { name: 'UTF-32 text', starts: hex('fffe0000') },
  { name: 'UTF-32 text', starts: hex('0000feff') },
]

/** What the programs that save into ZIP archives put there, stored or named without compression. */
const documentsInZip: readonly { readonly name: string; readonly part: string }[] = [
  { name: 'an Excel workbook (xlsx), which is a ZIP archive', part: 'xl/' },
  { name: 'a Word document (docx), which is a ZIP archive', part: 'word/' },
  { name: 'a PowerPoint file (pptx), which is a ZIP archive', part: 'ppt/' },
  { name: 'an OpenDocument file (odt, ods), which is a ZIP archive', part: 'application/vnd.oasis.opendocument' },
]

/** What kind of file the first bytes say that it is; undefined where they say nothing. A PDF inside a container does not make it one. */
export function signatureOf(bytes: Uint8Array): Signature | undefined {
  const known = signatures.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte))
  if (known?.name !== 'a ZIP archive') return known
  const inside = documentsInZip.find(({ part }) => hasPart(bytes, part))
  return inside ? { name: inside.name, hint: saveAsPdf } : known
}

/** Whether an archive has a part whose name begins so: names stand in it as they are, behind the head of their part. */
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
