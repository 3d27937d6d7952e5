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
  getPage(number: number): Promise<{ getOperatorList(): Promise<{ readonly fnArray: readonly number[] }> }>
}

/** pdf-parse keeps pdf.js's document to itself; only there stands what a page without text shows. Its version is pinned. */
const documentOf = (parser: PDFParse): Promise<PdfJsDocument> =>
  (parser as unknown as { load(): Promise<PdfJsDocument> }).load()

async function pageOf(parser: PDFParse, document: PdfJsDocument, number: number): Promise<ParsedPage> {
  const { pages } = await parser.getText({ partial: [number], pageJoiner: '' })
  const text = pages[0]?.text ?? ''
  if (text.trim() !== '') return { text, hasGlyphs: true, hasPicture: false }
  const page = await document.getPage(number)
  const { fnArray } = await page.getOperatorList()
  const { text: letters, pictures } = await operators()
  return {
    text,
    hasGlyphs: text === '' && fnArray.some(operator => letters.has(operator)),
    hasPicture: fnArray.some(operator => pictures.has(operator)),
  }
}

/** The numbers of the operators that show text and pictures. */
async function operators(): Promise<{ text: ReadonlySet<number>; pictures: ReadonlySet<number> }> {
  const href = pathToFileURL(join(pdfJs, 'legacy/build/pdf.mjs')).href
  const { OPS } = (await import(href)) as { OPS: { readonly [name: string]: number } }
  const named = (pattern: RegExp) =>
    new Set(Object.entries(OPS).flatMap(([name, operator]) => (pattern.test(name) ? [operator] : [])))
  return { text: named(/ShowText|showText|showSpacedText/), pictures: named(/^paint.*Image/) }
}
