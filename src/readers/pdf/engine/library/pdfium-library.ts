import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import { fileOfPackage } from '../../../../platform/index.ts'

/** PDFium as its package offers it: every function of its C interface, on numbers. */
export type Pdfium = WrappedPdfiumModule

/** The library, and what it last said for itself: to be looked at where it fails, and never printed. */
export interface LoadedPdfium {
  readonly library: Pdfium
  readonly lastWords: () => string
}

/** In characters. */
const mostHeard = 2_000

/** The library, compiled to WebAssembly and set up. */
export async function loadPdfium(): Promise<LoadedPdfium> {
  const { init } = await import('@embedpdf/pdfium')
  const wasmBinary = fileOfPackage('@embedpdf/pdfium/pdfium.wasm')
  let said = ''
  const hear = (line: unknown) => {
    said = `${said.slice(-mostHeard)}${line}\n`
  }
  const library = directly(await init({ wasmBinary, print: hear, printErr: hear } as object))
  library.PDFiumExt_Init()
  return { library, lastWords: () => said }
}

/**
 * The package wraps each call twice, to convert its arguments and to look whether it exists; where only numbers go in and out that
 * costs more than the call itself.
 */
function directly(library: Pdfium): Pdfium {
  const exported = library.pdfium.wasmExports as unknown as Record<string, unknown>
  const names = Object.keys(library).filter(name => exported[name] && name !== 'FPDF_LoadMemDocument')
  return Object.assign(library, Object.fromEntries(names.map(name => [name, exported[name]])))
}
