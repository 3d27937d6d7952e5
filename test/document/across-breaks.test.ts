import { describe, expect, it } from 'vitest'
import { type Cell, type Line, linesOf, type Page, type Rect, type Table } from '../../src/document/model.ts'
import { printedAt, textOf } from '../../src/document/printed.ts'
import { goesOnBelow, wholeAcrossBreaks } from '../../src/document/table/across-breaks.ts'

let from = 0
const lineOf = (text: string, bbox: Rect): Line => {
  from += 100
  return { kind: 'line', on: printedAt(text, from), number: 1, indent: 0, width: text.length, gap: 0, bbox }
}

const edges = [20, 60, 120, 200, 280]

/** A cell by its text, row and column; its height counts from the top of its table. */
function cellOf(text: string, row: number, column: number, more: Partial<Cell> = {}): Cell {
  const bbox: Rect = [edges[column] as number, row * 20, edges[column + 1] as number, (row + (more.rowSpan ?? 1)) * 20]
  return { row, column, rowSpan: 1, columnSpan: 1, blocks: text ? [lineOf(text, bbox)] : [], bbox, ...more }
}

const pageOf = (number: number, cells: readonly Cell[], more: Partial<Table> = {}): Page => {
  const rows = Math.max(...cells.map(cell => cell.row + cell.rowSpan))
  const table: Table = { kind: 'table', rows, columns: 4, cells, bbox: [20, 0, 280, rows * 20], ...more }
  return { number, span: [0, 0], blocks: [table] }
}

const rowOf = (row: number, texts: readonly string[], more: Partial<Cell> = {}): Cell[] =>
  texts.map((text, column) => cellOf(text, row, column, more))

const textsAt = (page: Page | undefined, column: number): string[] =>
  (page?.blocks ?? []).flatMap(block =>
    block.kind === 'table'
      ? block.cells
          .filter(cell => cell.column === column)
          .map(cell => [...linesOf(cell.blocks)].map(line => textOf(line.on)).join('/'))
      : [],
  )

describe('a merged cell that a page break cuts', () => {
  const above = [
    cellOf('市民文化局', 0, 0, { rowSpan: 2, openBottom: true }),
    ...rowOf(0, ['', '広報課', '紙面を改める。', '改めた。']).slice(1),
    ...rowOf(1, ['', '広聴課', '窓口を増やす。', '増やした。']).slice(1),
  ]

  it('holds all of its text on both pages', () => {
    const below = [cellOf('（続き）', 0, 0), ...rowOf(0, ['', '統計課', '公表を早める。', '早めた。']).slice(1)]
    const pages = wholeAcrossBreaks([pageOf(1, above), pageOf(2, below)])
    expect(textsAt(pages[0], 0)).toEqual(['市民文化局/（続き）'])
    expect(textsAt(pages[1], 0)).toEqual(['市民文化局/（続き）'])
    expect(textsAt(pages[1], 1)).toEqual(['統計課'])
  })

  it('goes on below the heads that the next page repeats', () => {
    const heads = rowOf(0, ['局', '課', '指摘', '対応'])
    const down = (cell: Cell): Cell => ({ ...cell, row: cell.row + 1 })
    const below = [...heads, cellOf('', 1, 0), ...rowOf(1, ['', '統計課', '公表を早める。', '早めた。']).slice(1)]
    const pages = wholeAcrossBreaks([pageOf(1, [...heads, ...above.map(down)]), pageOf(2, below)])
    expect(textsAt(pages[1], 0)).toEqual(['局', '市民文化局'])
  })

  it('ends where a line closes it, and where the cell below stands elsewhere', () => {
    const closed = above.map(({ openBottom: _, ...cell }) => cell)
    const below = [cellOf('財政局', 0, 0), ...rowOf(0, ['', '統計課', '公表を早める。', '早めた。']).slice(1)]
    expect(textsAt(wholeAcrossBreaks([pageOf(1, closed), pageOf(2, below)])[1], 0)).toEqual(['財政局'])
    const aside = below.map(cell => ({ ...cell, bbox: [0, 0, 5, 5] as Rect }))
    expect(textsAt(wholeAcrossBreaks([pageOf(1, above), pageOf(2, aside)])[1], 0)).toEqual(['財政局'])
  })
})

describe('whether a table goes on on the next page', () => {
  const rows = rowOf(0, ['1', '広報課', '紙面を改める。', '改めた。'])
  const moved = rows.map(cell => (cell.column === 2 ? { ...cell, bbox: [110, 0, 200, 20] as Rect } : cell))

  it.each<[string, Page, boolean]>([
    ['its columns stand at the same places', pageOf(2, rows), true],
    ['one column begins elsewhere', pageOf(2, moved), false],
    ['it has another number of columns', pageOf(2, rows, { columns: 5 }), false],
    ['it is wider', pageOf(2, rows, { bbox: [20, 0, 300, 20] }), false],
    ['something else shows it', pageOf(2, rows, { found: 'fills' }), false],
    ['there is none', { ...pageOf(2, rows), blocks: [] }, false],
  ])('%s', (_why, below, isOne) => {
    expect(goesOnBelow(pageOf(1, rows), below)).toBe(isOne)
  })

  it('asks a table that alignment alone shows only for its own edges', () => {
    const found = { found: 'alignment' } as const
    expect(goesOnBelow(pageOf(1, rows, found), pageOf(2, moved, found))).toBe(true)
  })
})
