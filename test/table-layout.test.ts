import { describe, expect, it } from 'vitest'
import { pagesOf } from '../src/document/model.ts'
import { textOf } from '../src/document/printed.ts'
import { groupedBy } from '../src/document/table/cut-rows.ts'
import { tableRowsOf } from '../src/document/table/pieces.ts'
import {
  headFurniture,
  headWords,
  otherFields,
  othersIn,
  proseIn,
  tableForm,
  wordsIn,
} from '../src/layouts/kit/columns.ts'
import { required } from '../src/layouts/kit/evidence.ts'
import { text, thousandYen } from '../src/layouts/kit/fields.ts'
import type { Layout } from '../src/layouts/kit/layout.ts'
import { printedOr } from '../src/layouts/kit/leaves.ts'
import { oneDocument } from './helpers/extract.ts'

/** A form of the table kind, as a newcomer would add one: grants, a row each, which a page break may cut. */
const columns = { name: ['団体名'], amount: ['交付額', '補助金額'], purpose: ['使途', '事業の内容'] }
const form = tableForm(columns)
const header = { title: text('標題') }
const record = {
  name: text('団体名'),
  amountThousandYen: thousandYen('交付額'),
  purpose: text('使途'),
  other: otherFields,
}

const grants: Layout<typeof header, typeof record> = {
  id: 'grant-table',
  title: '補助金交付一覧',
  editions: [],
  vocabulary: new Set(headWords(columns)),
  heads: { name: columns.name, amountThousandYen: columns.amount, purpose: columns.purpose },
  header,
  record,
  recognise: range => [
    required('団体名 ｜ 交付額 ｜ 使途', tableRowsOf(range.pages, form)?.bands[0]?.rows[0]?.cells[0]?.on),
  ],
  parse: range => {
    const { pieces = [], bands = [], outside = [] } = tableRowsOf(range.pages, form) ?? {}
    const records = groupedBy(pieces, row => row.at.get('name')?.some(cell => cell.word !== '') === true)
    const purposes = records.map(rows => proseIn(rows, 'purpose'))
    const bodies = records.map((rows, index) => ({
      name: wordsIn(rows, 'name'),
      amountThousandYen: wordsIn(rows, 'amount'),
      purpose: (purposes[index] as (typeof purposes)[number]).leaf,
      other: othersIn(rows),
    }))
    const title = outside.map(line => line.on).find(on => textOf(on).includes('補助金交付一覧'))
    const furniture = [...headFurniture(bands), ...purposes.flatMap(purpose => purpose.furniture)]
    const pages = pagesOf(range.pages)
    return [
      {
        edition: null,
        range,
        header: { title: printedOr(title) },
        records: bodies.map(body => ({ pages, body })),
        furniture,
      },
    ]
  },
  tables: [
    { name: 'grants', ja: '補助金', rows: [{ each: '' }], columns: { name: 'name', amount: 'amountThousandYen' } },
  ],
  checks: [],
}

const read = (rows: string) =>
  oneDocument(`<h1>令和５年度　補助金交付一覧</h1>\n${rows}`, { layouts: [grants], provenance: true })
const row = (...cells: readonly string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
const table = (...rows: readonly string[]) => `<table>${rows.join('')}</table>`
const head = row('団体名', '交付額', '使途')
const first = { name: '青空会', amountThousandYen: 1200, purpose: '祭りの運営。', other: [] }
const second = { name: '緑の会', amountThousandYen: 800, purpose: '花壇の手入れと、苗の購入。', other: [] }

describe('a form of the table kind needs no grid, heads or cut rows of its own', () => {
  it('reads a record that a page break cuts as one, every character accounted for', async () => {
    const above = table(head, row('青空会', '1,200千円', '祭りの運営。'), row('緑の会', '800千円', '花壇の手入れ'))
    const below = table(head, row('', '', 'と、苗の購入。'))
    const doc = await read(above + below)
    expect(doc.records).toEqual([first, second])
    expect(doc.coverage.unclaimedTexts).toEqual([])
    expect(doc.verdict).toEqual({ grade: 'sound', reasons: [], leaves: 7, confirmed: 7, doubted: 0 })
  })

  it('takes columns in any order, and under other words that it knows', async () => {
    const doc = await read(table(row('事業の内容', '団体名', '補助金額'), row('祭りの運営。', '青空会', '1,200千円')))
    expect(doc.records).toEqual([first])
  })

  it('keeps a column that it does not know under its whole head, in two rows here', async () => {
    const heads =
      '<tr><th rowspan="2">団体名</th><th rowspan="2">交付額</th><th rowspan="2">使途</th><th colspan="2">実績</th></tr>'
    const doc = await read(
      table(heads, row('令和4年度', '令和5年度'), row('青空会', '1,200千円', '祭りの運営。', '3回', '4回')),
    )
    const other = [
      { label: '実績令和4年度', value: '3回' },
      { label: '実績令和5年度', value: '4回' },
    ]
    expect(doc.records).toEqual([{ ...first, other }])
    expect(doc.coverage.unclaimedTexts).toEqual([])
    expect(doc.provenance?.['/records/0/other/1/value']).toHaveLength(1)
  })

  it('gives a cell over several columns to none of them, and says so for each', async () => {
    const wide = '<tr><td>青空会</td><td colspan="2">1,200千円（祭りの運営）</td></tr>'
    const doc = await read(table(head, wide, row('緑の会', '800千円', '花壇の手入れと、苗の購入。')))
    expect(doc.records).toEqual([{ ...first, amountThousandYen: null, purpose: null }, second])
    expect(doc.diagnostics.map(each => [each.code, each.pointer])).toEqual([
      ['FIELD_AMBIGUOUS', '/records/0/amountThousandYen'],
      ['FIELD_AMBIGUOUS', '/records/0/purpose'],
    ])
  })

  it('takes a remark over the whole table for no row of it', async () => {
    const remark = '<tr><td colspan="3">※ 交付額は決算の見込みである。</td></tr>'
    const doc = await read(table(head, row('青空会', '1,200千円', '祭りの運営。'), remark))
    expect(doc.records).toEqual([first])
    expect(doc.coverage.unclaimedTexts.map(each => each.text)).toEqual(['※ 交付額は決算の見込みである。'])
  })
})
