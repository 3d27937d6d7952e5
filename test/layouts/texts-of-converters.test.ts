import { describe, expect, it } from 'vitest'
import { oneDocument } from '../helpers/extract.ts'

/** What the tests below ask of a document. */
interface Read {
  // biome-ignore lint/suspicious/noExplicitAny: records of several layouts
  readonly records: readonly any[]
  readonly told: readonly string[]
}

async function read(...lines: readonly string[]): Promise<Read> {
  const { records, diagnostics } = await oneDocument(Buffer.from(lines.join('\n')))
  return { records, told: diagnostics.filter(d => d.severity !== 'info').map(d => `${d.code} ${d.pointer}`) }
}

const legend =
  '【取組区分】 今後の取組の方向性 新規：新たな取組を実施していく項目 拡充：現在の取組を拡充していく項目 継続：現在の取組を継続する項目'
const heads = '|取組内容|令和8年度から令和9年度上半期の取組状況|自己評価|令和9年度下半期の取組内容|取組区分|担当部|'
const rule = '|---|---|---|---|---|---|'
const rowOf = (action: string) => `|○${action}|・説明会を2回開いた。|・理解が進んだ。|・対象を広げる。|拡充|市）文化部|`
const block = ['|検証報告書における提言|', '|---|', '|３ 文化に触れる機会の充実|', '|① 鑑賞の機会|', '', legend, '']
const policy = '|取組方針イ|子どもが文化に触れる機会を増やす。| | | | |'

describe('recommendations in tables of a converter', () => {
  it('keep the rows above heads that are printed again, without marks of pages', async () => {
    const table = [policy, rule, heads, rowOf('公演を開く。'), '', heads, rule, rowOf('作品を貸し出す。')]
    const { records, told } = await read(...block, ...table, '', '1 提言3-イ')
    expect(records.map(record => record.action)).toEqual(['公演を開く。', '作品を貸し出す。'])
    expect(records.map(record => record.label)).toEqual(['提言3-イ', '提言3-イ'])
    expect(told).toEqual([])
  })

  it('read a merged cell that is printed in every column as one', async () => {
    const six = (text: string) => `|${Array(6).fill(text).join('|')}|`
    const again = `|取組方針イ|${Array(5).fill('子どもが文化に触れる機会を増やす。').join('|')}|`
    const title = [six('検証報告書における提言'), rule, six('３ 文化に触れる機会の充実'), six('① 鑑賞の機会')]
    const { records, told } = await read(...title, again, heads, rowOf('公演を開く。'), '', legend, '', '1 提言3-イ')
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      label: '提言3-イ',
      recommendation: { no: 3 },
      policy: { code: 'イ', text: '子どもが文化に触れる機会を増やす。' },
    })
    expect(told).toEqual([])
  })

  it('say once that no page prints its label and number', async () => {
    const { told } = await read(...block, policy, rule, heads, rowOf('公演を開く。'), rowOf('作品を貸し出す。'))
    expect(told).toEqual(['EDITION_UNKNOWN /records/0/label'])
  })

  it('take no policy from another recommendation with the same letter', async () => {
    const first = [policy, rule, heads, rowOf('公演を開く。'), '', '1 提言3-イ', '']
    const { records, told } = await read(...block, ...first, heads, rule, rowOf('部屋を貸す。'), '', '2 提言4-イ')
    expect(records[1].policy.text).toBeNull()
    expect(told).toContain('FIELD_AMBIGUOUS /records/1/policy/text')
  })
})

describe('plans in tab-separated rows', () => {
  const lead =
    '「札幌市まちづくり戦略ビジョン・アクションプラン2027（行政運営の取組）」掲載の個別取組（全12項目）のうち、主な取組を記載。'
  const head = ['項目', '令和9年度～令和10年度の主な取組内容', '評価', '令和11年度以降に向けた取組の方向性']

  it('keep the directions below a row that lost its last tab', async () => {
    const section = ['1 働き方の見直し\t\t', '【APにおける取組の方向性】 ・会議を減らす。']
    const row = ['(1) 会議の短縮', '・会議を30分とした。', '◎', '・全ての部に広げる。'].join('\t')
    const { records } = await read(lead, '', head.join('\t'), ...section, row)
    expect(records[0]).toMatchObject({ section: { directions: ['会議を減らす。'] }, outlook: ['全ての部に広げる。'] })
  })

  it('doubt both lists of a row that has a cell too few', async () => {
    const three = [head[0], head[1], head[3]].join('\t')
    const rows = [
      '1 働き方の見直し\t\t',
      '(1) 会議の短縮\t・会議を30分とした。',
      '(2) 書類の削減\t・半分にした。\t・続ける。',
    ]
    const { told } = await read(lead, '', three, ...rows)
    expect(told).toEqual(['ARRANGEMENT_DOUBTED /records/0/progress', 'ARRANGEMENT_DOUBTED /records/0/outlook'])
  })

  it('read a heading in brackets inside a cell as the head of a box, also over two lines', async () => {
    const cell = '・費用を補助した。<br>【補助した費用（令和9年度末時<br>点）】<br>①印刷の費用<br>②会場の費用'
    const rows = [
      '1 地域の活動\t\t',
      `(1) 活動の支援\t${cell}\t・続ける。`,
      '(2) 場所の提供\t・部屋を貸した。\t・増やす。',
    ]
    const { records } = await read(lead, '', [head[0], head[1], head[3]].join('\t'), ...rows)
    expect(records[0].progress).toEqual(['費用を補助した。'])
    expect(records[0].boxes).toEqual([
      { title: '補助した費用（令和9年度末時点）', items: ['①印刷の費用', '②会場の費用'] },
    ])
  })
})

describe('the ICT chapter as bare text', () => {
  const chapter = ['第5章', 'ICT活用施策', 'この章では、施策ごとに取組を示します。']
  const measure = (code: string, needs: string, ...rest: readonly string[]) => [
    `【ICT活用施策 ${code}】 学びの充実（教育）`,
    '',
    '誰もが学び続けられる環境をつくる。',
    '',
    needs,
    '',
    '教材の不足',
    '',
    '・教材が足りない学校がある。',
    '',
    'ICTやデータの活用',
    '■ 教材の共有',
    '教材を共有する仕組みをつくる。',
    ...rest,
    '',
  ]

  it('reads a heading in which OCR took a kana for the kanji of the same shape', async () => {
    const outcomes = ['', 'こう変える', '■ どの学校でも同じ教材で学べる。']
    const { records } = await read(
      ...chapter,
      ...measure('1-1', '市民の二ーズや課題', ...outcomes),
      ...measure('1-2', '市民のニーズや課題', ...outcomes),
    )
    const need = { topic: '教材の不足', items: ['教材が足りない学校がある。'] }
    expect(records.map(record => record.needs)).toMatchObject([[need], [need]])
  })

  it('parts the outcomes from the initiatives where their heading stands below them, and doubts it', async () => {
    const below = ['■ どの学校でも同じ教材で学べる。', 'こう変える']
    const { records, told } = await read(
      ...chapter,
      ...measure('1-1', '市民のニーズや課題', ...below),
      ...measure('1-2', '市民のニーズや課題', ...below),
    )
    expect(records[0].initiatives).toMatchObject([{ title: '教材の共有' }])
    expect(records[0].outcomes).toMatchObject([{ text: 'どの学校でも同じ教材で学べる。' }])
    expect(told).toEqual(['ARRANGEMENT_DOUBTED /records/0/outcomes', 'ARRANGEMENT_DOUBTED /records/1/outcomes'])
  })
})

describe('a finding table in HTML', () => {
  const asNumbers = (text: string) => [...text].map(ch => `&#x${ch.codePointAt(0)?.toString(16)};`).join('')
  const cells = (...texts: readonly string[]) => `<tr>${texts.map(text => `<td>${asNumbers(text)}</td>`).join('')}</tr>`
  const names = ['NO', '局', '所管部', '施策', '指摘対象', '指摘事項', '取組の実施時期', '今後の取組の方向性']
  const timing = 'A:指摘を踏まえ、令和9年度(2027年度)に具体的な取組を実施'

  it('is known where every character is written as a number', async () => {
    const row = ['1', '環境局', '環境事業部', '2-1 緑の保全', '公園の管理', '方法を見直すこと。', timing, '見直す。']
    const title = `<p>${asNumbers('令和8年度行政評価委員会 指摘事項と改善・見直しの検討状況')}</p>`
    const { records, told } = await read(title, '<table>', cells(...names), cells(...row), '</table>')
    expect(records).toMatchObject([{ no: 1, bureaus: ['環境局'], response: '見直す。' }])
    expect(told).toEqual([])
  })

  it('has the items that a converter prints on one line as lines of their own', async () => {
    const response = '次の2点を進める。 ・植える木の見直し ・道の整備'
    const row = ['1', '環境局', '環境事業部', '2-1 緑の保全', '公園の管理', '方法を見直すこと。', timing, response]
    const title = '令和8年度行政評価委員会 指摘事項と改善・見直しの検討状況'
    const { records } = await read(title, '', names.join('\t'), row.join('\t'))
    expect(records[0].response).toBe('次の2点を進める。\n植える木の見直し\n道の整備')
  })
})
