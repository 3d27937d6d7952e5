import {
  type Char,
  type Engine,
  type EngineFile,
  type EnginePage,
  type Known,
  type PicturedPage,
  Refused,
} from './engine.ts'
import { Guard } from './library/pdfium-guard.ts'
import { type LoadedPdfium, loadPdfium, type Pdfium } from './library/pdfium-library.ts'
import { Memory } from './library/pdfium-memory.ts'
import { annotationsOn, prepareAnnotations, showsMore } from './pdfium-annotations.ts'
import { type DrawnText, windowsOf } from './pdfium-clips.ts'
import { readDropped } from './pdfium-dropped.ts'
import { type Frame, frameOf, shownFrom } from './pdfium-frame.ts'
import { layersOf } from './pdfium-layers.ts'
import { readObjects } from './pdfium-objects.ts'
import { pictureOf } from './pdfium-picture.ts'
import { skewOf } from './pdfium-skew.ts'
import { readChars } from './pdfium-text.ts'

let loaded: Promise<Engine> | undefined

/** PDFium as our engine; loaded at the first PDF, so that a run over texts never pays for it. */
export function pdfium(): Promise<Engine> {
  loaded ??= loadPdfium().then(guarded)
  return loaded
}

/** An engine that is given up, and the next file given to another, where it fails itself. */
function guarded({ library, lastWords }: LoadedPdfium): Engine {
  const guard = new Guard(() => {
    loaded = undefined
  })
  const call = <T>(work: () => T): T => guard.call(work, lastWords)
  return {
    open(bytes, password, known) {
      const file = call(() => open(library, bytes, password, known))
      return {
        pageCount: file.pageCount,
        page: number => call(() => file.page(number)),
        picture: (number, scale) => call(() => file.picture(number, scale)),
        unlocked: () => call(() => file.unlocked()),
        close: () => guard.tidy(() => file.close()),
      }
    },
  }
}

/** FPDF_GetLastError after a failed load. */
const passwordError = 4

/**
 * An open document keeps the fonts and objects of every page it has shown, and the engine's memory never shrinks: after so many pages
 * it is opened anew.
 */
const mostKept = 32

function open(library: Pdfium, bytes: Uint8Array, password: string | undefined, known: Known): EngineFile {
  const memory = new Memory(library)
  const file = memory.copy(bytes)
  const isOff = known.hasOff ? layersOf(library, memory) : () => false
  const load = () => library.FPDF_LoadMemDocument(file, bytes.length, password ?? '')
  let [document, read] = [load(), 0]
  if (document === 0) {
    const refused = refusal(library.FPDF_GetLastError(), password)
    memory.free()
    throw refused
  }
  const refreshed = () => {
    if (read > 0 && read % mostKept === 0) {
      library.FPDF_CloseDocument(document)
      document = load()
    }
    read += 1
    return document
  }
  return {
    pageCount: library.FPDF_GetPageCount(document),
    page: number => readPage(library, memory, refreshed(), number, { ...known, isOff }),
    picture: (number, scale) => pictured(library, memory, refreshed(), number, known, scale),
    unlocked: () => saved(library, document),
    close() {
      library.FPDF_CloseDocument(document)
      memory.free()
    },
  }
}

/** A flag of FPDF_SaveAsCopy. */
const removeSecurity = 3

function saved(library: Pdfium, document: number): Uint8Array | null {
  const writer = library.PDFiumExt_OpenFileWriter()
  try {
    if (!library.FPDF_SaveAsCopy(document, writer, removeSecurity)) return null
    return written(library, writer)
  } finally {
    library.PDFiumExt_CloseFileWriter(writer)
  }
}

function written(library: Pdfium, writer: number): Uint8Array {
  const memory = new Memory(library)
  try {
    const size = library.PDFiumExt_GetFileWriterSize(writer)
    const at = memory.take(size)
    library.PDFiumExt_GetFileWriterData(writer, at, size)
    return memory.bytes(at, size)
  } finally {
    memory.free()
  }
}

function refusal(error: number, password: string | undefined): Refused {
  if (error !== passwordError) return new Refused('damaged')
  return new Refused(password === undefined ? 'password-required' : 'password-wrong')
}

interface KnownOf extends Known {
  /** Whether an object of a page is switched off. */
  readonly isOff: (object: number) => boolean
}

function readPage(library: Pdfium, memory: Memory, document: number, number: number, known: KnownOf): EnginePage {
  const page = withAppearances(library, document, number, loadPage(library, document, number))
  // What the file calls a page and the engine does not has no list of objects.
  if (library.FPDFPage_CountObjects(page) < 0) {
    library.FPDF_ClosePage(page)
    throw new Refused('damaged')
  }
  const text = library.FPDFText_LoadPage(page)
  try {
    const objectNumber = library.EPDFPage_GetObjectNumber(page)
    const skew = text === 0 ? 0 : skewOf(library, memory, text)
    const frame = frameOf(library, memory, page, known.unitOf(objectNumber), skew)
    const { paths, images, shadings, texts } = readObjects(library, memory, page, frame.matrix, known.isOff)
    const chars = text === 0 ? [] : charsOf(library, memory, { page, text, frame, texts })
    const annotations = annotationsOn(library, page)
    const { width, height } = frame
    const shown = shownFrom(frame)
    return { number, objectNumber, width, height, shown, chars, paths, images, shadings, annotations }
  } finally {
    if (text !== 0) library.FPDFText_ClosePage(text)
    library.FPDF_ClosePage(page)
  }
}

function pictured(
  library: Pdfium,
  memory: Memory,
  document: number,
  number: number,
  { unitOf }: Known,
  scale: number,
): PicturedPage {
  const page = withAppearances(library, document, number, loadPage(library, document, number))
  try {
    const { width, height } = frameOf(library, memory, page, unitOf(library.EPDFPage_GetObjectNumber(page)), 0)
    return { width, height, picture: pictureOf(library, memory, page, { width, height }, scale) }
  } finally {
    library.FPDF_ClosePage(page)
  }
}

function loadPage(library: Pdfium, document: number, number: number): number {
  const page = library.FPDF_LoadPage(document, number - 1)
  if (page === 0) throw new Refused('damaged')
  return page
}

/** FLAT_NORMALDISPLAY, and FLATTEN_SUCCESS. */
const asDisplayed = 0
const flattened = 1

/** The page with what its form fields and annotations show as a part of its content, which is what a reader of it sees. */
function withAppearances(library: Pdfium, document: number, number: number, page: number): number {
  if (!showsMore(library, page)) return page
  prepareAnnotations(library, page)
  if (library.FPDFPage_Flatten(page, asDisplayed) !== flattened) return page
  library.FPDF_ClosePage(page)
  return loadPage(library, document, number)
}

interface Drawn {
  readonly page: number
  readonly text: number
  readonly frame: Frame
  readonly texts: readonly DrawnText[]
}

function charsOf(library: Pdfium, memory: Memory, { page, text, frame, texts }: Drawn): readonly Char[] {
  const windows = windowsOf(library, memory, texts)
  const drawn = new Map(texts.map(each => [each.object, each]))
  const read = (from: number) => readChars(library, memory, from, frame, { windows, drawn })
  const first = read(text)
  const dropped = readDropped(library, memory, page, texts, first, read)
  return dropped.length === 0 ? first.chars : [...first.chars, ...dropped]
}
