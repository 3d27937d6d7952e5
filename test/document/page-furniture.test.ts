import { describe, expect, it } from 'vitest'
import type { Line, Page, PageRange, Rect } from '../../src/document/model.ts'
import { printedAt, textOf } from '../../src/document/printed.ts'
import { folioAt } from '../../src/document/prose/folio.ts'
import { withoutFolios } from '../../src/document/prose/page-furniture.ts'
import { readPlainText } from '../../src/readers/text.ts'

const vocabulary = new Set(['会計コード', '活動指標'])
const foliosIn = (range: PageRange): string[] => withoutFolios(range, vocabulary).folios.map(textOf)
const inText = (text: string): string[] => {
  const source = readPlainText(text)
  return foliosIn({ source, pages: source.pages })
}

describe('what may be a page number', () => {
  it.each([
    ['12', 12, 'alone'],
    ['１２', 12, 'fullwidth'],
    ['－ 12 －', 12, 'between dashes'],
    ['3/10', 3, 'of so many'],
    ['P.3', 3, 'after p.'],
    ['第12頁', 12, 'with its word'],
    ['12ページ', 12, 'with its word'],
    ['〔12〕', 12, 'in brackets'],
    ['xiv', 14, 'roman, before the first chapter'],
  ])('%s is %i: %s', (text, value) => {
    expect(folioAt(printedAt(text, 0))?.value).toBe(value)
  })

  it.each([
    ['12/3', 'no page comes after the last'],
    ['-12', 'a number below zero'],
    ['12,000', 'an amount'],
    ['12345', 'a code'],
    ['12件', 'a count'],
    ['Ⅳ', 'the number of a section'],
    ['iiii', 'no number'],
    ['資料３', 'an attachment'],
    ['2-1', 'a code'],
    ['P', 'a letter'],
  ])('%s is none: %s', text => {
    expect(folioAt(printedAt(text, 0))).toBeUndefined()
  })
})

describe('where a number is the page’s', () => {
  it.each([
    ['今後も取り組む。\n\n12\n', ['12'], 'the last line of a text'],
    ['今後も取り組む。\n12', ['12'], 'right below a sentence'],
    ['今後も取り組む。\n1\f検討する。\n2', ['1', '2'], 'at the foot of both pages'],
    ['12\n\n今後も取り組む。', ['12'], 'at the head, apart'],
    ['今後も\n12\n取り組む。', [], 'between lines no place is a page’s'],
    ['12\n経済観光局 産業振興部', [], 'a NO above its bureau'],
    ['1\n経済観光局\f2\n建設局\f3\n環境局', [], 'a NO on each page counts on as pages do'],
    ['会計コード\n\n12\n', [], 'the value of a label'],
    ['4,198\n\n100\n', [], 'one of a column of values'],
    ['80 264\n12', [], 'the last of a row that is cut'],
    ['80 264\n- 12 -', ['- 12 -'], 'no value is dressed so'],
    ['甲。\n1\f乙。\n2\f丙は\n250\f丁。\n4', ['1', '2', '4'], 'the other pages count otherwise'],
  ])('%j: %j, %s', (text, expected) => {
    expect(inText(text)).toEqual(expected)
  })
})

describe('on paper', () => {
  const line = (text: string, bbox: Rect): Line => {
    return { kind: 'line', on: printedAt(text, 0), number: 1, indent: 0, width: 4, gap: 0, bbox }
  }
  const paper = (...blocks: Line[]): Page => ({ number: 1, span: [0, 0], blocks, size: [600, 800] })
  const range = (...pages: Page[]): PageRange => ({ source: readPlainText(''), pages })
  const text = line('今後も取り組む。', [50, 100, 200, 112])

  it('knows a number by where it stands, whatever the order', () => {
    expect(foliosIn(range(paper(line('12', [290, 760, 310, 772]), text)))).toEqual(['12'])
  })

  it('knows the two numbers of a sheet', () => {
    const feet = [line('12', [40, 760, 60, 772]), line('13', [540, 760, 560, 772])]
    expect(foliosIn(range(paper(text, ...feet)))).toEqual(['12', '13'])
  })

  it('leaves a number beside other words', () => {
    expect(foliosIn(range(paper(text, line('12', [40, 760, 60, 772]), line('建設局', [90, 760, 130, 772]))))).toEqual(
      [],
    )
  })
})
