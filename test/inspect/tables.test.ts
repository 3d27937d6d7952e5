import { expect, it } from 'vitest'
import { cellsAsTable } from '../../src/inspect/table-data.ts'
import { inspectTables } from '../../src/inspect/tables.ts'
import { geometryReader } from '../../src/readers/pdf/index.ts'
import { fixture } from '../readers/pdf/fixtures.ts'
import { read } from '../readers/pdf/shown.ts'

it('lists every table cell by cell, a nested one after the one that holds it', async () => {
  const tables = inspectTables(await read('boxes-and-fills'))
  expect(tables.map(({ page, table, rows, columns, bbox }) => ({ page, table, rows, columns, bbox }))).toEqual([
    { page: 1, table: 1, rows: 2, columns: 2, bbox: [20, 20, 280, 220] },
    { page: 1, table: 2, rows: 2, columns: 2, bbox: [140, 160, 260, 200] },
  ])
  expect(tables[1]?.cells[1]).toEqual({
    row: 0,
    column: 1,
    rowSpan: 1,
    columnSpan: 1,
    text: '5',
    lines: [{ text: '5', bbox: [204, 165.2, 209.89, 175.2] }],
    bbox: [200, 160, 260, 180],
  })
})

it('lists beside a ruled table those of filled cells and of alignment where every table is asked for', async () => {
  const document = await geometryReader().read(fixture('beside-ruled'), { everyTable: true })
  const tables = inspectTables(document)
  expect(tables.map(({ foundBy, rows, columns }) => ({ foundBy, rows, columns }))).toEqual([
    { foundBy: 'lines', rows: 2, columns: 2 },
    { foundBy: 'fills', rows: 2, columns: 2 },
    { foundBy: 'alignment', rows: 3, columns: 3 },
  ])
  expect(tables[2]?.cells.map(({ text }) => text).slice(6)).toEqual(['くぎ', '7', '120'])
})

const rowsOf = async (name: string) => {
  const document = await geometryReader().read(fixture(name), { everyTable: true })
  return inspectTables(document).map(({ rows, cells }) =>
    Array.from({ length: rows }, (_, row) => cells.filter(cell => cell.row === row).map(({ text }) => text)),
  )
}

it('parts rows that no line parts where figures stand below one another: headings and names of two lines are whole', async () => {
  expect(await rowsOf('unruled-rows')).toEqual([
    [
      ['区分', '件数', '割合'],
      ['市民向け', '', ''],
      ['広報誌', '12', '30.5'],
      ['区役所での\n相談', '1,207', '45.0'],
      ['職員向け', '', ''],
      ['研修', '9', '—'],
    ],
  ])
})

it('parts columns that are ruled in the head alone, and puts a figure below its head though a cell before it is empty', async () => {
  expect(await rowsOf('unruled-columns')).toEqual([
    [
      ['区分', '件数', '人数', '割合'],
      ['広報', '12', '340', '30.5'],
      ['広聴', '7', '1,208', '45.0'],
      ['参加', '9', '', '24.5'],
    ],
  ])
})

it('parts the figures of one frame in rows and columns', async () => {
  expect(await rowsOf('framed-figures')).toEqual([
    [
      ['区分', '件数', '人数', '割合'],
      ['広報', '12', '340', '30.5'],
      ['広聴', '7', '1,208', '45.0'],
      ['参加', '9', '77', '24.5'],
    ],
  ])
})

it('leaves rows of prose and years cut at their dash as they are ruled', async () => {
  expect(await rowsOf('ruled-prose')).toEqual([
    [
      ['取組', '成果', '2024–\n2025'],
      ['広報誌を読み\n物にする', '読む人が増え\nている', '12'],
    ],
  ])
})

it('takes the heads above lines drawn column by column into the table', async () => {
  expect(await rowsOf('lines-above-body')).toEqual([
    [
      ['区名', '広報\n件数', '広聴\n件数', '参加\n件数', '相談\n件数', '全て\n件数'],
      ['中央', '10', '20', '3', '1', '34'],
      ['北', '11', '21', '', '1', '33'],
      ['東', '12', '22', '3', '1', '38'],
      ['白石', '13', '23', '3', '1', '40'],
    ],
  ])
})

it('gives each printed line of a cell with its place', async () => {
  const document = await geometryReader().read(fixture('unruled-rows'), { everyTable: true })
  const tables = inspectTables(document)
  const cell = tables[0]?.cells.find(({ text }) => text.startsWith('区役所'))
  expect(cell?.lines.map(({ text }) => text)).toEqual(['区役所での', '相談'])
  const [above, below] = cell?.lines.map(({ bbox }) => bbox) ?? []
  expect([above?.[0], below?.[0]]).toEqual([32, 40])
  expect(below?.[1]).toBeGreaterThan(above?.[1] ?? Number.POSITIVE_INFINITY)
  const boxes = cellsAsTable(tables)
    .rows.find(([, , row, column]) => row === 3 && column === 0)
    ?.at(-1)
  expect(boxes).toBe([above?.join(' '), below?.join(' ')].join('\n'))
})
