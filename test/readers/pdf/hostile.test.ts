import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { layouts } from '../../../src/layouts/registry.ts'
import { extractOne } from '../../../src/pipeline.ts'
import { geometryReader } from '../../../src/readers/pdf/index.ts'
import { fromLzw } from '../../../src/readers/pdf/structure/objects/packed/repeats.ts'
import { readers } from '../../../src/readers/registry.ts'

/** A PDF of one page for each content, on a page of any size. */
function pdfOf(contents: readonly string[], width = 600, height = 800, more = ''): Buffer {
  const pages = contents.map((_, index) => 10 + index * 2)
  const objects = [
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    `2 0 obj << /Type /Pages /Count ${pages.length} /Kids [${pages.map(page => `${page} 0 R`).join(' ')}] >> endobj`,
    '3 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj',
    ...contents.flatMap((content, index) => [
      `${pages[index]} 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${(pages[index] as number) + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >> endobj`,
      `${(pages[index] as number) + 1} 0 obj << /Length ${content.length} >>\nstream\n${content}\nendstream endobj`,
    ]),
    more,
  ]
  return Buffer.from(`%PDF-1.7\n${objects.join('\n')}\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`, 'latin1')
}

const many = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join('\n')

const words = (x: number, y: number, text: string): string => `BT /F1 10 Tf ${x} ${y} Td (${text}) Tj ET`

const failuresOf = async (bytes: Buffer) =>
  (await extractOne({ path: 'a.pdf', bytes: async () => bytes }, { layouts, readers })).failures

describe('a page with more than any form has', () => {
  it('is left out by name, and the pages beside it are read', async () => {
    const grid = many(1_100, at => `0 ${at * 9} m 9900 ${at * 9} l S ${at * 9} 0 m ${at * 9} 9900 l S`)
    const { pages, unread } = await geometryReader().read(pdfOf([words(50, 50, 'before'), grid], 10_000, 10_000), {})
    expect(pages.map(page => page.number)).toEqual([1])
    expect(unread).toMatchObject([
      { code: 'INPUT_TOO_LARGE', pages: { from: 2, to: 2 }, args: { unit: 'crossings of lines' } },
    ])
  })

  it('may have frames in one another without end', async () => {
    const nested = many(400, at => `${at * 9} ${at * 9} ${8_000 - at * 18} ${8_000 - at * 18} re S`)
    expect(await failuresOf(pdfOf([nested], 8_000, 8_000))).toMatchObject([{ code: 'INPUT_TOO_LARGE' }])
  })
})

describe('a stream that unpacks to more than anything needs', () => {
  it('is refused before the engine unpacks it, also where it is packed twice', async () => {
    const once = deflateSync(Buffer.alloc(70 * 1024 * 1024, 32))
    const bomb = (data: Buffer, filter: string) =>
      pdfOf(
        [words(50, 50, 'a')],
        600,
        800,
        `90 0 obj << /Length ${data.length} /Filter ${filter} >>\nstream\n${data.toString('latin1')}\nendstream endobj`,
      )
    expect(await failuresOf(bomb(once, '/FlateDecode'))).toMatchObject([{ code: 'INPUT_TOO_LARGE' }])
    const twice = bomb(deflateSync(once), '[/FlateDecode /FlateDecode]')
    expect(await failuresOf(twice)).toMatchObject([{ code: 'INPUT_TOO_LARGE' }])
  })
})

/** Streams behind a page that says "a". */
const withStreams = (count: number, data: Buffer, dictionary: string): Buffer =>
  pdfOf(
    [words(50, 50, 'a')],
    600,
    800,
    many(
      count,
      at =>
        `${90 + at} 0 obj << /Length ${data.length} ${dictionary} >>\nstream\n${data.toString('latin1')}\nendstream endobj`,
    ),
  )

/** A page whose only content is packed in some way. */
const packed = (data: Buffer, filter: string): Buffer =>
  Buffer.from(
    pdfOf(['?'])
      .toString('latin1')
      .replace(
        '<< /Length 1 >>\nstream\n?',
        () => `<< /Length ${data.length} /Filter ${filter} >>\nstream\n${data.toString('latin1')}`,
      ),
    'latin1',
  )

const runsOf = (pairs: number): Buffer =>
  Buffer.concat([Buffer.alloc(pairs * 2, Buffer.from([129, 32])), Buffer.from([128])])

const hex = (data: Buffer): Buffer => Buffer.from(`${data.toString('hex')}>`)

describe('streams that are bombs together or behind other filters', () => {
  const tooLarge = [{ code: 'INPUT_TOO_LARGE' }]

  it('are counted up', async () => {
    const each = deflateSync(Buffer.alloc(60 * 1024 * 1024, 32))
    expect(await failuresOf(withStreams(5, each, '/Filter /FlateDecode'))).toMatchObject(tooLarge)
  })

  it('are refused as a content before the engine unpacks them', async () => {
    const runs = runsOf(600_000)
    expect(await failuresOf(packed(runs, '/RunLengthDecode'))).toMatchObject(tooLarge)
    expect(await failuresOf(packed(deflateSync(runs), '[/FlateDecode /RunLengthDecode]'))).toMatchObject(tooLarge)
    const behindHex = hex(deflateSync(Buffer.alloc(70 * 1024 * 1024, 32)))
    expect(await failuresOf(packed(behindHex, '[/ASCIIHexDecode /FlateDecode]'))).toMatchObject(tooLarge)
  })

  it('are read where they hold no more than a page', async () => {
    const content = Buffer.from(words(50, 50, 'Hello'))
    const run = Buffer.concat([Buffer.from([content.length - 1]), content, Buffer.from([128])])
    const chain = packed(hex(deflateSync(run)), '[/ASCIIHexDecode /FlateDecode /RunLengthDecode]')
    expect((await geometryReader().read(chain, {})).text).toBe('Hello')
  })
})

describe('LZW', () => {
  it('is unpacked as the example of the PDF standard says', () => {
    const packed = Uint8Array.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01])
    expect([...fromLzw(packed, 1)]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66])
  })
})

describe('forms that draw one another', () => {
  const drawing = (form: number, content: string, next: number) =>
    `${form} 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> /XObject << /X ${next} 0 R >> >> /Length ${content.length} >>\nstream\n${content}\nendstream endobj`
  const pageOf = (forms: readonly string[]) =>
    Buffer.from(
      pdfOf(['/X Do'], 600, 800, forms.join('\n'))
        .toString('latin1')
        .replace('/Font << /F1 3 0 R >> >> >> endobj', '/XObject << /X 50 0 R >> /Font << /F1 3 0 R >> >> >> endobj'),
      'latin1',
    )
  const tooMany = [{ code: 'INPUT_TOO_LARGE', message: expect.stringContaining('drawing operators') }]

  it('are refused where they come to more than any page, before the engine draws them', async () => {
    const tens = Array.from({ length: 12 }, (_, at) => drawing(50 + at, '/X Do '.repeat(10), 51 + at))
    expect(await failuresOf(pageOf([...tens, drawing(62, words(50, 50, 'a'), 62)]))).toMatchObject(tooMany)
    expect(await failuresOf(pageOf([drawing(50, `/X Do /X Do ${words(50, 50, 'a')}`, 50)]))).toMatchObject(tooMany)
  })

  it('are read where they come to a page', async () => {
    const chain = Array.from({ length: 12 }, (_, at) => drawing(50 + at, '/X Do', 51 + at))
    const { text } = await geometryReader().read(pageOf([...chain, drawing(62, words(50, 50, 'deep'), 62)]), {})
    expect(text).toBe('deep')
  })
})

describe('what is looked for by its place', () => {
  it('reads many rows whose labels stand apart, and refuses columns without end', async () => {
    const rows = many(400, at => `${words(50, 40 + at * 14, 'ABCDE')} ${words(200, 40 + at * 14, 'FGHIJ KLMNO')}`)
    const { text } = await geometryReader().read(pdfOf([rows], 600, 6_000), {})
    expect(text.match(/ABCDE/g)).toHaveLength(400)
    const columns = many(800, at => words((at % 100) * 200, 50 + Math.floor(at / 100) * 14, 'ABCDE FGHIJ KLMNO PQRST'))
    expect(await failuresOf(pdfOf([columns], 20_000, 400))).toMatchObject([{ code: 'INPUT_TOO_LARGE' }])
  })

  it('keeps every one of many equal glyphs that stand apart, and one of those that lie on one another', async () => {
    const glyphs = many(300, at => words(20 + (at % 20) * 25, 20 + Math.floor(at / 20) * 40, 'A'))
    const { text } = await geometryReader().read(pdfOf([`${glyphs}\n${glyphs}`]), {})
    expect(text.match(/A/g)).toHaveLength(300)
  })

  it('puts the text of a table of many cells into its cells', async () => {
    const rules = many(41, at => `20 ${20 + at * 18} m 560 ${20 + at * 18} l S`)
    const sides = many(11, at => `${20 + at * 54} 20 m ${20 + at * 54} 740 l S`)
    const texts = many(400, at => words(24 + (at % 10) * 54, 25 + Math.floor(at / 10) * 18, `N${at}`))
    const { pages } = await geometryReader().read(pdfOf([`${rules}\n${sides}\n${texts}`]), {})
    const [table] = pages[0]?.blocks ?? []
    const found = table?.kind === 'table' ? table.cells : []
    expect(found).toHaveLength(400)
    const textIn = ({ blocks: [line] }: (typeof found)[number]) => line?.kind === 'line' && line.on.pieces[0]?.text
    expect(found.map(textIn)).toEqual(found.map(({ row, column }) => `N${(39 - row) * 10 + column}`))
  })

  it('finds the end of objects that have none', async () => {
    const open = many(3_000, at => `${100 + at} 0 obj << /A (q) >>`)
    const { pages } = await geometryReader().read(pdfOf([words(50, 50, 'text')], 600, 800, open), {})
    expect(pages).toHaveLength(1)
  })
})
