import { expect, test } from 'vitest'
import { commonTables } from '../../src/walks/tables/common-tables.ts'
import { fill, planTables } from '../../src/walks/tables/table-rows.ts'
import { doc, form, otherDoc, otherForm } from './sample.ts'

const rowsOf = (name: string, docs = [doc]) => {
  const table = planTables(form).find(each => each.name === name)
  return table ? fill(table, docs).rows : []
}

const lead = (page: number | null, recordNo: number | null) => ['011002', 'in/見本.pdf', page, recordNo]

test('one row a record: lists are lines of a cell, null and empty lists are empty cells', () => {
  expect(rowsOf('projects')).toEqual([
    [...lead(2, 1), '見本 その一', 2022, '除雪、"雪"\n対策', null, '建設局\n環境局', 'A\nB', true, 2, -1.5, 1],
    [...lead(null, 2), '見本 その一', 2022, null, '2-2', null, null, false, null, -1.5, 1],
  ])
})

test('one row an item of a list in a list, with what stands above it', () => {
  expect(rowsOf('project_cost_items')).toEqual([
    [...lead(2, 1), 7, 2022, 2022, 'budget', 1, '委託料', 1200],
    [...lead(2, 1), 7, 2022, 2022, 'budget', 2, '=1+1', null],
  ])
})

test('several sources: cells of the others are empty', () => {
  expect(rowsOf('project_texts')).toEqual([
    [...lead(2, 1), 7, 'bureau', 1, null, '建設局', null],
    [...lead(2, 1), 7, 'bureau', 2, null, null, null],
    [...lead(2, 1), 7, 'bureau', 3, null, '環境局', null],
    [...lead(2, 1), 7, 'reflected', 1, null, 'A', null],
    [...lead(2, 1), 7, 'reflected', 2, null, 'B', null],
    [...lead(2, 1), 7, 'point', 1, '一', 'あ', null],
    [...lead(2, 1), 7, 'point', 2, '一', 'い', null],
    [...lead(2, 1), 7, 'cost', 1, null, null, 2021],
    [...lead(2, 1), 7, 'cost', 2, null, null, 2022],
  ])
})

test('rows of the header have no record; their page is known from their places, or where there is only one', () => {
  const rest = [
    ['見本 その一', 1, 'AI', '人工知能'],
    ['見本 その一', 2, 'IoT', null],
  ]
  const rowsAt = (pages: (number | null)[]) =>
    rest.map((cells, index) => [...lead(pages[index] ?? null, null), ...cells])
  const place = { page: 3, line: 1, offset: null, bbox: null }
  expect(rowsOf('glossary')).toEqual(rowsAt([null, null]))
  expect(rowsOf('glossary', [{ ...doc, provenance: { '/header/glossary/1/term': [place] } }])).toEqual(
    rowsAt([null, 3]),
  )
  expect(rowsOf('glossary', [{ ...doc, source: { ...doc.source, pages: { from: 5, to: 5 } } }])).toEqual(rowsAt([5, 5]))
})

test('documents of other layouts have no rows', () => expect(rowsOf('projects', [otherDoc])).toEqual([]))

test('documents: one row each, the title being the first text of the header', () => {
  const [documents] = commonTables([form, otherForm])
  const table = documents && fill(documents, [doc, otherDoc])
  const rows = table?.rows.map(row => Object.fromEntries(row.map((cell, index) => [table.columns[index]?.name, cell])))
  expect(rows).toEqual([
    {
      municipality_code: '011002',
      source: 'in/見本.pdf',
      source_page: 2,
      record_no: null,
      path: 'in/見本.pdf',
      sha256: 'a'.repeat(64),
      layout: 'sample-form',
      edition: 'R4',
      page_from: 2,
      page_to: 4,
      title: '見本 その一',
      record_count: 2,
      character_count: 100,
      unclaimed_count: 2,
      coverage_ratio: 0.98,
      error_count: 1,
      warning_count: 1,
      info_count: 0,
      verdict: 'check',
      leaves: 40,
      leaves_confirmed: 39,
      leaves_doubted: 1,
    },
    expect.objectContaining({ layout: 'other-form', title: null, record_count: 1, error_count: 0 }),
  ])
})

test('diagnostics: the record is read from the pointer, expected and actual are JSON', () => {
  const [, diagnostics] = commonTables([form])
  const rows = diagnostics ? fill(diagnostics, [doc]).rows : []
  const at = [4, 2, 10, 14]
  expect(rows).toEqual([
    [
      ...lead(2, 1),
      'sample-form',
      'SUM_MISMATCH',
      'error',
      'the sum differs',
      '/records/0/costs/1/totalThousandYen',
      ...at,
      '1200',
      '1500',
    ],
    [
      ...lead(4, null),
      'sample-form',
      'TEXT_UNCLAIMED',
      'warning',
      'nothing holds this text',
      null,
      ...at,
      null,
      '"=x"',
    ],
  ])
})
