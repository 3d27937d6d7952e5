import type { Block, Page, SourceDocument } from '../../document/model.ts'
import { fromPackage, InputError, inputError } from '../../failures.ts'
import { say } from '../../messages/words.ts'
import { isPdf } from '../is-pdf.ts'
import { isWanted } from '../pages.ts'
import type { Reader, ReadOptions } from '../reader.ts'
import { readPlainText } from '../text.ts'
import { faultOfText, faultsOf, type PageFault } from './faults.ts'
import type { PageLine } from './page-lines.ts'
import type { ParsedFile } from './parser.ts'

/** Beyond any file of these forms; a longer one is refused before it fills the memory. */
const mostPages = 2_000

/** Reads a PDF by the text that pdf-parse extracts: no ruling lines and no cells, only lines, in reading order. */
export const pdfTextReader: Reader = {
  id: 'pdf-text',
  mediaType: 'application/pdf',
  owns: isPdf,
  read: async (bytes, options) => {
    const file = await opened(bytes, options)
    try {
      return await documentOf(file, options)
    } finally {
      await file.close()
    }
  },
}

async function opened(bytes: Uint8Array, { password }: ReadOptions): Promise<ParsedFile> {
  // pdf-parse and pdf.js take longer to load than most texts to read, so they are loaded on demand.
  const { openWithPdfParse } = await fromPackage('pdf-parse', '--reader text', () => import('./parser.ts'))
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
  return inputError('DAMAGED_PDF', { what: say('STRUCTURE_UNREADABLE') }, { cause: error })
}

/** pdf.js's names of the errors that are the file's fault. */
const damages = new Set(['InvalidPDFException', 'FormatError', 'UnknownErrorException'])

async function documentOf(file: ParsedFile, { pages: wanted, pause }: ReadOptions): Promise<SourceDocument> {
  const { pageCount } = file
  if (pageCount > mostPages) throw inputError('INPUT_TOO_LARGE', { bytes: pageCount, limit: mostPages, unit: 'pages' })
  const pages: (readonly PageLine[])[] = []
  const faults: PageFault[] = []
  for (let page = 1; page <= pageCount; page += 1) {
    if (page > 1) await pause?.()
    const { lines, fault } = isWanted(wanted, page) ? await readPage(file, page) : { lines: [] }
    pages.push(fault ? [] : lines)
    if (fault) faults.push({ page, why: fault })
  }
  return assembled(pages, faults)
}

async function readPage(
  file: ParsedFile,
  number: number,
): Promise<{ lines: readonly PageLine[]; fault?: PageFault['why'] }> {
  try {
    const page = await file.page(number)
    const fault = faultOfText(page)
    return { lines: page.lines, ...(fault ? { fault } : {}) }
  } catch (error) {
    const reason = refusal(error, undefined)
    if (!(reason instanceof InputError)) throw error
    return { lines: [], fault: 'DAMAGED_PDF' }
  }
}

function assembled(pages: readonly (readonly PageLine[])[], faults: readonly PageFault[]): SourceDocument {
  const unread = faultsOf(faults, pages.length)
  const [first] = unread
  if (first && faults.length === pages.length) throw first
  const document = readPlainText(pages.map(textOfPage).join(''))
  const isRead = (page: Page) => !faults.some(fault => fault.page === page.number)
  return {
    ...document,
    // Offsets would count in a text that nobody has.
    places: span => document.places(span).map(place => ({ ...place, offset: null })),
    mediaType: 'application/pdf',
    pageCount: pages.length,
    pages: document.pages.filter(isRead).map(page => placed(page, pages[(page.number ?? 1) - 1] ?? [])),
    ...(unread.length > 0 ? { unread } : {}),
  }
}

/** A blank line separates two blocks; a form feed ends each page, the last one too: so a file of one page has a page number as well. */
const textOfPage = (lines: readonly PageLine[]): string =>
  `${lines.map((line, index) => `${line.isFirst && index > 0 ? '\n' : ''}${line.text.replaceAll('\f', ' ')}`).join('\n')}\f`

/** The lines with what the page shows of them; a text alone can only estimate it. */
function placed(page: Page, lines: readonly PageLine[]): Page {
  return { ...page, blocks: page.blocks.map((block, index) => placedBlock(block, lines[index])) }
}

function placedBlock(block: Block, line: PageLine | undefined): Block {
  if (block.kind !== 'line' || !line) return block
  const { indent, width, room, bbox, fontSize } = line
  return { ...block, indent, width, room, bbox, fontSize }
}
