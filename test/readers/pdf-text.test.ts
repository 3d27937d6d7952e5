import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { linesOf, type SourceDocument } from '../../src/document/model.ts'
import { textOf } from '../../src/document/printed.ts'
import { InputError } from '../../src/failures.ts'
import { readWith } from '../../src/readers/reader.ts'
import { readersFor } from '../../src/readers/registry.ts'
import { modulesOf } from '../cli/loads.ts'
import { codesOf, run } from '../cli/run.ts'

const pathOf = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/readers/pdf/${name}.pdf`, import.meta.url))

const readBytes = (bytes: Uint8Array, options = {}): Promise<SourceDocument> =>
  readWith(readersFor('text'), bytes, options)
const read = (name: string, options = {}): Promise<SourceDocument> => readBytes(readFileSync(pathOf(name)), options)

const shown = ({ pages }: SourceDocument): [page: number | null, lines: string[]][] =>
  pages.map(page => [page.number, [...linesOf(page.blocks)].map(line => textOf(line.on))])

const summary = (error: unknown) => (error instanceof InputError ? [error.code, error.pages] : error)

describe('the text of a PDF', () => {
  it('is lines on pages, a cell on each, with places by page and line alone', async () => {
    const document = await read('forms')
    expect(document).toMatchObject({ mediaType: 'application/pdf', pageCount: 1 })
    expect(shown(document)).toEqual([[1, ['左', '右']]])
    expect(document.places([3, 4])).toEqual([{ page: 1, line: 3, offset: null, bbox: null }])
  })

  it('of a font that is not embedded is there', async () => {
    expect(shown(await readBytes(withoutFont('事業名')))).toEqual([[1, ['事業名']]])
  })

  it('of a locked file needs the password, of one locked against changes none', async () => {
    expect(shown(await read('locked', { password: 'himitsu' }))[0]?.[1][0]).toBe('◎基本情報')
    expect(shown(await read('owner-locked'))[0]?.[1][0]).toBe('◎基本情報')
  })
})

describe('what cannot be read is refused by name', () => {
  const rows: [why: string, name: string, options: object, code: string][] = [
    ['a picture of a page', 'scanned', {}, 'SCANNED'],
    ['glyphs without characters', 'no-unicode', {}, 'UNREADABLE_FONT'],
    ['䛾 for の', 'private-use', {}, 'UNREADABLE_FONT'],
    ['locked, without a password', 'locked', {}, 'PASSWORD_REQUIRED'],
    ['locked, with a wrong one', 'locked', { password: 'guess' }, 'PASSWORD_WRONG'],
    ['cut short', 'truncated-early', {}, 'DAMAGED_PDF'],
    ['no bytes', 'no-bytes', {}, 'EMPTY_INPUT'],
  ]
  it.each(rows)('%s', async (_why, name, options, code) => {
    await expect(read(name, options)).rejects.toMatchObject({ code })
  })
})

describe('what can be read is read, and the rest is said', () => {
  it.each([
    ['one page is a picture', 'one-page-scanned', 'SCANNED', [1]],
    ['bits of one page are turned over', 'bit-rot', 'DAMAGED_PDF', [1, 3]],
  ])('%s', async (_why, name, code, pages) => {
    const document = await read(name)
    expect(document.pages.map(page => page.number)).toEqual(pages)
    expect(document.unread?.map(summary)).toEqual([[code, { from: 2, to: 2 }]])
  })
})

describe('--reader text', () => {
  const sheet = fileURLToPath(new URL('../../fixtures/action-plan-progress/printed-pages/input.pdf', import.meta.url))

  it('reads by text, and the layouts judge it as they judge any text', () => {
    const { inputs } = JSON.parse(run(['detect', sheet, '--reader', 'text', '-f', 'json']).stdout)
    expect(inputs[0].runs[0].candidates[0]).toMatchObject({ layout: 'action-plan-progress' })
    expect(
      inputs[0].runs[0].candidates[0].evidence.find((mark: { found: boolean }) => mark.found).place.bbox,
    ).toBeNull()
  })

  it('tells why a file cannot be read, as any reader does', () => {
    const ran = run(['extract', pathOf('locked'), '--reader', 'text', '--password', 'guess'])
    expect([ran.code, codesOf(ran)]).toEqual([1, ['PASSWORD_WRONG']])
  })

  it('is refused by another name', () => {
    expect(run(['extract', sheet, '--reader', 'pictures']).code).toBe(2)
  })

  it('alone loads pdf-parse', () => {
    const loads = (reader: string) =>
      modulesOf(['extract', sheet, '--reader', reader], reader === 'text' ? 1 : 0).some(url =>
        url.includes('/node_modules/pdf-parse/'),
      )
    expect([loads('geometry'), loads('text')]).toEqual([false, true])
  })
})

/** A PDF that names a Japanese font and leaves it to the reader to have one, as old forms do. */
function withoutFont(text: string): Buffer {
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex')
  const content = `BT /F 12 Tf 20 100 Td <${codes}> Tj ET`
  const info = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >>'
  const descriptor =
    '/FontDescriptor << /Type /FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>'
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /UniJIS-UTF16-H /DescendantFonts [6 0 R] >>',
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Sample /DW 1000 ${info} ${descriptor} >>`,
  ])
}

function pdfOf(objects: readonly string[]): Buffer {
  let file = '%PDF-1.5\n'
  const offsets = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const count = objects.length + 1
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(`${file}${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`)
}
