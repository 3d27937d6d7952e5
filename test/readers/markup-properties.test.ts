import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, linesOf, type SourceDocument, type Table } from '../../src/document/model.ts'
import { type Piece, spansOf, textOf } from '../../src/document/printed.ts'
import { readMarkup } from '../../src/readers/markup/index.ts'
import { readPlainText } from '../../src/readers/text.ts'

const words = [
  '札幌',
  'a',
  '1',
  '192,788',
  '（注）',
  '。',
  '・',
  '　',
  ' ',
  '，',
  '※',
  '\ud800',
  '\u0000',
  '\u202e',
  '\ufeff',
]
const breaks = ['\n', '\n', '\n\n', '\r\n', '\f', '\t', '\t', '\u2028', '\u0085']
const marks = [
  '**',
  '__',
  '*',
  '_',
  '\\',
  '`',
  '```',
  '#',
  '# ',
  '- ',
  '1. ',
  '---',
  '--',
  '|',
  '|---|',
  '[',
  '](http://x)',
  '!',
  '"',
  '""',
  ',',
]
const tags = [
  ...[
    '<p>',
    '</p>',
    '<p a="',
    '<p/',
    '<br>',
    '<ul>',
    '<ul style="x">',
    '</ul>',
    '<li>',
    '</li>',
    '<h2>',
    '</h2>',
    '<b>',
    '</b>',
  ],
  ...[
    '<sup>',
    '</sup>',
    '<sub>',
    '</sub>',
    '<div style="border:1px">',
    '<div>',
    '</div>',
    '<table>',
    '</table>',
    '<tr>',
    '</tr>',
  ],
  ...[
    '<td>',
    '<td rowspan=2 colspan="3">',
    '</td>',
    '<th>',
    '<caption>',
    '</caption>',
    '<!--',
    '-->',
    '--!>',
    '<script>',
  ],
  ...[
    '</script>',
    '<title>',
    '</title>',
    '<仮称>',
    '<',
    '>',
    '&',
    '&amp;',
    '&nbsp;',
    '&shy;',
    '&#10;',
    '&lt;',
    '&notit;',
    '&x;',
  ],
]

const anyText = fc
  .array(fc.constantFrom(...words, ...breaks, ...marks, ...tags), { maxLength: 60 })
  .map(parts => parts.join(''))
const plainText = fc
  .array(fc.constantFrom(...words, '\n', '\n\n', '\r\n', '\f', '< ', '&'), { maxLength: 40 })
  .map(parts => parts.join(''))

const lines = (document: SourceDocument) => document.pages.flatMap(page => [...linesOf(page.blocks)])

function* tablesOf(blocks: readonly Block[]): Generator<Table> {
  for (const block of blocks) {
    if (block.kind === 'line') continue
    if (block.kind === 'box') yield* tablesOf(block.blocks)
    else {
      yield block
      for (const cell of block.cells) yield* tablesOf(cell.blocks)
    }
  }
}

/** How many lines each character of the source stands in. */
function usesOf(document: SourceDocument): Uint8Array {
  const uses = new Uint8Array(document.text.length)
  for (const { on } of lines(document))
    for (const [from, to] of spansOf(on)) for (let at = from; at < to; at += 1) uses[at] = (uses[at] as number) + 1
  return uses
}

const digits: Record<string, string> = Object.fromEntries(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉'].map((ch, index) => [ch, `${index % 10}`]),
)

function expectFaithful(text: string, { text: printed, at }: Piece): void {
  const source = text.slice(...(at as [number, number]))
  if (source.length !== printed.length) expect(source).toMatch(/^&.*;$/)
  else expect(printed.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]/g, ch => digits[ch] as string)).toBe(source)
}

describe('whatever the text', () => {
  it('every printed character stands in exactly one line', () => {
    fc.assert(
      fc.property(anyText, text => {
        const document = readMarkup(text)
        const uses = usesOf(document)
        for (const [from, to] of document.content)
          for (let at = from; at < to; at += 1)
            if (/\S/.test(text[at] as string)) expect([at, uses[at]]).toEqual([at, 1])
        expect(Math.max(0, ...uses)).toBeLessThan(2)
      }),
      { numRuns: 3000 },
    )
  })

  it('a line holds the characters it stands on, in order, and no line break', () => {
    fc.assert(
      fc.property(anyText, text => {
        for (const { on } of lines(readMarkup(text))) {
          for (const piece of on.pieces) expectFaithful(text, piece)
          const spans = spansOf(on)
          for (const [index, span] of spans.entries())
            expect(span[0]).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0)
          expect(textOf(on)).not.toMatch(/^\s|[\n\r\f\u0085\u2028]|\s$/u)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('content and pages are in order, and every line is on its page', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { content, pages, places } = readMarkup(text)
        let last = 0
        for (const [from, to] of content) {
          expect(from >= last && to > from).toBe(true)
          last = to
        }
        for (const { number, span, blocks } of pages)
          for (const { on, number: line } of linesOf(blocks)) {
            const [first] = spansOf(on) as [[number, number]]
            expect(first[0] >= span[0] && first[1] <= span[1]).toBe(true)
            expect(places(first)[0]).toMatchObject({ page: number, line })
          }
      }),
      { numRuns: 1000 },
    )
  })

  it('cells lie within their table', () => {
    fc.assert(
      fc.property(anyText, text => {
        for (const page of readMarkup(text).pages)
          for (const { rows, columns, cells } of tablesOf(page.blocks))
            for (const cell of cells) {
              expect(cell.row + cell.rowSpan).toBeLessThanOrEqual(rows)
              expect(cell.column + cell.columnSpan).toBeLessThanOrEqual(columns)
            }
      }),
      { numRuns: 1000 },
    )
  })
})

it('plain text is read as plain text', () => {
  fc.assert(
    fc.property(plainText, text => {
      const [found, plain] = [readMarkup(text), readPlainText(text)]
      expect({ ...found, places: 0 }).toEqual({ ...plain, places: 0 })
    }),
    { numRuns: 1000 },
  )
})
