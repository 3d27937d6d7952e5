import { bytesOf, isFiltered, isOfFile, latin, type Part, partsLike, replaced, streamsOf } from './pdf-parts.ts'
import type { Random } from './random.ts'

/** A way to damage a PDF; undefined where the file has nothing to damage in this way. */
type Mutator = (pdf: string, random: Random) => string | undefined

const some = (parts: readonly Part[], random: Random): Part | undefined =>
  parts.length === 0 ? undefined : parts[random.int(0, parts.length - 1)]

const byte = (random: Random): string => String.fromCharCode(random.int(0, 255))

/** Puts something in the place of one part that a pattern finds. */
const instead =
  (pattern: RegExp, by: (found: string, random: Random) => string): Mutator =>
  (pdf, random) => {
    const part = some(partsLike(pdf, pattern), random)
    return part && replaced(pdf, part, by(pdf.slice(part.from, part.to), random))
  }

function otherDigit(text: string, random: Random): string {
  const at = random.int(0, text.length - 1)
  return text.slice(0, at) + String((Number(text[at]) + random.int(1, 9)) % 10) + text.slice(at + 1)
}

/** Content that no filter holds carries no checksum: a digit or letter changed there is what the page says from then on. */
const isReadable = (pdf: string, at: number): boolean =>
  streamsOf(pdf).some(part => part.from <= at && at < part.to && !isFiltered(pdf, part) && !isOfFile(pdf, part))

const bytesFlipped: Mutator = (pdf, random) => {
  let mutant = pdf
  for (let left = random.int(1, 4); left > 0; left -= 1) {
    const at = random.int(0, pdf.length - 1)
    if (!isReadable(pdf, at)) mutant = replaced(mutant, { from: at, to: at + 1 }, byte(random))
  }
  return mutant
}

const inAStream: Mutator = (pdf, random) => {
  const part = some(
    streamsOf(pdf).filter(each => isFiltered(pdf, each)),
    random,
  )
  if (!part) return undefined
  const from = random.int(part.from, part.to - 1)
  const to = Math.min(part.to, from + random.int(0, 16))
  return replaced(pdf, { from, to }, byte(random))
}

/** A byte of the list of objects, where that is a stream that is not packed. */
const inAList: Mutator = (pdf, random) => {
  const part = some(
    streamsOf(pdf).filter(each => isOfFile(pdf, each) && !isFiltered(pdf, each)),
    random,
  )
  if (!part) return undefined
  const from = random.int(part.from, part.to - 1)
  return replaced(pdf, { from, to: from + 1 }, byte(random))
}

/** A stream in the place of another, made as long as that was, so that no list tells. */
const ofAnotherAsLong: Mutator = (pdf, random) => {
  const streams = streamsOf(pdf)
  const [into, from] = [some(streams, random), some(streams, random)]
  if (!into || !from || into === from || !isFiltered(pdf, into)) return undefined
  const length = into.to - into.from
  return replaced(pdf, into, pdf.slice(from.from, Math.min(from.to, from.from + length)).padEnd(length, '\n'))
}

const streamCut: Mutator = (pdf, random) => {
  const part = some(
    streamsOf(pdf).filter(each => isFiltered(pdf, each)),
    random,
  )
  if (!part) return undefined
  const left = random.pick([0, random.int(0, part.to - part.from - 1)])
  return replaced(pdf, { from: part.from + left, to: part.to }, '')
}

/** Two references that stand in the file change their places. */
const referencesSwapped: Mutator = (pdf, random) => {
  const parts = partsLike(pdf, /\b\d+ 0 R\b/g)
  const [one, other] = [some(parts, random), some(parts, random)]
  if (!one || !other || one.from >= other.from) return undefined
  const [first, second] = [pdf.slice(one.from, one.to), pdf.slice(other.from, other.to)]
  return replaced(replaced(pdf, other, first), one, second)
}

const anyObject = (pdf: string, random: Random): string => {
  const head = some(partsLike(pdf, /\b\d+ 0(?= obj\b)/g), random)
  return head ? `${pdf.slice(head.from, head.to)} R` : '999 0 R'
}

const toAnyObject =
  (pattern: RegExp): Mutator =>
  (pdf, random) =>
    instead(pattern, () => anyObject(pdf, random))(pdf, random)

const ofAnother: Mutator = (pdf, random) => {
  const streams = streamsOf(pdf)
  const [into, from] = [some(streams, random), some(streams, random)]
  return into && from && into !== from ? replaced(pdf, into, pdf.slice(from.from, from.to)) : undefined
}

const truncated: Mutator = (pdf, random) => pdf.slice(0, random.int(Math.floor(pdf.length / 2), pdf.length - 1))

const spanMoved: Mutator = (pdf, random) => {
  const from = random.int(0, pdf.length - 1)
  const part = { from, to: Math.min(pdf.length, from + random.int(1, 64)) }
  return isReadable(pdf, from) || isReadable(pdf, part.to - 1)
    ? undefined
    : replaced(pdf, part, random.pick(['', pdf.slice(part.from, part.to).repeat(2), byte(random)]))
}

/**
 * The ways by their names. None changes what a content or a table of widths says together with the checksum over it: what then stands in
 * the file is what it says, and nobody can know better.
 */
export const pdfMutators: { readonly [name: string]: Mutator } = {
  'bytes flipped': bytesFlipped,
  'bytes lost or doubled': spanMoved,
  'end cut off': truncated,
  'inside a stream': inAStream,
  'stream of another': ofAnother,
  'inside a list or group of objects': inAList,
  'number of an object': instead(/\b\d+(?= 0 obj\b)/g, otherDigit),
  'number in a reference': instead(/\b\d+(?= 0 R\b)/g, otherDigit),
  'digit of the xref table': instead(/(?<=\n)\d{10}(?= \d{5} n)/g, otherDigit),
  startxref: instead(/(?<=startxref\s+)\d+/g, otherDigit),
  'length of a stream': instead(/(?<=\/Length )\d+/g, otherDigit),
  'entry of the xref table freed': instead(/(?<=\n\d{10} \d{5} )n/g, () => 'f'),
  'reference to any object': toAnyObject(/\b\d+ 0 R\b/g),
  'references swapped': referencesSwapped,
  kid: toAnyObject(/(?<=\/Kids\s*\[[^\]]*)\b\d+ 0 R/g),
  'number of pages': instead(/(?<=\/Count )\d+/g, otherDigit),
  'name of an object': instead(/(?<=\/(?:Type|Subtype)\s?\/)[A-Za-z\d]+/g, found => `${found.slice(0, -1)}x`),
  'what names the characters': toAnyObject(/(?<=\/ToUnicode )\d+ 0 R/g),
  'stream of another, as long': ofAnotherAsLong,
  'stream cut short or gone': streamCut,
  'name of a filter': instead(/\/(?:FlateDecode|ASCII85Decode|ASCIIHexDecode|LZWDecode)/g, (_, random) =>
    random.pick(['/NoDecode', '/ASCIIHexDecode', '/LZWDecode', '/Null']),
  ),
  'name of a key': instead(
    /\/(?:Contents|Kids|Pages|Resources|Font|ToUnicode|Encoding|MediaBox|Type|Count|XObject)\b/g,
    found => found.replace(/.$/, 'x'),
  ),
  'keyword of an object': instead(/\b(?:endobj|endstream|obj|stream|xref|trailer)\b/g, (_, random) =>
    random.pick(['', 'endob', '\0']),
  ),
}

/** A damaged copy of a PDF and the way it was damaged; undefined where the way that was drawn finds nothing to damage. */
export function pdfMutant(bytes: Uint8Array, random: Random): { how: string; bytes: Uint8Array } | undefined {
  const how = random.pick(Object.keys(pdfMutators) as [string, ...string[]])
  const pdf = latin(bytes)
  const mutant = pdfMutators[how]?.(pdf, random)
  return mutant === undefined || mutant === pdf ? undefined : { how, bytes: bytesOf(mutant) }
}
