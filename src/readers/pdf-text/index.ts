import type { SourceDocument } from '../../document/model.ts'
import { InputError, inputError } from '../../failures.ts'
import type { Reader, ReadOptions } from '../reader.ts'
import { readPlainText } from '../text.ts'
import { faultOfText, faultsOf, type PageFault } from './faults.ts'
import type { ParsedFile } from './parser.ts'

/** Beyond any file of these forms; what is longer is refused before it takes the memory. */
const mostPages = 2_000

/** Reads a PDF by the text that pdf-parse takes from it: no rectangles, only lines in the order of the file. */
export const pdfTextReader: Reader = {
  id: 'pdf-text',
  mediaType: 'application/pdf',
  owns: bytes => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'),
  read: async (bytes, options) => {
    const file = await opened(bytes, options)
    try {
      return await documentOf(file)
    } finally {
      await file.close()
    }
  },
}

async function opened(bytes: Uint8Array, { password }: ReadOptions): Promise<ParsedFile> {
  // pdf-parse and pdf.js take longer to load than most texts to read: only those wait who asked for them.
  const { openWithPdfParse } = await import('./parser.ts')
  try {
    return await openWithPdfParse(bytes, password)
  } catch (error) {
    throw refusal(error, password)
  }
}

function refusal(error: unknown, password: string | undefined): unknown {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException')
    return inputError(password === undefined ? 'PASSWORD_REQUIRED' : 'PASSWORD_WRONG', {}, { cause: error })
  if (!damages.has(name)) return error
  return inputError('DAMAGED_PDF', { what: 'its structure cannot be read' }, { cause: error })
}

/** What pdf.js calls the errors that a file is to blame for. */
const damages = new Set(['InvalidPDFException', 'FormatError', 'UnknownErrorException'])

async function documentOf(file: ParsedFile): Promise<SourceDocument> {
  const { pageCount } = file
  if (pageCount > mostPages) throw inputError('INPUT_TOO_LARGE', { bytes: pageCount, limit: mostPages, unit: 'pages' })
  const texts: string[] = []
  const faults: PageFault[] = []
  for (let page = 1; page <= pageCount; page += 1) {
    const { text, fault } = await readPage(file, page)
    texts.push(fault ? '' : text)
    if (fault) faults.push({ page, why: fault })
  }
  return assembled(texts, faults)
}

async function readPage(file: ParsedFile, number: number): Promise<{ text: string; fault?: PageFault['why'] }> {
  try {
    const page = await file.page(number)
    const fault = faultOfText(page)
    return { text: page.text, ...(fault ? { fault } : {}) }
  } catch (error) {
    const reason = refusal(error, undefined)
    if (!(reason instanceof InputError)) throw error
    return { text: '', fault: 'DAMAGED_PDF' }
  }
}

/** A form feed ends each page, the last one too: so a file of one page has a page number as well. */
function assembled(texts: readonly string[], faults: readonly PageFault[]): SourceDocument {
  const unread = faultsOf(faults, texts.length)
  const [first] = unread
  if (first && faults.length === texts.length) throw first
  // Its tabs stand where it saw a gap, inside a cell as well as between two: they are spaces, not a table.
  const document = readPlainText(texts.map(text => `${text.replaceAll('\f', ' ')}\f`).join(''))
  const isRead = (page: number | null) => !faults.some(fault => fault.page === page)
  return {
    ...document,
    // Offsets would count in a text that nobody has.
    places: span => document.places(span).map(place => ({ ...place, offset: null })),
    mediaType: 'application/pdf',
    pageCount: texts.length,
    pages: document.pages.filter(page => isRead(page.number)),
    ...(unread.length > 0 ? { unread } : {}),
  }
}
