import { describe, expect, it } from 'vitest'
import { Ink } from '../../../fixtures/readers/pdf/make/ink.ts'
import { writePdf } from '../../../fixtures/readers/pdf/make/pdf.ts'
import { oneDocument } from '../../helpers/extract.ts'
import { columnHeads, markdown, top } from './as-table.ts'
import { read } from './seed.ts'

const edges = [20, 50, 110, 180, 300, 400, 560, 720, 900]
const order = columnHeads.map((_, column) => column)

interface Row {
  readonly no: string
  readonly cells: readonly (readonly string[])[]
}

const rows: readonly Row[] = [
  row(
    '1',
    ['都市局'],
    ['住宅部'],
    ['5-3', '住まい'],
    ['住宅相談事業'],
    ['周知の方法と手順を見直して改善', 'すること。'],
    'B',
  ),
  row(
    '2',
    ['消防局'],
    ['予防部'],
    ['1-4', '備え'],
    ['防火診断事業'],
    ['訪問の頻度と基準を改めて整理し', '示すこと。'],
    'A',
  ),
  row('3', ['環境局'], ['環境部'], ['3-1', '循環'], ['分別啓発事業'], ['広報を検討すること。'], 'C'),
]

function row(no: string, ...cells: [...(readonly string[])[], string]): Row {
  const letter = cells.pop() as string
  const timing = [`${letter}:令和4年度に具体的`, 'な取組を実施し、翌年度', 'に検証']
  return { no, cells: [[no], ...(cells as unknown as string[][]), timing, [`${no}番目の方針により見直す。`]] }
}

interface Drawing {
  /** Columns, by their place, beside which the line between the rows 1 and 2 is drawn. */
  readonly ruled?: (column: number) => boolean
  readonly height?: number
  /** The columns in the order in which they are printed. */
  readonly columns?: readonly number[]
}

/** The table, each text in the middle of its row's height, twelve points from line to line. */
function drawn({ ruled = () => false, height = 42, columns = order }: Drawing): Buffer {
  const ink = new Ink(400).text(20, 20, '令和3年度行政評価委員会 指摘事項と改善・見直しの検討状況')
  const ys = [40, 60, ...rows.map((_, index) => 60 + (index + 1) * height)]
  for (const x of edges) ink.line(x, ys[0] as number, x, ys.at(-1) as number)
  for (const [index, y] of ys.entries())
    for (const at of order) if (index !== 2 || ruled(at)) ink.line(edges[at] as number, y, edges[at + 1] as number, y)
  for (const [at, column] of columns.entries()) {
    const x = (edges[at] as number) + 4
    ink.text(x, 54, columnHeads[column] as string)
    for (const [index, { cells }] of rows.entries()) {
      const lines = cells[column] as readonly string[]
      const middle = 60 + (index + 0.5) * height
      for (const [line, text] of lines.entries()) ink.text(x, middle + (line - lines.length / 2) * 12 + 10, text)
    }
  }
  return writePdf({ pages: [{ content: ink.page(), mediaBox: [0, 0, 920, 400] }], characters: ink.characters })
}

const expected = rows.map(({ cells: [no, bureaus, divisions, measure, project, finding, timing] }) => ({
  no: Number(no?.[0]),
  bureaus,
  divisions,
  measure: { code: measure?.[0], name: measure?.[1] },
  project: project?.[0],
  finding: finding?.join(''),
  timing: { category: timing?.[0]?.[0], fiscalYear: 2022 },
}))

describe('a line that is missing between two rows', () => {
  it.each<[string, Drawing]>([
    ['everywhere', {}],
    ['in another order of the columns', { columns: [0, 3, 1, 2, 4, 5, 7, 6] }],
    ['but for the first columns', { ruled: column => column < 3 }],
    ['but for the last columns', { ruled: column => column > 3 }],
    ['under NO alone', { ruled: column => column > 0 }],
  ])('%s: the rows are parted at what is blank between them, and it is told', async (_, drawing) => {
    const { records, diagnostics } = await oneDocument(drawn(drawing))
    expect(records).toMatchObject(expected)
    const told = diagnostics.filter(({ code }) => code === 'SUSPECT_TEXT').map(({ pointer }) => pointer)
    expect(told).toEqual(drawing.ruled?.(1) && drawing.ruled(7) ? [] : ['/records/0', '/records/1'])
  })

  it('leaves all that is mixed open where no blank stretch parts the rows', async () => {
    const { records, diagnostics } = await oneDocument(drawn({ height: 34 }))
    expect(records).toHaveLength(rows.length)
    for (const [index, no] of [1, 2].entries()) {
      expect(records[index]).toMatchObject({ no, project: null, finding: null, response: null })
      expect(records[index]).toMatchObject({ timing: { category: null, text: null, fiscalYear: null } })
      const at = (field: string) => expect.objectContaining({ pointer: `/records/${index}/${field}` })
      for (const field of ['measure/name', 'project', 'finding', 'response'])
        expect(diagnostics).toContainEqual(at(field))
    }
    expect(records[2]).toMatchObject(expected[2] as object)
  })

  it('leaves it open in a text too, which shows no places', async () => {
    const [one, two, three] = rows.map(({ cells }) => cells) as [Row['cells'], Row['cells'], Row['cells']]
    const joined = one.map((cell, column) => [...cell, ...(two[column] ?? [])])
    const { records } = await read(top + markdown([columnHeads.map(name => [name]), joined, three]))
    expect(records).toMatchObject([
      { no: 1, project: null, finding: null },
      { no: 2, project: null, finding: null },
      { no: 3, project: '分別啓発事業' },
    ])
  })
})
