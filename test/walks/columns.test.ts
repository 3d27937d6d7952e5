import { describe, expect, test } from 'vitest'
import type { Table } from '../../src/layouts/kit/tables.ts'
import { headerOf } from '../../src/walks/tables/columns.ts'
import { PathError } from '../../src/walks/tables/paths.ts'
import { planTable, planTables } from '../../src/walks/tables/table-rows.ts'
import { form } from './sample.ts'

const tableOf = (columns: Table['columns'], rows: Table['rows'] = [{ each: '' }]) =>
  planTable(form, { name: 'made_up', ja: '仮', rows, columns })

const column = (table: string, name: string) =>
  planTables(form)
    .find(each => each.name === table)
    ?.columns.find(each => each.name === name)

describe('columns come from the field definitions', () => {
  test.each([
    ['projects', 'fiscal_year', { type: 'year', ja: '年度', paths: ['fiscalYear'] }],
    ['projects', 'name', { type: 'string', example: '除雪事業' }],
    ['projects', 'measure_code', { type: 'string', ja: '施策コード' }],
    ['projects', 'bureaus', { type: 'string', ja: '局', values: null }],
    ['projects', 'reflected', { type: 'string', ja: '市民参加' }],
    ['projects', 'is_new', { type: 'boolean' }],
    ['projects', 'half', { type: 'integer', values: [1, 2] }],
    ['projects', 'ratio', { type: 'number', unit: '%' }],
    ['project_cost_items', 'kind', { values: ['actual', 'budget'] }],
    ['project_cost_items', 'amount_thousand_yen', { type: 'integer', unit: '千円' }],
    ['project_cost_items', 'no', { type: 'integer', ja: '項番' }],
    ['project_texts', 'kind', { values: ['bureau', 'reflected', 'point', 'cost'], ja: '種別' }],
    ['project_texts', 'text', { type: 'string', ja: '内容', paths: ['bureaus[]', 'reflected[]', 'points[].lines[]'] }],
    ['project_texts', 'year', { type: 'year', ja: '費用の年度' }],
    ['glossary', 'term', { ja: '用語', paths: ['header.glossary[].term'] }],
  ])('%s.%s', (table, name, expected) => expect(column(table, name)).toMatchObject(expected))

  test('every table begins with the same six', () => {
    const first = planTables(form).map(table => table.columns.slice(0, 6).map(each => each.name))
    expect(first).toHaveLength(form.tables.length)
    expect(new Set(first.map(String))).toEqual(
      new Set(['municipality_code,source,source_page,record_no,document_no,record_page']),
    )
  })

  test('words of ours are named in Japanese, by the first word that the form prints for them', () => {
    expect(column('project_cost_items', 'kind')?.labels).toEqual({ actual: '決算', budget: '予算' })
    expect(column('project_texts', 'kind')?.labels).toEqual({ point: '項目' })
    expect(column('projects', 'name')?.labels).toBeNull()
  })

  test('what holds several, and what is a year, is described', () => {
    expect(column('projects', 'bureaus')?.description).toBe('複数のときは改行で区切る')
    expect(column('projects', 'fiscal_year')?.description).toBe('会計年度（4月始まり）の西暦')
    expect(column('projects', 'name')?.description).toBeNull()
  })

  test('a title that occurs twice gets the name of its column', () => {
    expect(column('project_cost_items', 'sheet_fiscal_year')?.ja).toBe('年度（sheet_fiscal_year）')
    expect(column('project_cost_items', 'cost_fiscal_year')?.ja).toBe('年度（cost_fiscal_year）')
  })

  test('the Japanese header names the unit, the English one is the name', () => {
    const amount = column('project_cost_items', 'amount_thousand_yen')
    expect(amount && headerOf(amount, 'ja')).toBe('金額（千円）')
    expect(amount && headerOf(amount, 'en')).toBe('amount_thousand_yen')
  })
})

describe('the keys of a table', () => {
  const keysOf = (name: string) => {
    const found = planTables(form).find(each => each.name === name)
    return [found?.primaryKey.join(), found?.foreignKeys.map(({ fields, table }) => `${fields} → ${table}`)]
  }
  const toDocuments = 'document_no → documents'

  test('one row a record', () => expect(keysOf('projects')).toEqual(['document_no,record_no', [toDocuments]]))

  test('rows below a record', () =>
    expect(keysOf('project_texts')).toEqual([
      'document_no,record_no,row_no',
      [toDocuments, 'document_no,record_no → projects'],
    ]))

  test('rows of the header', () => expect(keysOf('glossary')).toEqual(['document_no,row_no', [toDocuments]]))
})

describe('a wrong path is found when the columns are built', () => {
  test.each<[string, Table['columns'], Table['rows']?]>([
    ['no such field', { x: 'nmae' }],
    ['no such field of the header', { x: 'header.nmae' }],
    ['no such field in a list', { x: 'costs[].knid' }, [{ each: 'costs[]' }]],
    ['a key of what has no keys', { x: 'name.first' }],
    ['a key of a list', { x: 'costs.kind' }],
    ['enters what is no list', { x: 'name[]' }],
    ['a group is no value', { x: 'measure' }],
    ['a list of groups is no value', { x: 'costs' }],
    ['a list no row comes from', { x: 'costs[].kind' }],
    ['one of two paths that no row reaches', { x: ['bureaus[]', 'costs[].kind'] }, [{ each: 'bureaus[]' }]],
    ['a record, seen from rows of the header', { x: 'name' }, [{ each: 'header.glossary[]' }]],
    ['the row itself, which is a group', { x: '.' }, [{ each: 'costs[]' }]],
    ['a kind that no source has', { x: '$kind' }],
    ['rows that are lists', { x: 'name' }, [{ each: 'costs' }]],
    ['a name that every table has', { record_no: 'no' }],
    ['the name of the number of a row', { row_no: 'no' }],
    ['a name that objects have of themselves', { x: 'toString' }],
  ])('%s', (_, columns, rows) => expect(() => tableOf(columns, rows)).toThrow(PathError))

  test('and the message names table, column and what there is', () => {
    expect(() => tableOf({ x: 'measure.nmae' })).toThrow(
      'made_up.x: "measure.nmae" leads nowhere at "nmae": there are code, name',
    )
  })
})
