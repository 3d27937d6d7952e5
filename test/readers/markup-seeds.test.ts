import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Cell, linesOf, type Table } from '../../src/document/model.ts'
import { spansOf, textOf } from '../../src/document/printed.ts'
import { readMarkup } from '../../src/readers/markup/index.ts'
import { readPlainText } from '../../src/readers/text.ts'
import { outline } from './markup-outline.ts'

const seeds = readdirSync('seeds').filter(name => name.endsWith('.txt'))
const source = (number: string): string => readFileSync(`seeds/${seeds.find(name => name.startsWith(number))}`, 'utf8')

const blocksOf = (number: string) => readMarkup(source(number)).pages.flatMap(page => page.blocks)
const tablesOf = (number: string): Table[] => blocksOf(number).filter(block => block.kind === 'table')
const sizes = (tables: readonly Table[]): string[] => tables.map(table => `${table.rows}×${table.columns}`)
const cellAt = (table: Table | undefined, row: number, column: number): Cell =>
  table?.cells.find(cell => cell.row === row && cell.column === column) as Cell
const textAt = (table: Table | undefined, row: number, column: number) => outline(cellAt(table, row, column).blocks)

it.each(['000', '002'])('seed %s is plain text', number => {
  const [found, plain] = [readMarkup(source(number)), readPlainText(source(number))]
  expect({ ...found, places: 0 }).toEqual({ ...plain, places: 0 })
})

it.each(seeds)('every printed character of %s stands in one line', name => {
  const { text, content, pages } = readMarkup(source(name))
  const uses = new Uint8Array(text.length)
  for (const { on } of pages.flatMap(page => [...linesOf(page.blocks)]))
    for (const [from, to] of spansOf(on)) for (let at = from; at < to; at += 1) uses[at] = (uses[at] as number) + 1
  const printed = content.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index))
  expect(printed.filter(at => /\S/.test(text[at] as string) && uses[at] !== 1)).toEqual([])
})

describe('seed 001', () => {
  const tables = tablesOf('001')

  it('has three tables of three full columns', () => {
    expect(sizes(tables)).toEqual(['10×3', '7×3', '5×3'])
    expect(tables.map(table => table.cells.length)).toEqual([30, 21, 15])
  })

  it('keeps a list without items on one line', () => {
    expect(textAt(tables[0], 4, 1)).toMatch(/^¶・孤立死を防止するため、.*（R4年度末時点）。$/)
  })

  it('knows the boxes inside cells', () => {
    expect(cellAt(tables[1], 3, 1).blocks.map(block => block.kind)).toEqual(['line', 'box'])
    expect(textAt(tables[1], 3, 1)).toMatch(/^・行政事務.*実施。 \/ \[¶【業務量調査の結果概要】 .*実施。\]$/)
  })

  it('keeps the place of a cell that a page break cut', () => {
    expect(textAt(tables[0], 9, 1)).toMatch(/「AI$/)
    expect([0, 1, 2].map(column => textAt(tables[1], 0, column))).toEqual(['', 'チャットボット」を導入。', ''])
  })

  it('ends a paragraph inside a cell', () => {
    expect(textAt(tables[2], 0, 1)).toMatch(/紹介を実施。 \/ ¶また、札幌市子育て/)
  })
})

describe('seed 003', () => {
  const tables = tablesOf('003')

  it('has the overview, the needs, the glossary and the tables of the sidebar', () => {
    expect(sizes(tables)).toEqual(['7×2', '5×2', '15×3', '13×3', '4×3', '4×3'])
  })

  it('has the paragraphs of the overview', () => {
    expect(textAt(tables[0], 0, 0)).toBe('ICT 活用施策')
    expect(textAt(tables[0], 1, 0)).toBe('¶1 - 1 / ¶暮らしの 質の向上 / ¶生活')
    expect(textAt(tables[0], 4, 1)).toMatch(/^¶雇用機会の創出.*UIJ ターン⁷⁸等による ICT 活用人材の確保を図る。$/)
  })

  it('has the needs that stand in a table as one line each', () => {
    expect(textAt(tables[1], 2, 1)).toMatch(/^¶■ 自分の個人情報は.*■ ICT の進歩等/)
  })

  it('keeps blank cells and raised numbers', () => {
    expect([0, 1, 2].map(column => textAt(tables[4], 0, column))).toEqual(['', '停電中', '復電後'])
    expect(outline(blocksOf('003'))).toContain('¹⁰⁴ ブラックアウト')
  })

  it('has the marks of its lists and no marks of its emphasis', () => {
    const lines = blocksOf('003').filter(block => block.kind === 'line')
    const texts = lines.map(line => textOf(line.on))
    expect(texts.filter(text => text.endsWith('NEW'))).toHaveLength(16)
    expect(texts.join('')).not.toContain('**')
    expect(texts.join('')).toContain('「Sapporo * north2」')
    expect(lines.filter(line => line.begins === 'item').every(line => /^(?:-|\d\.) /.test(textOf(line.on)))).toBe(true)
  })
})

describe('seed 004', () => {
  const tables = tablesOf('004')

  it('has the tables in order, each as wide as printed', () => {
    expect(sizes(tables)).toEqual([
      ...['5×6', '3×6', '7×8', '3×6', '7×8', '5×6', '1×4', '7×9', '3×6', '5×9', '4×6', '4×2', '3×6', '3×6', '7×2'],
      ...[
        '3×6',
        '7×2',
        '3×6',
        '5×6',
        '6×6',
        '3×6',
        '5×6',
        '8×5',
        '2×2',
        '1×2',
        '4×6',
        '6×2',
        '3×6',
        '6×7',
        '3×6',
        '6×2',
      ],
      ...['3×6', '6×2', '4×6', '6×2', '4×6', '6×6', '4×6', '6×2', '5×6', '5×2', '4×6', '5×2', '4×6', '3×6', '3×7'],
      '3×6',
    ])
  })

  it('has no row for a rule', () => {
    expect(textAt(tables[6], 0, 2)).toBe('子)子育て支援部')
  })

  it('keeps the headings of the columns', () => {
    const heads = tables.filter(table => table.rows > 1 && textAt(table, 1, 0) === '取組内容')
    expect(heads).toHaveLength(25)
    expect(heads.every(table => table.columns === 6)).toBe(true)
  })

  it('leaves what is not tab-separated as lines', () => {
    const lines = blocksOf('004')
      .filter(block => block.kind === 'line')
      .map(line => textOf(line.on))
    expect(lines).toContain('提言1-ア')
    expect(lines).toContain('10 提言3-ア')
    expect(lines).toContain('- ① 要対協の機能強化及び対象範囲の拡大')
  })
})
