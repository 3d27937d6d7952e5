import { describe, expect, it } from 'vitest'
import type { Doc } from '../../../src/envelope.ts'
import { oneDocument } from '../../helpers/extract.ts'
import { htmlSheet, textSheet } from './next-edition.ts'

interface Record {
  readonly execution: string | null
  readonly beneficiaries: string | null
  readonly activities: string | null
  readonly nextYear: { readonly project: { readonly direction: string | null; readonly text: string | null } }
  readonly current: { readonly grade: string | null }
  readonly costs: readonly {
    readonly projectCostThousandYen: number | null
    readonly specificRevenueThousandYen: number | null
  }[]
  readonly indicators: readonly { readonly values: readonly { readonly text: string | null }[] }[]
  readonly other: readonly { readonly label: string; readonly value: string | null }[]
}

const recordOf = (doc: Doc): Record => doc.records[0] as unknown as Record
const codesAt = (doc: Doc, pointer: string): string[] =>
  doc.diagnostics.filter(each => each.pointer === `/records/0${pointer}`).map(each => each.code)
const newWords = (doc: Doc): string[] =>
  doc.diagnostics.flatMap(each =>
    each.code === 'EDITION_UNKNOWN' && each.pointer === null ? [each.message.replace(/.*new: (.*)\).*/u, '$1')] : [],
  )

describe('options of which the chosen one alone has a mark', () => {
  const executionOf = async (cell: string) => {
    const doc = await oneDocument(htmlSheet('2025', { '● 直営　○ 一部委託　○ 全部委託　○ 補助助成　○ その他': cell }))
    return [recordOf(doc).execution, codesAt(doc, '/execution')]
  }

  it.each(['✓', '✔ ', 'レ'])('%s', async tick => {
    expect(await executionOf(`直営　${tick}一部委託　全部委託　補助助成　その他`)).toEqual(['一部委託', []])
  })

  it('the first one', async () => {
    const cell = '✓直営　一部委託　全部委託　補助助成　その他'
    const doc = await oneDocument(htmlSheet('2025', { '● 直営　○ 一部委託　○ 全部委託　○ 補助助成　○ その他': cell }))
    expect([recordOf(doc).execution, doc.verdict.reasons]).toEqual(['直営', []])
  })

  it('without any mark none is chosen', async () => {
    expect(await executionOf('直営　一部委託　全部委託　補助助成　その他')).toEqual([null, ['FIELD_AMBIGUOUS']])
  })
})

describe('a choice under a label that the form does not know', () => {
  const read = (choice: string) => oneDocument(htmlSheet('2025', {}, [['重点事業', choice]]))

  it.each([
    ['● 対象　○ 対象外', '対象'],
    ['○ 対象　● 対象外', '対象外'],
    ['□ 国費　■ 市費　□ その他', '市費'],
    ['○ 高い<br>● 普通　○ 低い', '普通'],
  ])('%s → %s', async (choice, chosen) => {
    const doc = await read(choice)
    expect(recordOf(doc).other).toEqual([{ label: '重点事業', value: chosen }])
    expect(doc.choices.find(each => each.pointer === '/records/0/other/0/value')?.chosen).toEqual([chosen])
  })

  it('is null and told where none is chosen', async () => {
    const doc = await read('○ 対象　○ 対象外')
    expect(recordOf(doc).other).toEqual([{ label: '重点事業', value: null }])
    expect(codesAt(doc, '/other/0/value')).toEqual(['CHOICE_NONE'])
  })

  it.each(['● 相談事業<br>○ 窓口の相談<br>○ 電話の相談', '○ 相談会を開く。　○ 研修を行う。'])(
    'a list is none: %s',
    async list => {
      const [other] = recordOf(await read(list)).other
      expect(other?.value).toContain('相談')
      expect(other?.value).toMatch(/電話の相談|研修を行う。/u)
    },
  )
})

describe('options in other words', () => {
  const form = '● 直営　○ 一部委託　○ 全部委託　○ 補助助成　○ その他'

  it('are a choice all the same; the new words are told once', async () => {
    const doc = await oneDocument(htmlSheet('2025', { [form]: '○ 自主　● 共催　○ その他' }))
    expect(recordOf(doc).execution).toBe('共催')
    // The word of the option that is not chosen is no option of the form, and is named where it stands.
    expect(codesAt(doc, '/execution')).toEqual(['TEXT_UNCLAIMED'])
    expect(newWords(doc)).toEqual(['自主, 共催'])
    expect(doc.edition).toBeNull()
  })

  it('are no part of the text that stands beside them', async () => {
    const cells = '● 継続　○ 見直し　○ 終了</td><td>引き続き実施する。'
    const doc = await oneDocument(htmlSheet('2025', { '引き続き実施する。': cells }))
    expect(recordOf(doc).nextYear.project).toEqual({ direction: '継続', text: '引き続き実施する。' })
    expect(newWords(doc)).toEqual(['継続, 見直し, 終了'])
  })

  it('a known option with a remark in brackets is that option', async () => {
    const doc = await oneDocument(htmlSheet('2025', { [form]: '○ 直営　● その他（協定による負担金）' }))
    expect([recordOf(doc).execution, newWords(doc), doc.edition]).toEqual(['その他', [], '2025'])
    expect(doc.coverage.unclaimedTexts.map(each => each.text)).toEqual(['（協定による負担金）'])
  })

  it('leaves a known choice as it is', async () => {
    const doc = await oneDocument(htmlSheet('2025'))
    expect([recordOf(doc).execution, newWords(doc), doc.edition]).toEqual(['直営', [], '2025'])
  })
})

describe('a colon behind labels', () => {
  const colon = Object.fromEntries(
    ['対象者', '取組内容', '実施形態', '活動指標１', '見直し内容', '今後の方向性', '年度'].map(word => [
      word,
      `${word}：`,
    ]),
  )

  it('is no part of them in cells', async () => {
    const [doc, plain] = [await oneDocument(htmlSheet('2025', colon)), await oneDocument(htmlSheet('2025'))]
    expect(doc.records).toEqual(plain.records)
    expect([doc.edition, doc.coverage.unclaimed]).toEqual(['2025', plain.coverage.unclaimed])
  })

  it('is no part of them in a text', async () => {
    const { 年度: _, 活動指標１: __, ...lower } = colon
    const [doc, plain] = [await oneDocument(textSheet('2025', lower)), await oneDocument(textSheet('2025'))]
    expect(doc.records).toEqual(plain.records)
    expect(doc.edition).toBe('2025')
  })
})

describe('an amount across the columns of two years', () => {
  const row = (cells: string) => `<tr>${cells}</tr>`
  const cells = (...words: string[]) => words.map(word => `<td>${word}</td>`).join('')
  const heads = cells('', '令和5年度決算', '令和6年度予算', '令和6年度決算')
  const sheet = (revenue: string) =>
    htmlSheet('2025').replace(
      /(?<=単位：千円）<\/p>\n)<table>.*?<\/table>/su,
      `<table>${row(heads)}${row(cells('事業費', '10', '20', '30'))}${row(revenue)}</table>`,
    )

  it('belongs to none of them, and is told', async () => {
    const doc = await oneDocument(sheet(`${cells('うち特定財源', '7')}<td colspan="2">9</td>`))
    expect(recordOf(doc).costs.map(cost => cost.specificRevenueThousandYen)).toEqual([7, null, null])
    expect(codesAt(doc, '/costs/1/specificRevenueThousandYen')).toEqual(['FIELD_AMBIGUOUS'])
    expect(codesAt(doc, '/costs/2/specificRevenueThousandYen')).toEqual(['FIELD_AMBIGUOUS'])
  })

  it('is not filled in where a dash stands there', async () => {
    const doc = await oneDocument(sheet(`${cells('うち特定財源', '7')}<td colspan="2">－</td>`))
    expect(recordOf(doc).costs.map(cost => cost.specificRevenueThousandYen)).toEqual([7, null, null])
    expect(codesAt(doc, '/costs/1/specificRevenueThousandYen')).toEqual([])
  })
})

describe('two figures on two lines of a cell', () => {
  it('are never one number: null, told with both', async () => {
    const doc = await oneDocument(htmlSheet('2025', { '120': '120<br>85' }))
    expect(recordOf(doc).costs[1]?.specificRevenueThousandYen).toBeNull()
    const [told] = doc.diagnostics.filter(each => each.pointer === '/records/0/costs/1/specificRevenueThousandYen')
    expect(told).toMatchObject({ code: 'FIELD_AMBIGUOUS', actual: ['120', '85'] })
  })
})

it.each(['◎事業費　（単位：千円）', '■ 事業費', '３．事業費（単位：千円）'])(
  '%s heads a part of the form, and is no label of the amounts in it',
  async heading => {
    const doc = await oneDocument(htmlSheet('2025', { '◎事業費　（単位：千円）': heading }))
    expect(doc.verdict.reasons).toEqual([])
  },
)

it.each(['※2 1,027', '＊1　1,027'])('the mark of a note is no part of the amount: %s', async amount => {
  const doc = await oneDocument(htmlSheet('2025', { '1,027': amount }))
  expect(recordOf(doc).costs[0]?.projectCostThousandYen).toBe(1027)
  expect(doc.verdict.reasons).toEqual([])
})

it.each([
  ['● S　○ A　○ B　○ C　○ D', 'S'],
  ['○ S　○ A　○ B　○ C　● D', 'D'],
])('a grade that the city does not give: %s', async (choice, grade) => {
  const doc = await oneDocument(htmlSheet('2025', {}, [['今回の評価', choice]]))
  expect(recordOf(doc).current.grade).toBe(grade)
})
