import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { init } from '@embedpdf/pdfium'
import { root } from './seeds.mjs'

const require = createRequire(import.meta.url)

/** A sheet of one page, ruled so that other programs find its tables too; the tests hold it to the letter. */
export const sheet = join(root, 'fixtures/project-evaluation-sheet/one-page-of-calc/input.pdf')

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

export const filesIn = folder => readdirSync(folder).map(name => join(folder, name))

/** One PDF that holds a sheet many times. */
export async function bundle(folder, pages, from = sheet) {
  const path = join(folder, `bundle-${pages}.pdf`)
  writeFileSync(path, manifold(await engine(), readFileSync(from), pages))
  return path
}

async function engine() {
  const pdfium = await init({ wasmBinary: readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm')) })
  pdfium.PDFiumExt_Init()
  return pdfium
}

function manifold(pdfium, bytes, pages) {
  const source = opened(pdfium, bytes)
  const target = pdfium.FPDF_CreateNewDocument()
  for (let index = 0; index < pages; index += 1) pdfium.FPDF_ImportPages(target, source, '1', index)
  return saved(pdfium, target)
}

function opened({ pdfium, FPDF_LoadMemDocument }, bytes) {
  const at = pdfium.wasmExports.malloc(bytes.length)
  pdfium.HEAPU8.set(bytes, at)
  return FPDF_LoadMemDocument(at, bytes.length, '')
}

function saved(api, document) {
  const writer = api.PDFiumExt_OpenFileWriter()
  api.PDFiumExt_SaveAsCopy(document, writer)
  const size = api.PDFiumExt_GetFileWriterSize(writer)
  const at = api.pdfium.wasmExports.malloc(size)
  api.PDFiumExt_GetFileWriterData(writer, at, size)
  return api.pdfium.HEAPU8.slice(at, at + size)
}
