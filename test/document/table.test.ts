import { describe, expect, it } from 'vitest'
import type { Cell, Line, Rect, Table } from '../../src/document/model.ts'
import { printedAt, textOf } from '../../src/document/printed.ts'
import { proseOf } from '../../src/document/prose/prose.ts'
import { byColumn } from '../../src/document/table/columns.ts'
import { cutOf, joinCut } from '../../src/document/table/cut-rows.ts'
import { gridOf } from '../../src/document/table/grid.ts'
import { bandAt, type HeadWords } from '../../src/document/table/heads.ts'

let from = 0
const lineOf = (text: string, more: Partial<Line> = {}): Line => {
  from += 100
  return { kind: 'line', on: printedAt(text, from), number: 1, indent: 0, width: text.length, gap: 0, ...more }
}

type Given = readonly [
  text: string,
  row: number,
  column: number,
  rowSpan?: number,
  columnSpan?: number,
  edges?: [number, number],
]

const cellOf = ([text, row, column, rowSpan = 1, columnSpan = 1, edges]: Given): Cell => ({
  row,
  column,
  rowSpan,
  columnSpan,
  blocks: text === '' ? [] : [lineOf(text)],
  ...(edges ? { bbox: [edges[0], row, edges[1], row + 1] satisfies Rect } : {}),
})

const tableOf = (rows: number, columns: number, cells: readonly Given[]): Table => ({
  kind: 'table',
  rows,
  columns,
  cells: cells.map(cellOf),
})

const words: HeadWords<string> = {
  order: ['a', 'b', 'c', 'd'],
  nameOf: on => ({ A: 'a', B: 'b', C: 'c', D: 'd', 旧B: 'b' })[textOf(on)],
  isOwn: (on, name) => textOf(on) === name.toUpperCase(),
  isHeadRow: names => names.size >= 2,
}

const headsOf = (table: Table, index = 0) => bandAt(gridOf(table).rows, index, words)
const namesOf = (table: Table) =>
  headsOf(table)?.columns.heads.map(({ name, on, from, to }) => [name, textOf(on), from, to])

describe('the grid of a table', () => {
  it('has a cell over several rows in each of them, and knows the first row and one that no line closes', () => {
    const open = { ...cellOf(['y', 1, 1]), openBottom: true as const }
    const table = tableOf(2, 2, [
      ['x', 0, 0, 2],
      ['z', 0, 1],
    ])
    const { rows } = gridOf({ ...table, cells: [...table.cells, open] })
    expect(rows.map(row => row.cells.map(cell => cell.word))).toEqual([
      ['x', 'z'],
      ['x', 'y'],
    ])
    expect(rows[0]?.cells[0]).toBe(rows[1]?.cells[0])
    expect(rows.map(row => [row.isFirst, row.isOpen])).toEqual([
      [true, undefined],
      [undefined, undefined],
    ])
  })
})

describe('heads', () => {
  it.each<[why: string, table: Table, expected: unknown]>([
    [
      'in any order; one that nobody knows has no name',
      tableOf(1, 4, [
        ['B', 0, 0],
        ['A', 0, 1],
        ['備考', 0, 2],
        ['C', 0, 3],
      ]),
      [
        ['b', 'B', 0, 1],
        ['a', 'A', 1, 2],
        [undefined, '備考', 2, 3],
        ['c', 'C', 3, 4],
      ],
    ],
    [
      'over each other, each column under its whole head',
      tableOf(2, 4, [
        ['A', 0, 0, 2],
        ['B', 0, 1, 2],
        ['実績', 0, 2, 1, 2],
        ['令和4年度', 1, 2],
        ['令和5年度', 1, 3],
      ]),
      undefined,
    ],
    [
      'over each other where each is a word of the form',
      tableOf(2, 3, [
        ['A', 0, 0, 2],
        ['', 0, 1, 1, 2],
        ['B', 1, 1],
        ['C', 1, 2],
      ]),
      [
        ['a', 'A', 0, 1],
        ['b', 'B', 1, 2],
        ['c', 'C', 2, 3],
      ],
    ],
    [
      'by its place between its neighbours, printed or not',
      tableOf(1, 4, [
        ['A', 0, 0],
        ['', 0, 1],
        ['C', 0, 2],
        ['別の語', 0, 3],
      ]),
      [
        ['a', 'A', 0, 1],
        ['b', '', 1, 2],
        ['c', 'C', 2, 3],
        ['d', '別の語', 3, 4],
      ],
    ],
    [
      'of two for one column, the one in the form’s own word',
      tableOf(1, 3, [
        ['旧B', 0, 0],
        ['B', 0, 1],
        ['D', 0, 2],
      ]),
      [
        [undefined, '旧B', 0, 1],
        ['b', 'B', 1, 2],
        ['d', 'D', 2, 3],
      ],
    ],
  ])('are read %s', (_, table, expected) => {
    if (expected !== undefined) expect(namesOf(table)).toEqual(expected)
    else
      expect(
        namesOf(table)
          ?.slice(2)
          .map(([, text]) => text),
      ).toEqual(['実績 令和4年度', '実績 令和5年度'])
  })

  it('are none in a row without enough of them', () => {
    expect(
      headsOf(
        tableOf(1, 2, [
          ['A', 0, 0],
          ['話', 0, 1],
        ]),
      ),
    ).toBeUndefined()
  })
})

describe('the cells of a row', () => {
  const head = tableOf(1, 3, [
    ['A', 0, 0, 1, 1, [0, 100]],
    ['B', 0, 1, 1, 1, [100, 200]],
    ['備考', 0, 2, 1, 1, [200, 300]],
  ])
  const columns = headsOf(head)?.columns ?? { count: 0, heads: [] }
  const assigned = (count: number, cells: readonly Given[]) => {
    const [row] = gridOf(tableOf(1, count, cells)).rows
    const { at, others, across } = byColumn(row ?? { cells: [], columns: 0 }, columns)
    return {
      at: Object.fromEntries([...at].map(([name, found]) => [name, found.map(cell => cell.word)])),
      others: others.map(({ head: over, cell }) => [over && textOf(over.on), cell.word]),
      across: across.map(({ names, cell }) => [names, cell.word]),
    }
  }

  it.each<[why: string, columns: number, cells: readonly Given[], expected: unknown]>([
    [
      'by their number',
      3,
      [
        ['x', 0, 0],
        ['y', 0, 1],
        ['z', 0, 2],
      ],
      { at: { a: ['x'], b: ['y'] }, others: [['備考', 'z']], across: [] },
    ],
    ['over two columns belong to neither', 3, [['x', 0, 0, 1, 2]], { at: {}, others: [], across: [[['a', 'b'], 'x']] }],
    [
      'by their places in a table with more columns',
      5,
      [
        ['x', 0, 1, 1, 1, [2, 98]],
        ['y', 0, 3, 1, 1, [110, 198]],
        ['z', 0, 4, 1, 1, [310, 400]],
      ],
      { at: { a: ['x'], b: ['y'] }, others: [[undefined, 'z']], across: [] },
    ],
    [
      'by their places, over two columns',
      2,
      [['x', 0, 0, 1, 1, [0, 190]]],
      { at: {}, others: [], across: [[['a', 'b'], 'x']] },
    ],
    [
      'with no places, in a table with other columns',
      2,
      [['x', 0, 0]],
      { at: {}, others: [[undefined, 'x']], across: [] },
    ],
  ])('%s', (_, count, cells, expected) => expect(assigned(count, cells)).toEqual(expected))
})

describe('a cell that a break cuts', () => {
  const onPage = { bbox: [0, 0, 0, 0], room: 20 } as const
  const full = '市民の声を把握するため、区ごとに調査を行っ'
  const elements = (parts: readonly (readonly Line[])[]) =>
    proseOf(joinCut(parts), { measure: 21 }).elements.map(textOf)

  it.each<[why: string, above: Line[], below: Line[], expected: string[]]>([
    [
      'goes on below a full line',
      [lineOf(full, onPage)],
      [lineOf('た。', { ...onPage, follows: false })],
      [`${full}た。`],
    ],
    [
      'goes on below a full line that ends a sentence',
      [lineOf('市民の声を把握するため、区ごとに調査した。', onPage)],
      [lineOf('今後も続ける。', onPage)],
      ['市民の声を把握するため、区ごとに調査した。今後も続ける。'],
    ],
    [
      'ends where the line ends early',
      [lineOf('調査を行った。', onPage)],
      [lineOf('今後も続ける。', onPage)],
      ['調査を行った。', '今後も続ける。'],
    ],
    [
      'ends before an indent',
      [lineOf(full, onPage)],
      [lineOf('今後も続ける。', { ...onPage, indent: 1 })],
      [full, '今後も続ける。'],
    ],
    ['ends before a mark', [lineOf(full, onPage)], [lineOf('○今後も続ける。', onPage)], [full, '今後も続ける。']],
    [
      'goes on where the source shows no line ends',
      [lineOf('調査した。')],
      [lineOf('今後も続ける。')],
      ['調査した。今後も続ける。'],
    ],
    [
      'goes on in an item, whose lines hang',
      [lineOf('・調査の実施', onPage)],
      [lineOf('と公表', { ...onPage, indent: 1 })],
      ['調査の実施と公表'],
    ],
    [
      'goes on in a sentence where a converter made a paragraph of each part',
      [lineOf('調査を')],
      [lineOf('行った。', { begins: 'paragraph' })],
      ['調査を行った。'],
    ],
    [
      'ends before a converter’s paragraph below a sentence',
      [lineOf('調査した。')],
      [lineOf('続ける。', { begins: 'paragraph' })],
      ['調査した。', '続ける。'],
    ],
  ])('%s', (_, above, below, expected) => expect(elements([above, below])).toEqual(expected))

  it('is read once where it stands beside several rows, and what is printed again is a repeat', () => {
    const [whole, again, more] = [lineOf('公園の整備'), lineOf('公園の　整備'), lineOf('と管理')]
    const { parts, repeats } = cutOf([[whole], [whole], [again], [], [more]])
    expect(parts).toEqual([[whole], [more]])
    expect(repeats).toEqual([[again]])
  })
})
