import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/failures.ts'
import { geometryReader } from '../../../src/readers/pdf/index.ts'
import { readWith } from '../../../src/readers/reader.ts'
import { readers } from '../../../src/readers/registry.ts'

const stream = (data: string, filter = ''): string =>
  `<< /Length ${data.length} ${filter}>>\nstream\n${data}\nendstream`

const page = (content: number): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Resources << /Font << /F1 7 0 R >> >> /Contents ${content} 0 R >>`

/** Two pages that say ONE and TWO, object by object from 1. */
const whole = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
  page(5),
  page(6),
  stream('BT /F1 12 Tf 20 100 Td (ONE) Tj ET'),
  stream('BT /F1 12 Tf 20 100 Td (TWO) Tj ET'),
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
]

function written(objects: readonly string[]): string {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const entries = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const xref = `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>`
  return `${text}${xref}\nstartxref\n${text.length}\n%%EOF\n`
}

/** The file with some words of its objects changed before it is written. */
const changed = (from: string, to: string): string => written(whole.map(object => object.replace(from, to)))

async function read(text: string) {
  const document = await geometryReader().read(Buffer.from(text, 'latin1'), {})
  const unread = (document.unread ?? []).map(error => (error instanceof InputError ? [error.code, error.pages] : error))
  return { text: document.text, unread, repaired: document.repaired }
}

const second = ['DAMAGED_PDF', { from: 2, to: 2 }]

it('a whole file has nothing to be told', async () => {
  expect(await read(written(whole))).toEqual({ text: 'ONE\fTWO', unread: [], repaired: undefined })
})

describe('a page that cannot be loaded is a failure, never a blank', () => {
  it.each([
    ['its content is missing', '/Contents 6', '/Contents 9'],
    ['its content is no stream', '/Contents 6', '/Contents 7'],
    ['the reference is broken', '/Contents 6 0', '/Contents 0.1 0'],
    ['the key is misspelt', '/Contents 6', '/Bontents 6'],
    ['a kid is no page', '4 0 R]', '7 0 R]'],
    ['a kid is missing', '4 0 R]', '9 0 R]'],
    ['a page is listed twice and another not at all', '4 0 R]', '3 0 R]'],
    ['the type is misspelt', page(6), page(6).replace('/Page ', '/Qage ')],
    ['a font is missing', page(6), page(6).replace('7 0 R', '9 0 R')],
    ['the name of a font leads nowhere', page(6), page(6).replace('/F1', '/F2')],
    ['a form is missing', stream('BT /F1 12 Tf 20 100 Td (TWO) Tj ET'), stream('/Fm0 Do')],
    ['a filter is not known', whole[5] as string, stream('BT /F1 12 Tf (TWO) Tj ET', '/Filter /FlateDecodf ')],
    ['the content is none', whole[5] as string, stream('%!PS-AdobeFont\n12 dict begin /FontName /A def')],
  ])('%s', async (_why, from, to) => {
    const { text, unread } = await read(changed(from, to))
    expect([text, unread]).toEqual(['ONE', [second]])
  })

  it('one part of a content is missing', async () => {
    expect((await read(changed('/Contents 6 0 R', '/Contents [6 0 R 9 0 R]'))).unread).toEqual([second])
  })

  it('two pages have one content, and another lies unused', async () => {
    const error = await read(changed('/Contents 6', '/Contents 5')).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'DAMAGED_PDF', pages: { from: 1, to: 2 } })
  })

  it('a content is longer than when the file was written', async () => {
    const text = written(whole).replace('(TWO) Tj', '(TWO) Tj (AND MORE) Tj')
    expect((await read(text)).unread).toEqual([second])
  })
})

describe('what is all there is read and told', () => {
  it.each([
    [
      'an entry of the list of objects leads elsewhere',
      (text: string) => text.replace(/\d(\d{9} 00000 n \n\d+ 00000 n \ntrailer)/, '1$1'),
    ],
    ['the list of objects is not where it says', (text: string) => text.replace(/startxref\n\d+/, 'startxref\n7')],
    ['the list of pages counts one too few', (text: string) => text.replace('/Count 2', '/Count 1')],
  ])('%s', async (_why, damage) => {
    const found = await read(damage(written(whole)))
    expect([found.text, found.unread]).toEqual(['ONE\fTWO', []])
    expect(found.repaired).toBeDefined()
  })

  it("two pages stand in each other's place", async () => {
    const { text, repaired } = await read(changed('[3 0 R 4 0 R]', '[4 0 R 3 0 R]'))
    expect([text, repaired]).toEqual(['TWO\fONE', { say: 'PAGES_EXCHANGED', args: { first: 1, second: 2 } }])
  })

  it('the first line is lost, or damaged', async () => {
    for (const text of [written(whole).slice('%PDF-1.4\n'.length), written(whole).replace('%PDF', '%PXF')]) {
      const document = await readWith(readers, Buffer.from(text, 'latin1'), {})
      expect([document.text, document.repaired !== undefined]).toEqual(['ONE\fTWO', true])
    }
  })
})

describe('a font that does not name its characters', () => {
  const font = whole[6] as string
  it.each([
    ['its /ToUnicode is missing', font.replace('>>', '/ToUnicode 9 0 R >>')],
    ['its /ToUnicode is none', font.replace('>>', '/ToUnicode 7 0 R >>')],
    ['its encoding is not known', font.replace('WinAnsi', 'WinAnso')],
    [
      'its program is none, though its characters are named',
      font.replace('>>', '/ToUnicode 8 0 R /FontDescriptor << /Type /FontDescriptor /FontFile2 9 0 R >> >>'),
    ],
  ])('%s', async (_why, other) => {
    const objects = whole.map(object => object.replace(font, other))
    const names = stream('1 beginbfchar <4F> <004F> endbfchar')
    await expect(read(written([...objects, names, stream('q Q')]))).rejects.toMatchObject({ code: 'UNREADABLE_FONT' })
  })
})
