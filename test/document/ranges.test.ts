import { describe, expect, it } from 'vitest'
import { linesOfRange, type PageRange } from '../../src/document/model.ts'
import { textOf } from '../../src/document/printed.ts'
import { contentOf, splitRange } from '../../src/document/ranges.ts'
import { readPlainText } from '../../src/readers/text.ts'

const words = '表紙\n題名\n本文\n\f続き\n題名\n末尾\n'
const source = readPlainText(words)
const whole: PageRange = { source, pages: source.pages }

const linesIn = (range: PageRange): string[] => linesOfRange(range).map(line => textOf(line.on))
const textIn = (range: PageRange): string =>
  contentOf(range)
    .map(([from, to]) => words.slice(from, to))
    .join('|')

describe('contentOf', () => {
  it('gives the printed characters of the pages, line breaks and page breaks left out', () => {
    expect(textIn(whole)).toBe('表紙|題名|本文|続き|題名|末尾')
    expect(textIn({ source, pages: source.pages.slice(1) })).toBe('続き|題名|末尾')
    expect(textIn({ source, pages: [] })).toBe('')
  })
})

describe('splitRange', () => {
  const starts = [words.indexOf('題名'), words.lastIndexOf('題名')]

  it('parts pages where a part begins; what stands before the first goes with it', () => {
    const parts = splitRange(whole, starts)
    expect(parts.map(linesIn)).toEqual([
      ['表紙', '題名', '本文', '続き'],
      ['題名', '末尾'],
    ])
    expect(parts.map(part => part.pages.map(page => page.number))).toEqual([[1, 2], [2]])
  })

  it('leaves no character out and gives none twice', () => {
    expect(splitRange(whole, starts).map(textIn).join('|')).toBe(textIn(whole))
  })

  it('gives no part where none begins', () => {
    expect(splitRange(whole, [])).toEqual([])
  })
})
