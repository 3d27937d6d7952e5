/** Part of a file, by its bytes: from, and to without the last. */
export interface Part {
  readonly from: number
  readonly to: number
}

/** A PDF as bytes that regular expressions can look at: one character a byte. */
export const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

export const partsLike = (pdf: string, pattern: RegExp): Part[] =>
  Array.from(pdf.matchAll(pattern), found => ({ from: found.index, to: found.index + found[0].length }))

/** The data of every stream. */
export const streamsOf = (pdf: string): Part[] =>
  partsLike(pdf, /(?<=\bstream\r?\n)[\s\S]*?(?=\r?\nendstream)/g).filter(({ from, to }) => to > from)

/** Whether the dictionary before a stream names a filter: damage inside is then seen by the checksum or the code itself. */
export const isFiltered = (pdf: string, part: Part): boolean => dictionaryOf(pdf, part).includes('/Filter')

/** Whether a stream holds the file together and says nothing that is printed: a group of objects, or the list of them. */
export const isOfFile = (pdf: string, part: Part): boolean => /\/(?:ObjStm|XRef)\b/.test(dictionaryOf(pdf, part))

const dictionaryOf = (pdf: string, { from }: Part): string => pdf.slice(pdf.lastIndexOf(' obj', from), from)

export const replaced = (pdf: string, { from, to }: Part, by: string): string => pdf.slice(0, from) + by + pdf.slice(to)
