import { describe, expect, it } from 'vitest'
import { type CellText, columnHeads, html, tableRows, top } from './as-table.ts'
import { read, seed } from './seed.ts'

const rows = tableRows(await read(seed))
const head: CellText[] = columnHeads.map(name => [name])
const withFirst = (column: number, cell: CellText) => rows.map((row, at) => (at === 0 ? row.with(column, cell) : row))
const first = async (column: number, cell: CellText, above = top) =>
  read(above + html([head, ...withFirst(column, cell)]))

describe('units, by their column', () => {
  it.each([
    [['障がい保健福祉部'], ['障がい保健福祉部']],
    [
      ['障がい保', '健福祉部', '総務部'],
      ['障がい保健福祉部', '総務部'],
    ],
    [['総務部・財政部'], ['総務部', '財政部']],
    [['予防部、観光・MICE推進部'], ['予防部', '観光・MICE推進部']],
    [
      ['総務部・健', '康推進部'],
      ['総務部', '健康推進部'],
    ],
    [
      ['再開発担当', '部', '住宅部'],
      ['再開発担当部', '住宅部'],
    ],
    [
      ['再開発担', '当部', '住宅部'],
      ['再開発担当部', '住宅部'],
    ],
    [
      ['総務部', '事務局'],
      ['総務部', '事務局'],
    ],
  ])('%j', async (cell, divisions) => {
    const { records, diagnostics } = await first(2, cell)
    expect(records[0]).toMatchObject({ divisions })
    expect(diagnostics).toEqual([])
  })

  it('are told apart by their endings in a column for both levels', async () => {
    const units = rows.map(([no, , , ...others]) => [no as CellText, ['総務局', '国際部'], ...others])
    const heads = [['NO'], ['所管局・部'], ...head.slice(3)]
    const { records } = await read(top + html([heads, ...units]))
    expect(records).toHaveLength(rows.length)
    for (const record of records) expect(record).toMatchObject({ bureaus: ['総務局'], divisions: ['国際部'] })
  })
})

describe('the number of a record', () => {
  it.each(['(1)', '指摘１', 'No.1'])('printed as %s', async printed => {
    const { records, diagnostics } = await first(0, [printed])
    expect(records[0]).toMatchObject({ no: 1 })
    expect(diagnostics).toEqual([])
  })
})

describe('heads in words of another year', () => {
  it.each([
    [3, '関連施策', 'measure'],
    [5, '委員会からの意見', 'finding'],
    [7, '市の考え方', 'response'],
  ] as const)('%i: %s', async (column, word, field) => {
    const renamed = head.with(column, [word])
    // Moved to the end, its place says nothing.
    const moved = (row: readonly CellText[]) => [...row.toSpliced(column, 1), row[column] as CellText]
    const { records } = await read(top + html([renamed, ...rows].map(moved)))
    const asPrinted = await read(seed)
    const values = (all: readonly unknown[]) => all.map(record => (record as { [field: string]: unknown })[field])
    expect(values(records)).toEqual(values(asPrinted.records))
  })
})

describe('〃 and 同上', () => {
  const second = (column: number, cell: CellText) => rows.map((row, at) => (at === 1 ? row.with(column, cell) : row))
  const readSecond = (column: number, cell: CellText) => read(top + html([head, ...second(column, cell)]))

  it.each([
    [1, '〃', 'bureaus', ['/records/1/bureaus/0']],
    [3, '同上', 'measure', ['/records/1/measure/code', '/records/1/measure/name']],
    [4, '〃', 'project', ['/records/1/project']],
  ] as const)('in column %i stand for what is above', async (column, mark, field, told) => {
    const { records, diagnostics } = await readSecond(column, [mark])
    const [above, record] = records as unknown as { [field: string]: unknown }[]
    expect(record?.[field]).toEqual(above?.[field])
    const dittos = diagnostics.filter(({ code }) => code === 'DITTO')
    expect(dittos.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining([...told]))
    expect(dittos.every(({ severity }) => severity === 'info')).toBe(true)
  })

  it('stay as printed below nothing', async () => {
    const { records } = await first(4, ['〃'])
    expect(records[0]).toMatchObject({ project: '〃' })
  })
})

it.each(['A　令和7年度に実施', '（A）令和7年度に実施', 'A．令和7年度に実施', 'Ａ：R7年度に実施'])(
  'takes the letter off the timing %s',
  async cell => {
    const { records } = await first(6, [cell])
    expect(records[0]).toMatchObject({
      timing: { category: 'A', text: expect.stringMatching(/^(?:令和|R)7年度に実施$/u), fiscalYear: 2025 },
    })
  },
)

it('begins each of several projects at its mark, which goes', async () => {
  const { records, coverage } = await first(4, ['・相談支援事業', '・広報事業'])
  expect(records[0]).toMatchObject({ project: '相談支援事業\n広報事業' })
  expect(coverage.unclaimed).toBe(0)
})

it.each([
  ['資料２－１', '資料2-1'],
  ['別紙２', '別紙2'],
  ['参考資料２', '参考資料2'],
  ['配布資料３', '配布資料3'],
])('reads the attachment %s', async (printed, attachment) => {
  const { header } = await read(top.replace('資料３', printed) + html([head, ...rows]))
  expect(header).toMatchObject({ attachment })
})

it.each(['行政評価委員会の指摘事項への対応（令和6年度）', '令和６年度　事業評価（外部評価）に係る指摘と市の考え方'])(
  'takes %s above the table for the title',
  async title => {
    const { header } = await read(`${title}\n資料３\n\n${html([head, ...rows])}`)
    expect(header).toMatchObject({ title: expect.stringContaining('指摘'), fiscalYear: 2024, attachment: '資料3' })
  },
)

it.each(['(2-1)冬を楽しむまち', '（２－１）冬を楽しむまち', '施策２－１　冬を楽しむまち'])(
  'takes the code off the measure %s',
  async printed => {
    const { records } = await first(3, [printed])
    expect(records[0]).toMatchObject({ measure: { code: '2-1', name: '冬を楽しむまち' } })
  },
)
