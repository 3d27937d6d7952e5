import { describe, expect, it } from 'vitest'
import { type Block, linesOf } from '../../src/document/model.ts'
import { readMarkup } from '../../src/readers/markup/index.ts'

const size = 300_000
const repeat = (text: string): string => text.repeat(size / text.length)

/** Inputs on which a reader that looks at a character twice for each it has seen takes minutes. */
const inputs: Record<string, string> = {
  'one line': repeat('札幌市の事業'),
  'tags that never end': repeat('<p <b a="'),
  'quotes in quotes': repeat(`<b a='"<b c="'`),
  'signs of less': repeat('a < b <'),
  'comments that never end': repeat('<!--'),
  'scripts that never end': repeat('<script>'),
  'an attribute': `<p style="${repeat('x')}">a</p>`,
  'many attributes': `<p ${repeat('a=1 ')}>a</p>`,
  'spaces in a tag': `<p${repeat(' ')}`,
  'elements in elements': `${repeat('<div>')}x${repeat('</div>')}`,
  'boxes in boxes': `${repeat('<div style="border:1px">')}x${repeat('</div>')}`,
  'tables in tables': `${repeat('<table><tr><td>')}x${repeat('</td></tr></table>')}`,
  'tables that never end': repeat('<table><tr><td>a'),
  'closing tags of nothing': repeat('<div></section>'),
  'cells that span all': `<table>${repeat('<tr><td rowspan=65534 colspan=1000>a<td>')}`,
  entities: repeat('&amp;amp;'),
  ampersands: repeat('&amp'),
  stars: repeat('**a'),
  underscores: repeat('_'),
  backslashes: repeat('\\'),
  brackets: repeat('[a]('),
  'number signs': `# a ${repeat('#')}`,
  spaces: repeat('　'),
  columns: repeat('a\t'),
  rows: repeat('1\t事業\t5\n'),
  'rows that are cut': `a\tb\tc\n${repeat('1\t2\n3\n')}`,
  'paragraphs that lead to no tab': `a\tb\n${repeat('<p>x</p>\n\n')}`,
  'paragraphs below rows': repeat('a\tb\tc\n<p>x</p>\n'),
  'lists that never end': repeat('a\t<ul>\nb\n'),
  'lists that end far away': `${repeat('a\t<ul>\nb\n')}${repeat('</ul>\n')}`,
  'quotation marks': repeat('"'),
  'quoted cells': repeat('"a\t'),
  'quoted rows': repeat('"a""\n'),
  bars: repeat('|'),
  'rows of bars': repeat('| a | b |\n'),
  'a rule of a table': `a|b\n${repeat('-|')}`,
  'indented lines': repeat('\ta\n'),
  pages: repeat('a\f'),
  'no characters': repeat('\u0000'),
  'halves of characters': repeat('\ud800'),
  directions: repeat('\u202e'),
}

describe('is done at once with', () => {
  it.each(Object.entries(inputs))(
    '%s',
    (_, text) => {
      expect(linesIn(text)).toBeLessThan(size)
    },
    5000,
  )
})

/** The printed lines of a text; none where it is refused for a line that is longer than any form prints. */
function linesIn(text: string): number {
  try {
    const { pages } = readMarkup(text)
    return pages.reduce((count, page) => count + [...linesOf(page.blocks)].length, 0)
  } catch (error) {
    expect(error).toMatchObject({ code: 'INPUT_TOO_LARGE' })
    return 0
  }
}

const depth = (blocks: readonly Block[]): number =>
  Math.max(0, ...blocks.map(block => (block.kind === 'line' ? 0 : 1 + depth(inner(block)))))

const inner = (block: Exclude<Block, { kind: 'line' }>): readonly Block[] =>
  block.kind === 'box' ? block.blocks : block.cells.flatMap(cell => cell.blocks)

it.each(['boxes in boxes', 'tables in tables', 'tables that never end'])('nests %s to a bounded depth', name => {
  const blocks = readMarkup(inputs[name] as string).pages.flatMap(page => page.blocks)
  expect(depth(blocks)).toBeLessThan(30)
})

it('reads no more than any document holds', () => {
  expect(() => readMarkup('\n'.repeat(2_000_001))).toThrow(/more than 2000000 lines/)
  expect(() => readMarkup('<b>'.repeat(4_000_001))).toThrow(/more than 4000000 tags/)
})
