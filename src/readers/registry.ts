import { geometryReader } from './pdf/index.ts'
import { pdfTextReader } from './pdf-text/index.ts'
import type { Reader } from './reader.ts'
import { textReader } from './text-reader.ts'

/** The ways to read a PDF: as pages, or by its text alone. */
const pdfReaders = { geometry: geometryReader(), text: pdfTextReader }
export type PdfReading = keyof typeof pdfReaders

/** Every reader, with one of the two for PDFs. */
export const readersFor = (reading: PdfReading = 'geometry'): readonly Reader[] => [pdfReaders[reading], textReader]

export const readers = readersFor()
