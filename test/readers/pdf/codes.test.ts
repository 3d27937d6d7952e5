import { describe, expect, it } from 'vitest'
import { writePdf } from '../../../fixtures/readers/pdf/make/pdf.ts'
import { linesOf } from '../../../src/document/model.ts'
import { textOf } from '../../../src/document/printed.ts'
import { InputError } from '../../../src/failures.ts'
import { readWith } from '../../../src/readers/reader.ts'
import { readers } from '../../../src/readers/registry.ts'

/** What is read of a page that shows codes in a font, the first of some objects; or the code of the refusal. */
async function read(codes: string, objects: readonly string[]): Promise<string> {
  const content = `BT /T 10 Tf 20 300 Td <${codes}> Tj ET`
  const bytes = writePdf({ characters: ['計'], pages: [{ content }], fonts: '/T [#0]', objects })
  try {
    const source = await readWith(readers, bytes, { pause: async () => {} })
    return linesOf(source.pages[0]?.blocks ?? [])
      .map(({ on }) => textOf(on))
      .join('\n')
  } catch (error) {
    if (error instanceof InputError) return error.code
    throw error
  }
}

const stream = (data: string, dictionary = '') =>
  `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`

const type3 = (names: string) =>
  [
    '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 700 700] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 65 /LastChar 67',
    `/Widths [700 700 700] /CharProcs << >> /Encoding << /Type /Encoding /Differences [65 ${names}] >> /Resources << >> >>`,
  ].join(' ')

const descriptor =
  '/FontDescriptor << /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>'
const descendant = (more: string) =>
  `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ${descriptor} ${more} >>`
const composite = (encoding: string, more = '') =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding ${encoding} /DescendantFonts [[#1]] ${more} >>`

/** For each code of two bytes the number of its glyph, as /CIDToGIDMap has it. */
function glyphsOf(codes: readonly number[]): string {
  const map = Buffer.alloc((Math.max(...codes) + 1) * 2)
  for (const [glyph, code] of codes.entries()) map.writeUInt16BE(glyph + 1, code * 2)
  return stream(`${map.toString('hex')}>`, '/Filter /ASCIIHexDecode')
}

const word = '\u4e8b\u696d\u8cbb\u306e\u8a08'
const hexOf = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')

describe('codes that the engine has no characters for', () => {
  it.each([
    ['/A /eacute /uni4E8B', 'Aé事'],
    ['/parenleft /one /u20BB7', '(1𠮷'],
    ['/g12 /g13 /g14', 'UNREADABLE_FONT'],
  ])('are named by the glyphs of a Type 3 font: %s', async (names, text) => {
    expect(await read('414243', [type3(names)])).toBe(text)
  })

  it('are mapped by the file, however many bytes they have', async () => {
    const range =
      '4 begincodespacerange <00> <7F> <C080> <DFBF> <E08080> <EFBFBF> <F0808080> <F7BFBFBF> endcodespacerange'
    const cids = '4 begincidchar <31> 35 <e9878e> 42 <e5aeb6> 41 <f0a0aeb7> 43 endcidchar'
    const map =
      '1 beginbfrange <31> <33> <0031> endbfrange 3 beginbfchar <e5aeb6> <5bb6> <e9878e> <91ce> <f0a0aeb7> <d842dfb7> endbfchar'
    const objects = [
      composite('[#2]', '/ToUnicode [#3]'),
      descendant(''),
      stream(`begincmap ${range} ${cids} endcmap`, '/Type /CMap /CMapName /U'),
      stream(`begincmap ${range} ${map} endcmap`),
    ]
    expect(await read('f0a0aeb7e9878ee5aeb631', objects)).toBe('𠮷野家1')
  })

  it('are characters themselves where all that lead to glyphs are such as Japanese is written with', async () => {
    const codes = [...word].map(character => character.charCodeAt(0))
    const objects = [composite('/Identity-H'), descendant('/CIDToGIDMap [#2]'), glyphsOf(codes)]
    expect(await read(hexOf(word), objects)).toBe(word)
  })

  it('are none where they are numbers of glyphs', async () => {
    const objects = [composite('/Identity-H'), descendant('/CIDToGIDMap [#2]'), glyphsOf([2260, 1800, 3382, 879, 1889])]
    expect(await read('08d407080d36036f0761', objects)).toBe('UNREADABLE_FONT')
    expect(await read(hexOf(word), [composite('/Identity-H'), descendant('/CIDToGIDMap /Identity')])).toBe(
      'UNREADABLE_FONT',
    )
  })
})
