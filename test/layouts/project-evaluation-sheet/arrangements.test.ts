import { describe, expect, it } from 'vitest'
import type { Doc } from '../../../src/envelope.ts'
import { oneDocument } from '../../helpers/extract.ts'
import { htmlSheet, htmlSheetWith } from './next-edition.ts'

/** A table of HTML from rows of cells parted by ｜; `AxB` before a colon is what a cell spans, in rows and columns. */
const table = (...rows: readonly string[]): string =>
  `<table>${rows.map(row => `<tr>${row.split('｜').map(cell).join('')}</tr>`).join('')}</table>`

function cell(words: string): string {
  const [, rows = '1', columns = '1', text = words] = /^(\d)x(\d):(.*)$/u.exec(words) ?? []
  return `<td rowspan="${rows}" colspan="${columns}">${text}</td>`
}

interface Record {
  readonly fiscalYear: number | null
  readonly account: { readonly code: string | null; readonly name: string | null }
  readonly projectCode: string | null
  readonly department: { readonly code: string | null; readonly name: string | null }
  readonly contact: { readonly phone: string | null }
  readonly execution: string | null
  readonly costs: readonly { readonly [field: string]: unknown }[]
  readonly indicators: readonly Indicator[]
  readonly assessments: readonly { readonly [field: string]: string | null }[]
  readonly nextYear: { readonly project: { readonly direction: string | null; readonly text: string | null } }
  readonly other: readonly { readonly label: string; readonly value: string | null }[]
}

interface Indicator {
  readonly no: number
  readonly name: string | null
  readonly values: readonly { readonly fiscalYear: number; readonly kind: string; readonly value: number | null }[]
}

const recordOf = (doc: Doc): Record => doc.records[0] as unknown as Record
const read = async (tables: { readonly [heading: string]: string }) =>
  recordOf(await oneDocument(htmlSheetWith(tables)))

describe('money is read by its whole heads', () => {
  const costsIn = async (...rows: readonly string[]) => {
    const { costs } = await read({ '◎事業費': table(...rows) })
    return costs.map(cost => [cost.fiscalYear, cost.kind, cost.projectCostThousandYen, cost.specificRevenueThousandYen])
  }
  const both = [
    [2023, 'actual', 10, 1],
    [2024, 'budget', 20, 2],
  ]

  it('takes what is above 〃 and 同上, and says so', async () => {
    const rows = ['｜事業費｜うち特定財源', '令和5年度決算｜10｜1', '令和6年度予算｜20｜〃', '令和6年度決算｜同上｜〃']
    const doc = await oneDocument(htmlSheetWith({ '◎事業費': table(...rows) }))
    const found = recordOf(doc).costs.map(cost => [cost.projectCostThousandYen, cost.specificRevenueThousandYen])
    expect(found).toEqual([
      [10, 1],
      [20, 1],
      [20, 1],
    ])
    const dittos = doc.diagnostics.filter(({ code }) => code === 'DITTO').map(({ pointer }) => pointer)
    expect(dittos).toEqual([
      '/records/0/costs/1/specificRevenueThousandYen',
      '/records/0/costs/2/projectCostThousandYen',
      '/records/0/costs/2/specificRevenueThousandYen',
    ])
  })

  it.each([
    ['years across', ['｜令和5年度決算｜令和6年度予算', '事業費｜10｜20', 'うち特定財源｜1｜2']],
    ['heads in two rows', ['2x1:｜令和5年度｜令和6年度', '決算｜予算', '事業費｜10｜20', 'うち特定財源｜1｜2']],
    [
      'the kind over the year',
      ['2x1:｜決算額｜予算額', '令和5年度｜令和6年度', '事業費｜10｜20', 'うち特定財源｜1｜2'],
    ],
    ['years down', ['｜事業費｜うち特定財源', '令和5年度決算｜10｜1', '令和6年度予算｜20｜2']],
    [
      'years down, heads in two cells',
      ['令和5年度｜決算額｜10｜うち特定財源｜1', '令和6年度｜予算額｜20｜うち特定財源｜2'],
    ],
    [
      'two rows a year',
      [
        '2x1:R5決算額｜2x1:10｜うち特定財源｜1',
        '正規職員業務量｜0.5',
        '2x1:R6予算額｜2x1:20｜うち特定財源｜2',
        '正規職員業務量｜0.6',
      ],
    ],
  ])('%s', async (_, rows) => {
    expect(await costsIn(...rows)).toEqual(both)
  })

  it('what a new head stands over goes to other under its whole words, and nothing known with it', async () => {
    const { costs, other } = await read({
      '◎事業費': table('｜令和5年度決算｜令和6年度当初予算', '事業費｜10｜20', 'うち特定財源｜1｜2'),
    })
    expect(costs.map(cost => cost.projectCostThousandYen)).toEqual([10])
    expect(other).toEqual([
      { label: '令和6年度当初予算事業費', value: '20' },
      { label: '令和6年度当初予算うち特定財源', value: '2' },
    ])
  })
})

describe('indicators are read by their whole heads', () => {
  const indicatorsIn = async (...rows: readonly string[]) => {
    const { indicators, other } = await read({ '◎活動指標・成果指標': table(...rows) })
    const shown = indicators.map(({ no, name, values }) => [
      `${no} ${name}`,
      ...values.map(({ fiscalYear, kind, value }) => `${fiscalYear} ${kind} ${value}`),
    ])
    return { shown, other }
  }
  const both = [
    ['1 講習会', '2023 actual 11', '2024 planned 12'],
    ['2 相談', '2023 actual 21', '2024 planned 22'],
  ]

  it.each([
    [
      'in blocks',
      [
        '2x1:活動指標①｜2x1:講習会｜令和5年度実績｜令和6年度予定',
        '11｜12',
        '2x1:活動指標②｜2x1:相談｜令和5年度実績｜令和6年度予定',
        '21｜22',
      ],
    ],
    ['one a row', ['区分｜指標名｜R5実績｜R6予定', '活動指標１｜講習会｜11｜12', '活動指標２｜相談｜21｜22']],
    [
      'side by side',
      [
        '3x1:活動指標１｜1x2:講習会｜3x1:活動指標２｜1x2:相談',
        '令和5年度実績｜令和6年度予定｜令和5年度実績｜令和6年度予定',
        '11｜12｜21｜22',
      ],
    ],
    [
      'years down',
      ['｜活動指標１｜活動指標２', '指標名｜講習会｜相談', '令和5年度実績｜11｜21', '令和6年度予定｜12｜22'],
    ],
    [
      'heads in two rows',
      [
        '2x1:区分｜2x1:指標名｜令和5年度｜令和6年度',
        '実績｜予定',
        '活動指標１｜講習会｜11｜12',
        '活動指標２｜相談｜21｜22',
      ],
    ],
  ])('%s', async (_, rows) => {
    expect((await indicatorsIn(...rows)).shown).toEqual(both)
  })

  it('a column 達成率 goes to other under the name of its indicator', async () => {
    const { shown, other } = await indicatorsIn('区分｜指標名｜R5実績｜達成率', '活動指標１｜講習会｜11｜98%')
    expect(shown).toEqual([['1 講習会', '2023 actual 11']])
    expect(other).toEqual([{ label: '活動指標1達成率', value: '98%' }])
  })
})

describe('the review of a sheet', () => {
  it('a colon behind an item and its question is part of neither', async () => {
    const rows = table('項目｜判定｜理由', '事業の成果（目的を達成できたか）：｜ｂ｜相談は増えた。')
    const { assessments } = await read({ '◎見直し内容・今後の方向性': rows })
    expect(assessments.map(({ item, question }) => [item, question])).toEqual([['事業の成果', '目的を達成できたか']])
  })

  it('rows below heads that are printed again are of the same list, the first of them the rest of the row above', async () => {
    const heads = '項目｜判定｜理由'
    const rows = [
      table(heads, '事業の成果（目的を達成｜B｜相談は増えた。'),
      table(heads, 'できたか）｜｜来年も続ける。', '事業の手法（適切か）｜A｜適切である。'),
    ]
    const { assessments } = await read({ '◎見直し内容・今後の方向性': rows.join('') })
    expect(assessments.map(({ item, question, grade, reason }) => [item, question, grade, reason])).toEqual([
      ['事業の成果', '目的を達成できたか', 'B', '相談は増えた。来年も続ける。'],
      ['事業の手法', '適切か', 'A', '適切である。'],
    ])
  })

  it('a head that has no field of its own is no text that was missed', async () => {
    const rows = table('項目｜視点｜判定｜理由', '事業の成果｜目的を達成できたか｜B｜相談は増えた。')
    const doc = await oneDocument(htmlSheetWith({ '◎見直し内容・今後の方向性': rows }))
    expect(recordOf(doc).assessments).toMatchObject([{ item: '事業の成果', question: '目的を達成できたか' }])
    expect(doc.coverage.unclaimedTexts.map(({ text }) => text)).not.toContain('視点')
  })

  it('options in cells of their own below a direction, with marks of any kind', async () => {
    const rows = table('2x1:今後の方向性｜☑ 改善｜☐ 現状維持｜☐ 休止・廃止', '1x3:引き続き実施する。')
    const { nextYear, other } = await read({ '◎見直し内容・今後の方向性': rows })
    expect([nextYear.project, other]).toEqual([{ direction: '改善', text: '引き続き実施する。' }, []])
  })
})

describe('the head of a sheet', () => {
  it('labels stand above their values', async () => {
    const head = table('年度｜会計コード｜会計｜事業コード', '令和6年度｜10｜一般会計｜20123')
    const record = recordOf(await oneDocument(`${htmlSheet('2025').replace(/<table>.*?<\/tr>/u, `${head}<table>`)}`))
    expect([record.fiscalYear, record.account, record.projectCode]).toEqual([
      2024,
      { code: '10', name: '一般会計' },
      '20123',
    ])
  })

  it('the name behind a code has a label of its own', async () => {
    const first = '年度｜令和6年度｜会計コード｜10｜会計名｜国保会計｜事業コード｜20123｜事業名｜市民相談費'
    const page = htmlSheet('2025').replace(/<tr>.*?<\/tr>/u, table(first).slice('<table>'.length, -'</table>'.length))
    const { account, projectCode } = recordOf(await oneDocument(page))
    expect([account, projectCode]).toEqual([{ code: '10', name: '国保会計' }, '20123'])
  })

  it.each([
    ['a code and a name in one cell', '21540 総務局 広報部', { code: '21540', name: '総務局 広報部' }],
    ['two units', '総）広報部<br>市）振興部', { code: null, name: '総）広報部\n市）振興部' }],
  ])('%s', async (_, printed, department) => {
    const doc = await oneDocument(htmlSheet('2025', { '総）広報部 市民の声を聞く課': printed }))
    expect(recordOf(doc).department).toEqual(department)
  })

  it('a number in several cells, options in cells of their own, a direction under a label', async () => {
    const options = '○ 直営</td><td>● 一部委託</td><td>○ その他'
    const doc = await oneDocument(
      htmlSheet('2025', {
        '211-0000': '011</td><td>211</td><td>0001',
        '● 直営　○ 一部委託　○ 全部委託　○ 補助助成　○ その他': options,
      }),
    )
    expect([recordOf(doc).contact.phone, recordOf(doc).execution]).toEqual(['011-211-0001', '一部委託'])
  })
})

describe('labels in other words', () => {
  const withHead = async (...rows: readonly string[]) =>
    recordOf(await oneDocument(htmlSheet('2025').replace(/<table>.*?<\/table>/u, table(...rows))))

  it('code and name are in one cell beside 会計 and 評価担当課', async () => {
    const { account, department, projectCode } = await withHead(
      '年度｜令和6年度｜会計｜10 一般会計｜事業コード｜20123',
      '評価担当課｜1x5:21540 総務局 広報部',
    )
    expect([account, department, projectCode]).toEqual([
      { code: '10', name: '一般会計' },
      { code: '21540', name: '総務局 広報部' },
      '20123',
    ])
  })

  it('three labels side by side stand above their values', async () => {
    const { fiscalYear, account } = await withHead('年度｜会計｜事業コード', '令和6年度｜10 一般会計｜20123')
    expect([fiscalYear, account]).toEqual([2024, { code: '10', name: '一般会計' }])
  })

  it('a new label has its options in cells of their own; its colon is no part of it', async () => {
    const { other } = await withHead('年度｜令和6年度', 'デジタル化の有無：｜☐ 有｜☑ 無')
    expect(other).toEqual([{ label: 'デジタル化の有無', value: '無' }])
  })

  it('an option is whole where its cell was too narrow for it', async () => {
    const doc = await oneDocument(
      htmlSheet('2025', { '○ 内部管理　○ 法定経費　● 指定管理': '○ 法定経費　● 内部管理<br>以外' }),
    )
    expect((doc.records[0] as { nature: { category: string } }).nature.category).toBe('内部管理以外')
  })

  it('a colon is behind the years', async () => {
    const rows = table('｜事業費｜うち特定財源', '令和5年度決算額：｜10｜1')
    const { costs } = await read({ '◎事業費': rows })
    expect(costs.map(({ fiscalYear, projectCostThousandYen }) => [fiscalYear, projectCostThousandYen])).toEqual([
      [2023, 10],
    ])
  })
})

describe('titles and headings in other dress', () => {
  it.each([
    ['a year in the title', /事業評価調書/u, '令和6年度　事業評価調書'],
    ['■ for ◎', /◎/gu, '■'],
    ['no marks', /◎/gu, ''],
    ['numbers', /◎/gu, '1. '],
  ])('%s', async (_, printed, instead) => {
    const [plain, other] = [
      await oneDocument(htmlSheet('2025')),
      await oneDocument(htmlSheet('2025').replace(printed, instead)),
    ]
    expect([other.edition, other.records]).toEqual([plain.edition, plain.records])
    expect(other.diagnostics.map(({ code }) => code)).toEqual(plain.diagnostics.map(({ code }) => code))
  })
})

describe('what is no part of the form', () => {
  const stamps = table('局長｜課長', '石狩｜手稲')
  const annex = `<p>【参考】事業費の推移</p>${table('年度｜事業費｜対象者', '令和3年度｜10｜20人')}`

  it.each([
    ['boxes for seals above it', stamps + htmlSheet('2025')],
    ['an annex below it', htmlSheet('2025') + annex],
  ])('%s', async (_, sheet) => {
    const { fiscalYear, other } = recordOf(await oneDocument(sheet))
    expect({ fiscalYear, other }).toEqual({ fiscalYear: 2024, other: [] })
  })

  it('a form printed blank has no records, and says so', async () => {
    const blank = htmlSheet('2025').replace(/<td>(?<words>[^<]*)<\/td>/gu, (cell, words: string) =>
      /^(?:令和6年度|10|一般会計|20123|市民相談費|総）.*|211-.*|1-2|相談.*|札幌市民|専門.*|[\d,.]+(?:人工)?|仕様.*|引き続き.*)$/u.test(
        words,
      )
        ? '<td></td>'
        : cell.replaceAll('●', '○'),
    )
    const doc = await oneDocument(blank)
    expect(doc.records).toEqual([])
    expect(doc.diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toContain('NO_RECORDS /records')
  })
})

it('an item of 事業費の内訳 has its own amount, not that of its last lower item', async () => {
  const items = '①資材の購入　90千円<br>ア　砂　40千円<br>イ　袋　50千円<br>②印刷：30千円（前年度20千円）'
  const rows = table('｜令和5年度決算', '事業費｜120', '事業費の内訳｜令和5年度決算')
  const { costBreakdowns } = (await read({
    '◎事業費': rows.replace('</tr></table>', `<td>${items}</td></tr></table>`),
  })) as unknown as { costBreakdowns: { items: { label: string; amountThousandYen: number }[] }[] }
  expect(costBreakdowns[0]?.items.map(item => [item.label, item.amountThousandYen])).toEqual([
    ['資材の購入', 90],
    ['印刷', 30],
  ])
})
