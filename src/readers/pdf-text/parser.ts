import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PDFParse } from 'pdf-parse'
import { type PageLine, pageLinesOf } from './page-lines.ts'
import { itemRuns, type TextItem } from './runs.ts'

/** The content of a page: its lines, and what it shows where there are none. */
export interface ParsedPage {
  readonly lines: readonly PageLine[]
  /** It shows letters, whether or not they can be decoded as characters. */
  readonly hasGlyphs: boolean
  readonly hasPicture: boolean
}

export interface ParsedFile {
  readonly pageCount: number
  /** Rejects where the page is damaged. */
  page(number: number): Promise<ParsedPage>
  close(): Promise<void>
}

/** Opens a PDF with pdf-parse. What it throws is not converted. */
export async function openWithPdfParse(bytes: Uint8Array, password: string | undefined): Promise<ParsedFile> {
  const parser = new PDFParse({ ...settings, data: bytes.slice(), ...(password === undefined ? {} : { password }) })
  try {
    const document = await documentOf(parser)
    return {
      pageCount: document.numPages,
      page: number => pageOf(document, number),
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
  // Without the character maps the text of a Japanese font that is not embedded is empty, without any error. In Node they are
  // read as files, so this is a path, and it must end in a slash.
  cMapUrl: join(pdfJs, 'cmaps') + sep,
  cMapPacked: true,
  // Some scans can only be decoded with the files in this folder.
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
  getTextContent(): Promise<{ readonly items: readonly (TextItem | { readonly type: string })[] }>
  getViewport(options: { scale: number }): { readonly transform: readonly number[] }
  getOperatorList(): Promise<{ readonly fnArray: readonly number[] }>
  /** The pictures of a long scan would fill the memory. */
  cleanup(): void
}

/** pdf-parse keeps pdf.js's document to itself; only there can be seen what a page without text shows. Its version is pinned. */
const documentOf = (parser: PDFParse): Promise<PdfJsDocument> =>
  (parser as unknown as { load(): Promise<PdfJsDocument> }).load()

async function pageOf(document: PdfJsDocument, number: number): Promise<ParsedPage> {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  const { transform } = page.getViewport({ scale: 1 })
  const texts = items.filter(item => 'str' in item)
  const lines = pageLinesOf(itemRuns(texts, transform))
  const { hasGlyphs, hasPicture } = lines.length > 0 ? shows : await shownOn(page)
  page.cleanup()
  // Letters that gave white space are spaces.
  return { lines, hasGlyphs: hasGlyphs && texts.every(item => item.str === ''), hasPicture }
}

const shows = { hasGlyphs: true, hasPicture: false }

async function shownOn(page: PdfJsPage): Promise<Omit<ParsedPage, 'lines'>> {
  const { fnArray } = await page.getOperatorList()
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
