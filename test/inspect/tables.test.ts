import { expect, it } from 'vitest'
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
