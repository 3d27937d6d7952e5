import { expect, test } from 'vitest'
import { commonTables } from '../../src/walks/tables/common-tables.ts'
import { fieldsOf } from '../../src/walks/tables/fields-of-pointers.ts'
import { fill, planTables } from '../../src/walks/tables/table-rows.ts'
import { doc, form, otherDoc, otherForm } from './sample.ts'

const rowsOf = (name: string, docs = [doc]) => {
  const table = planTables(form).find(each => each.name === name)
  return table ? fill(table, docs).rows.map(row => row.slice(0, -2)) : []
}

/** The last two cells of each row: how many of its values are doubted, and how many are a person's. */
const trustOf = (name: string, docs: readonly (typeof doc)[]) => {
  const table = planTables(form).find(each => each.name === name)
  return table ? fill(table, docs).rows.map(row => row.slice(-2)) : []
}

const lead = (page: number | null, recordNo: number | null, documentNo = 1) => [
  '011002',
  'in/見本.pdf',
  page,
  recordNo,
  documentNo,
  recordNo === 1 ? 2 : null,
]

test('one row a record: lists are lines of a cell, null and empty lists are empty cells', () => {
  expect(rowsOf('projects')).toEqual([
    [...lead(2, 1), '見本 その一', 2022, '除雪、"雪"\n対策', null, '建設局\n環境局', 'A\nB', true, 2, -1.5, 1],
    [...lead(null, 2), '見本 その一', 2022, null, '2-2', null, null, false, null, -1.5, 1],
  ])
})

test('one row an item of a list in a list, with what stands above it', () => {
  expect(rowsOf('project_cost_items')).toEqual([
    [...lead(2, 1), 1, 7, 2022, 2022, 'budget', 1, '委託料', 1200],
    [...lead(2, 1), 2, 7, 2022, 2022, 'budget', 2, '=1+1', null],
  ])
})

test('several sources: cells of the others are empty', () => {
  expect(rowsOf('project_texts')).toEqual([
    [...lead(2, 1), 1, 7, 'bureau', 1, null, '建設局', null],
    [...lead(2, 1), 2, 7, 'bureau', 2, null, null, null],
    [...lead(2, 1), 3, 7, 'bureau', 3, null, '環境局', null],
    [...lead(2, 1), 4, 7, 'reflected', 1, null, 'A', null],
    [...lead(2, 1), 5, 7, 'reflected', 2, null, 'B', null],
    [...lead(2, 1), 6, 7, 'point', 1, '一', 'あ', null],
    [...lead(2, 1), 7, 7, 'point', 2, '一', 'い', null],
    [...lead(2, 1), 8, 7, 'cost', 1, null, null, 2021],
    [...lead(2, 1), 9, 7, 'cost', 2, null, null, 2022],
  ])
})

test('rows of the header have no record; their page is known from their places, or where there is only one', () => {
  const rest = [
    ['見本 その一', 1, 'AI', '人工知能'],
    ['見本 その一', 2, 'IoT', null],
  ]
  const rowsAt = (pages: (number | null)[]) =>
    rest.map((cells, index) => [...lead(pages[index] ?? null, null), index + 1, ...cells])
  const place = { page: 3, line: 1, offset: null, bbox: null }
  expect(rowsOf('glossary')).toEqual(rowsAt([null, null]))
  expect(rowsOf('glossary', [{ ...doc, provenance: { '/header/glossary/1/term': [place] } }])).toEqual(
    rowsAt([null, 3]),
  )
  expect(rowsOf('glossary', [{ ...doc, source: { ...doc.source, pages: { from: 5, to: 5 } } }])).toEqual(rowsAt([5, 5]))
})

test('a row below a record is on the page where what it holds begins, the record where it begins itself', () => {
  const on = (page: number) => [{ page, line: 1, offset: null, bbox: null }]
  const provenance = {
    '/records/0/name': on(1),
    '/records/0/costs/1/items/0/amountThousandYen': on(3),
    '/records/0/costs/1/items/0/label': [...on(3), ...on(4)],
    '/records/0/costs/1/kind': on(2),
  }
  const pagesOf = (name: string) => rowsOf(name, [{ ...doc, provenance }]).map(row => [row[2], row[5]])
  expect(pagesOf('project_cost_items')).toEqual([
    [3, 2],
    [2, 2],
  ])
  expect(pagesOf('projects')).toEqual([
    [2, 2],
    [null, null],
  ])
})

test('documents are counted in their order, rows below a record by themselves', () => {
  const rows = rowsOf('project_cost_items', [otherDoc, doc, doc])
  expect(rows.map(row => [row[4], row[3], row[6]])).toEqual([
    [2, 1, 1],
    [2, 1, 2],
    [3, 1, 1],
    [3, 1, 2],
  ])
})

test('a cell knows the value that it shows', () => {
  const table = planTables(form).find(each => each.name === 'project_cost_items')
  expect(table?.pointers(doc)[1]?.slice(6, -2)).toEqual([
    null,
    '/records/0/no',
    '/records/0/fiscalYear',
    '/records/0/costs/1/fiscalYear',
    '/records/0/costs/1/kind',
    null,
    '/records/0/costs/1/items/1/label',
    '/records/0/costs/1/items/1/amountThousandYen',
  ])
  const glossary = planTables(form).find(each => each.name === 'glossary')
  expect(glossary?.pointers(doc)[1]?.slice(7, -2)).toEqual([
    '/header/title',
    '/header/glossary/1/no',
    '/header/glossary/1/term',
    '/header/glossary/1/definition',
  ])
})

test('a row says how many of its values are doubted, and how many are a person’s', () => {
  const [sum] = doc.diagnostics
  const at = (pointer: string, severity: 'error' | 'info') => ({
    ...doc,
    diagnostics: [{ ...sum, pointer, severity } as never],
  })
  const amount = '/records/0/costs/1/items/0/amountThousandYen'
  expect(trustOf('project_cost_items', [at(amount, 'error')])).toEqual([
    [1, 0],
    [0, 0],
  ])
  expect(trustOf('project_cost_items', [at(amount, 'info')])[0]).toEqual([0, 0])
  expect(trustOf('project_cost_items', [at('/records/0/costs/1/items/0', 'error')])[0]).toEqual([2, 0])
  const decisions = [
    { pointer: amount, decision: 'corrected' as const, read: 1 },
    { pointer: '/records/0/costs/1/items/0/label', decision: 'accepted' as const, read: '委託料' },
  ]
  expect(trustOf('project_cost_items', [{ ...doc, diagnostics: [], decisions }])).toEqual([
    [0, 1],
    [0, 0],
  ])
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
      document_no: 1,
      record_page: null,
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
      leaves_by_hand: 0,
    },
    expect.objectContaining({ document_no: 2, layout: 'other-form', title: null, record_count: 1, error_count: 0 }),
  ])
})

test('diagnostics: the record is read from the pointer, expected and actual are JSON', () => {
  const [, diagnostics] = commonTables([form])
  const rows = diagnostics ? fill(diagnostics, [doc]).rows : []
  const at = [4, 2, 10, 14]
  expect(rows).toEqual([
    [
      ...lead(4, 1),
      1,
      'sample-form',
      'SUM_MISMATCH',
      'error',
      'the sum differs',
      'project_texts',
      '/records/0/costs/1/totalThousandYen',
      ...at,
      ...[10, 20, 30, 40],
      '計 《1,500》',
      null,
      '1200',
      '1500',
    ],
    [
      ...lead(4, null),
      2,
      'sample-form',
      'TEXT_UNCLAIMED',
      'warning',
      'nothing holds this text',
      null,
      null,
      ...at,
      ...[null, null, null, null],
      null,
      null,
      null,
      '"=x"',
    ],
  ])
})

test('the field of a diagnostic is its column, else the table of its row, else that of its record', () => {
  const { at, titles } = fieldsOf([form])
  expect(at('sample-form', '/header/glossary/1/term')).toBe('glossary.term')
  expect(at('sample-form', '/records/3')).toBe('projects')
  expect(at('sample-form', '/header')).toBeNull()
  expect(at('sample-form', null)).toBeNull()
  expect(at('no-form', '/records/0')).toBeNull()
  expect(titles['glossary.term']).toBe('用語集／用語')
})
