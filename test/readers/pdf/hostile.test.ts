import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { layouts } from '../../../src/layouts/registry.ts'
import { extractOne } from '../../../src/pipeline.ts'
import { geometryReader } from '../../../src/readers/pdf/index.ts'
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

describe('what is looked for by its place', () => {
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
