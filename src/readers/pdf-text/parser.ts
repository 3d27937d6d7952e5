import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PDFParse } from 'pdf-parse'

/** What stands on a page: its text, and what it shows where there is none. */
export interface ParsedPage {
  readonly text: string
  /** It shows letters, whether or not they can be told as characters. */
  readonly hasGlyphs: boolean
  readonly hasPicture: boolean
}

export interface ParsedFile {
  readonly pageCount: number
  /** Rejects where the page is damaged. */
  page(number: number): Promise<ParsedPage>
  close(): Promise<void>
}

/** Opens a PDF with pdf-parse. What it throws is left as it is. */
export async function openWithPdfParse(bytes: Uint8Array, password: string | undefined): Promise<ParsedFile> {
  const parser = new PDFParse({ ...settings, data: bytes.slice(), ...(password === undefined ? {} : { password }) })
  try {
    const document = await documentOf(parser)
    return {
      pageCount: document.numPages,
      page: number => pageOf(parser, document, number),
      close: () => parser.destroy(),
    }
  } catch (error) {
    await parser.destroy()
    throw error
  }
}

/** The folder of the pdf.js that pdf-parse itself uses. */
const pdfJs = dirname(
  createRequire(createRequire(import.meta.url).resolve('pdf-parse')).resolve('pdfjs-dist/package.json'),
)

const settings = {
  // Without the character maps the text of a Japanese font that is not embedded is empty, and nobody is told. In Node they are
  // read as files, so this is a path, and it must end in a slash.
  cMapUrl: join(pdfJs, 'cmaps') + sep,
  cMapPacked: true,
  // Some scans can only be decoded with what lies here.
  wasmUrl: join(pdfJs, 'wasm') + sep,
  // A damaged stream is an error, not a shorter text.
  stopAtErrors: true,
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  verbosity: 0,
}

/** The part of pdf.js's own objects that is used here. */
interface PdfJsDocument {
  readonly numPages: number
  getPage(number: number): Promise<PdfJsPage>
}

interface PdfJsPage {
  getOperatorList(): Promise<{ readonly fnArray: readonly number[] }>
  cleanup(): void
}

/** pdf-parse keeps pdf.js's document to itself; only there stands what a page without text shows. Its version is pinned. */
const documentOf = (parser: PDFParse): Promise<PdfJsDocument> =>
  (parser as unknown as { load(): Promise<PdfJsDocument> }).load()

async function pageOf(parser: PDFParse, document: PdfJsDocument, number: number): Promise<ParsedPage> {
  const { pages } = await parser.getText({ partial: [number], pageJoiner: '' })
  const text = pages[0]?.text ?? ''
  if (text.trim() !== '') return { text, hasGlyphs: true, hasPicture: false }
  const shown = await shownOn(await document.getPage(number))
  // Letters that gave white space are spaces.
  return { text, hasGlyphs: shown.hasGlyphs && text === '', hasPicture: shown.hasPicture }
}

async function shownOn(page: PdfJsPage): Promise<Omit<ParsedPage, 'text'>> {
  const { fnArray } = await page.getOperatorList()
  // The pictures of a long scan would fill the memory.
  page.cleanup()
  const names = await operatorNames()
  const isAny = (pattern: RegExp) => fnArray.some(operator => pattern.test(names.get(operator) ?? ''))
  return { hasGlyphs: isAny(/show.*Text/i), hasPicture: isAny(/^paint.*Image/) }
}

/** pdf.js's names of its operators, from the module that pdf-parse has loaded already. */
async function operatorNames(): Promise<ReadonlyMap<number, string>> {
  const { href } = pathToFileURL(join(pdfJs, 'legacy/build/pdf.mjs'))
  const { OPS } = (await import(href)) as { OPS: { readonly [name: string]: number } }
  return new Map(Object.entries(OPS).map(([name, operator]) => [operator, name]))
}
