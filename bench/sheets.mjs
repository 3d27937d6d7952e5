import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './seeds.mjs'

/** A sheet of one page that the tests hold to the letter. */
export const sheet = join(root, 'fixtures/project-evaluation-sheet/values-named-like-labels/input.pdf')

/** A folder of one's own, gone when the process ends. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'sapporo-eval-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder with copies of a sheet. */
export function copies(folder, count, from = sheet) {
  const target = join(folder, `sheets-${count}`)
  mkdirSync(target, { recursive: true })
  for (let number = 1; number <= count; number += 1)
    copyFileSync(from, join(target, `${String(number).padStart(5, '0')}.pdf`))
  return target
}

/** One PDF that holds a sheet many times. */
export async function bundle(folder, pages, from = sheet) {
  const { readFileSync } = await import('node:fs')
  const { init } = await import('@embedpdf/pdfium')
  const require = createRequire(import.meta.url)
  const wasmBinary = readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'))
  const pdfium = await init({ wasmBinary })
  pdfium.PDFiumExt_Init()
  const { pdfium: memory } = pdfium
  const bytes = readFileSync(from)
  const at = memory.wasmExports.malloc(bytes.length)
  memory.HEAPU8.set(bytes, at)
  const source = pdfium.FPDF_LoadMemDocument(at, bytes.length, '')
  const target = pdfium.FPDF_CreateNewDocument()
  for (let index = 0; index < pages; index += 1) pdfium.FPDF_ImportPages(target, source, '1', index)
  const writer = pdfium.PDFiumExt_OpenFileWriter()
  pdfium.PDFiumExt_SaveAsCopy(target, writer)
  const size = pdfium.PDFiumExt_GetFileWriterSize(writer)
  const out = memory.wasmExports.malloc(size)
  pdfium.PDFiumExt_GetFileWriterData(writer, out, size)
  const path = join(folder, `bundle-${pages}.pdf`)
  writeFileSync(path, memory.HEAPU8.slice(out, out + size))
  return path
}
